"""What somebody wants of a day of scenarios, and the day that comes nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor._language import _
from advisor.errors import AdvisorError, CaseError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.scenarios.day import Day, planned_day
from advisor.scenarios.day_parts import CLOSING, LEVELS, USUAL, WELCOME
from advisor.scenarios.finding import Wanted, find, meant
from advisor.scenarios.index import Row
from advisor.scenarios.loader import scenario_path


@dataclass(frozen=True, slots=True)
class Wishes:
    """How long the day is, how demanding at most, where it plays, what about; `without` names scenarios."""

    minutes: int
    level: str | None = None
    setting: str | None = None
    about: str | None = None
    without: tuple[str, ...] = ()


def day_for(rows: Sequence[Row], wishes: Wishes, knowledge: KnowledgeBase) -> tuple[Day, str | None]:
    """Return a day, and the id of what it is about. `AdvisorError` if there is nothing to make it of."""
    left = _left(rows, wishes, knowledge)
    if wishes.about is None:
        about, has = None, set()
    else:
        about = meant(wishes.about, knowledge, ("pattern", *knowledge.kinds.advisable), "--about")
        has = {row.id for row in left if about in (*row.patterns, *row.practises)}
        if not has:
            what = _("--about '{title}': no scenario that is left is about it; try another, or fewer wishes")
            raise AdvisorError(what.format(title=title_of(about, knowledge)))
    day = planned_day(left, wishes.minutes, has)
    if day is None:
        least = min(row.minutes or USUAL for row in left) + WELCOME + CLOSING
        what = _("--minutes {minutes}: too short for any of them, with a welcome and a closing; try {least}")
        raise AdvisorError(what.format(minutes=wishes.minutes, least=least))
    return day, about


def _left(rows: Sequence[Row], wishes: Wishes, knowledge: KnowledgeBase) -> list[Row]:
    """Return the rows that may be in the day; `AdvisorError` if there are none."""
    there = find(rows, Wanted(setting=wishes.setting), knowledge)
    known = set(_known(wishes.without, knowledge))
    level = LEVELS[wishes.level] if wishes.level is not None else max(LEVELS.values())
    left = [row for row in there if row.id not in known and LEVELS[row.level] <= level]
    if not left:
        raise AdvisorError(_("no scenario is left with these wishes; leave one of them out"))
    return left


def _known(without: Sequence[str], knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the ids of the scenarios in lists of names; `CaseError` for one that is none."""
    for text in without:
        try:
            yield scenario_path(text, knowledge).stem
        except CaseError:  # a title may have a comma in it, so the whole is tried first
            for name in text.split(","):
                if name.strip():
                    yield scenario_path(name.strip(), knowledge).stem
