"""Who speaks: one voice for each person, and what their files call the partnership."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from advisor._command import typed_or_called, way
from advisor._language import _, ngettext
from advisor.cases.case import Case
from advisor.cases.naming import likeness, name_key
from advisor.comparison.model import Seat, Voice
from advisor.errors import AdvisorError

FEWEST = 2  # with one there is nothing to compare
TOO_MANY_NAMES = 5  # that are unlike, for one partnership


class OnePersonError(AdvisorError):
    """All files are of one person, of different days or not: that is no comparison, but progress."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who speaks: `cases` are one for each who has answered, `silent` those in which nobody has yet.

    `set_aside` is how many files a later one of the same person stands for.
    """

    cases: tuple[Case, ...]
    silent: tuple[Case, ...]
    set_aside: int


def heard(cases: Iterable[Case]) -> Heard:
    """Return who speaks: one case for each person, the latest with answers, where the first of theirs stood.

    Cases are of one person where the names of those who answered are the same. Each that names nobody is of
    somebody else. `AdvisorError` if fewer than two people have answered, or if they speak of several
    partnerships; `OnePersonError` if all files are one person's.
    """
    by_person: dict[object, list[Case]] = {}
    for place, case in enumerate(cases):
        by_person.setdefault(name_key(case.respondent) or place, []).append(case)
    _refuse_several([*by_person.values()])
    if len(by_person) == 1 and max(map(len, by_person.values())) > 1:
        said = _(
            "all of it is one person's, so there are no two voices to compare; see what has changed from one "
            "to the next with: {command}"
        )
        raise OnePersonError(said.format(command=way(("progress",), "progress", "FILE", "FILE")))
    latest = [max(several, key=_lateness) for several in by_person.values()]
    counted = tuple(case for case in latest if has_answered(case))
    if len(counted) < FEWEST:
        raise AdvisorError(_too_few(len(counted), len(latest)))
    answered = sum(has_answered(case) for several in by_person.values() for case in several)
    silent = tuple(case for case in latest if not has_answered(case))
    return Heard(counted, silent, answered - len(counted))


def has_answered(case: Case) -> bool:
    """Return whether anything is answered, or told of what was tried; 'I do not know' is an answer."""
    return bool(case.actions) or any(answer != {} for answer in case.answers.values())


def _too_few(counted: int, there: int) -> str:
    if there >= FEWEST:
        said = ngettext(
            "{n} of these people has answered so far, and a comparison needs two; compare when another has",
            "{n} of these people have answered so far, and a comparison needs two; compare when they have",
            counted,
        )
        return said.format(n=counted)
    return typed_or_called(
        _("a comparison needs the files of two people or more; name another file, or the folder they lie in"),
        _("a comparison needs the cases of two people or more; give another"),
    )


def _refuse_several(people: Sequence[Sequence[Case]]) -> None:
    """Refuse files that plainly speak of several partnerships; the names are not told.

    That is so where one person names two, where two people or more name each of two, and where there are more
    names than people find for one.
    """
    by_name: dict[str, set[int]] = {}
    several = False
    for number, cases in enumerate(people):
        names = {name_key(case.partnership): case.partnership for case in cases}
        names.pop("", None)
        several = several or _are_several([*names.values()])
        for name in names.values():
            by_name.setdefault(name, set()).add(number)
    groups: dict[str, set[int]] = {}
    for name, who in sorted(by_name.items()):
        first = next((other for other in groups if not _are_several([other, name])), name)
        groups[first] = groups.get(first, set()) | who
    shared = [who for who in groups.values() if len(who) >= FEWEST]
    if several or len(shared) > 1 or len(groups) >= TOO_MANY_NAMES:
        said = typed_or_called(
            _(
                "these files speak of several partnerships; name the files of one, or see all of them with: "
                "{command}"
            ),
            _("these cases speak of several partnerships; give those of one, or see all with: {command}"),
        )
        raise AdvisorError(said.format(command=way(("portfolio", "FOLDER"), "portfolio", "FOLDER")))


def _are_several(names: Sequence[str]) -> bool:
    """Return whether two of some names are neither the same nor nearly so."""
    return any(likeness(*pair) == "other" for pair in combinations(names, 2))


def _lateness(case: Case) -> tuple[bool, datetime.date, str]:
    """Return what tells the later of two cases; of one day it does not matter in which order they come.

    One that is only begun stands for none with answers.
    """
    text = json.dumps(case.as_dict(), sort_keys=True, default=str)
    return has_answered(case), case.date or datetime.date.min, text


def voices_of(cases: Sequence[Case]) -> tuple[Voice, ...]:
    """Return each voice; one without a name is called after its place."""
    return tuple(
        Voice(
            case.respondent if name_key(case.respondent) else _("voice {number}").format(number=number),
            seat_of(case),
            "" if case.date is None else case.date.isoformat(),
        )
        for number, case in enumerate(cases, 1)
    )


def seat_of(case: Case) -> Seat:
    """Return whose seat a case is seen from, empty where it does not say."""
    return case.seen_from or ""


def names_of(cases: Iterable[Case]) -> tuple[str, ...]:
    """Return what the files call the partnership; of one name it is the spelling that comes first."""
    found: dict[str, str] = {}
    for name in sorted(case.partnership for case in cases):
        if name_key(name):
            found.setdefault(name_key(name), name)
    return tuple(sorted(found.values()))


def names_told(names: Sequence[str], may_name: bool) -> list[str]:
    """Return what to say where the names differ; without the names, unless they may be told."""
    if len(names) < FEWEST:
        return []
    near = all(likeness(*pair) == "near" for pair in combinations(names, 2))
    if near:
        said = _("The partnership's name is written in different ways.")
    else:
        said = _("The partnership is called by different names.")
    sure = _("Make sure that all mean the same one.")
    listed = _("They are: {names}.").format(names="; ".join(names))
    return [" ".join([said, listed, sure] if may_name else [said, sure])]


def set_aside_told(number: int) -> list[str]:
    """Return what to say of files that a later one of the same person stands for."""
    if not number:
        return []
    return [
        ngettext(
            "{n} earlier questionnaire is left out, since the same person has answered again later. If two "
            "people share a name, write each of them a name of their own.",
            "{n} earlier questionnaires are left out, since the same people have answered again later. If "
            "two people share a name, write each of them a name of their own.",
            number,
        ).format(n=number)
    ]


def silent_told(number: int) -> list[str]:
    """Return what to say of files in which nothing is answered yet."""
    if not number:
        return []
    said = ngettext(
        "{n} person has answered nothing yet, and is not counted among those who have answered.",
        "{n} people have answered nothing yet, and are not counted among those who have answered.",
        number,
    )
    return [said.format(n=number)]


def nameless_told(cases: Sequence[Case]) -> list[str]:
    """Return what to say where no file names who answered: they may be one person's of different days."""
    if any(name_key(case.respondent) for case in cases):
        return []
    said = _(
        "Nobody says who answered, so each counts as somebody else's. If all are of one person, use: "
        "{command}"
    )
    return [said.format(command=way(("progress", "FILE", "FILE"), "progress", "FILE", "FILE"))]
