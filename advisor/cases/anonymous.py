"""A case without names and free text, for an advice that may be shown: made right after the case is read.

Whatever is written afterwards is made of this case, so every format follows by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from advisor._given import an_object, takes
from advisor._language import _
from advisor.cases.case import Case
from advisor.cases.sectors import sector_named

_MONTH = len("2026-09")


@takes(case=an_object(Case))
def anonymised(case: Case) -> Case:
    """Return a case that gives the same advice and names nobody.

    Partners are numbered in their order. Of a sector the word of the list is kept, never a word of her own;
    of a day its month. Who answered, the partnership's name, notes and whatever else was typed go out.
    """
    numbers = {partner.name: _partner(number) for number, partner in enumerate(case.partners, 1)}
    partners = tuple(
        replace(partner, name=_partner(number), sector=_sector(partner.sector))
        for number, partner in enumerate(case.partners, 1)
    )
    actions = tuple(
        replace(action, note="", date=action.date and action.date.replace(day=1)) for action in case.actions
    )
    return replace(
        case,
        partnership="",
        about=numbers.get(case.about, ""),
        partners=partners,
        respondent="",
        date=case.date and case.date.replace(day=1),
        questionnaire="",
        notes={},
        actions=actions,
    )


def months_only(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a case with the month of each day, such as 2026-09: a day would not be true."""
    return _with_dates(data, lambda day: day[:_MONTH])


def with_days(data: dict[str, Any]) -> dict[str, Any]:
    """Return data as a case takes it: a month alone becomes its first day."""
    return _with_dates(data, lambda day: f"{day}-01" if len(day) == _MONTH else day)


def _with_dates(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    def changed(each: dict[str, Any]) -> dict[str, Any]:
        return {**each, "date": change(each["date"])} if each.get("date") else each

    return {**changed(data), "actions": [changed(action) for action in data["actions"]]}


def _partner(number: int) -> str:
    return _("partner {number}").format(number=number)


def _sector(word: str) -> str:
    sector = sector_named(word)
    return sector.id if sector else ""
