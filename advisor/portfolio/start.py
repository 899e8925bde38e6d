"""Which partnership to start with, and why: heat, then what one cause holds back most, then what costs least.

The rules are stated in the knowledge base. What was only placed is never started with: its questions come
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from advisor._language import _
from advisor.cases.naming import name_key
from advisor.knowledge.base import KnowledgeBase
from advisor.portfolio.entered import Entered
from advisor.portfolio.judged import Begin, Judged
from advisor.portfolio.model import Named, Start, StartBy, ToAnswer
from advisor.portfolio.stated import Stated

MOST = 3  # to start with; more would be no start
MOST_NAMED = 2  # of what waits for a cause
DEAR = 9  # what a partnership costs in which no step is at hand


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A partnership that a rule puts here; `order` is smaller for what comes sooner."""

    order: tuple[Any, ...]
    entered: Entered
    by: StartBy
    rule: str
    why: str
    begin: Begin | None
    own_part: bool = False


class Starting:
    """Puts in order what to start with. `own_part` if what concerns the leader alone may be said."""

    def __init__(self, knowledge: KnowledgeBase, stated: Stated, own_part: bool) -> None:
        self._knowledge, self._stated, self._own_part = knowledge, stated, own_part

    def start(self, rows: Sequence[Entered]) -> tuple[Start, ...]:
        """Return the first that the rules put first, each with its reason and its first step.

        What concerns the leader alone is the reason once at most: it is the same in all of them.
        """
        startable = [*_startable(rows)]
        found = sorted((self._candidate(each) for each in startable), key=_order)
        hers = next((each for each in found if each is not None and each.own_part), None)
        if hers is not None:
            others = (each for each in startable if each is not hers.entered)
            found = sorted([hers, *(self._candidate(each, hers=False) for each in others)], key=_order)
        first = [each for each in found if each is not None][:MOST]
        return tuple(_said(each) for each in first)

    def _candidate(self, entered: Entered, hers: bool = True) -> _Candidate | None:
        judged = entered.judged
        assert judged is not None, "only what has been advised is started with"
        causes = self._held_back(judged)
        most = len(causes[1]) if causes else 0
        begin = self._begin(entered)
        rest = (-most, begin.cost if begin else DEAR, *_by_name(entered))
        for place, hot in enumerate(self._stated.heat()):
            if hot.own_part and not hers:
                continue
            looked_for = (*hot.findings, *hot.patterns)
            found = self._heat(entered, looked_for, hot.own_part)
            if found is not None:
                why = _said_of(self._knowledge.entry(found).title, hot.why or "")
                step = self._begin(entered, found)
                return _Candidate((0, place, *rest), entered, "heat", hot.id, why, step, hot.own_part)
        if entered.row.goes_well or begin is None:
            return None
        rule = self._stated.one("held-back")
        if rule is not None and causes is not None and most >= (rule.at_least or 1):
            said = _("{cause}. Because of it these have to wait: {things}. {why}").format(
                cause=self._title(causes[0]), things=_some(causes[1]), why=rule.why or ""
            )
            step = self._begin(entered, causes[0])
            return _Candidate((1, 0, *rest), entered, "held-back", rule.id, said, step)
        rule = self._stated.one("first-step")
        if rule is None:
            return None
        return _Candidate((2, 0, *rest[1:]), entered, "first-step", rule.id, rule.why or "", begin)

    def _heat(self, entered: Entered, looked_for: Sequence[str], own_part: bool) -> str | None:
        """Return what of some findings and patterns is so in a partnership; hers only in her own view."""
        if own_part and not (self._own_part and entered.is_the_centres):
            return None
        assert entered.judged is not None, "only what has been advised is looked at"
        return next((id_ for id_ in looked_for if id_ in entered.judged.found), None)

    def _held_back(self, judged: Judged) -> tuple[str, tuple[str, ...]] | None:
        """Return the cause that holds back most, with what; what lies with her alone is none."""
        held = [(id_, things) for id_, things in judged.held.items() if id_ not in self._stated.own_part]
        places = self._knowledge.positions
        return min(held, key=lambda each: (-len(each[1]), places[each[0]]), default=None)

    def _begin(self, entered: Entered, because: str = "") -> Begin | None:
        """Return the first step, if there is one the first that answers to why it is begun.

        One whose reason is hers alone is there only in her own view.
        """
        assert entered.judged is not None, "only what has been advised has a step"
        may = self._own_part and entered.is_the_centres
        hers = self._stated.own_part
        begins = [each for each in entered.judged.begins if may or not each.rests_on & hers]
        for facts in ({because}, entered.judged.behind.get(because, ())):
            for each in begins:
                if each.answers.intersection(facts):
                    return each
        return next(iter(begins), None)

    def _title(self, id_: str) -> str:
        title: str = self._knowledge.entry(id_).title
        return title.rstrip(".")

    def to_answer(self, rows: Sequence[Entered]) -> tuple[ToAnswer, ...]:
        """Return what is only an own view, what was placed loosest first."""
        if self._stated.one("to-answer") is None:
            return ()
        own = sorted((each for each in rows if not each.row.assessed), key=_looseness)
        return tuple(ToAnswer(Named(each.row.number, each.row.name), _placed(each)) for each in own)


def _startable(rows: Sequence[Entered]) -> Iterator[Entered]:
    return (each for each in rows if each.row.assessed and each.judged is not None)


def _order(candidate: _Candidate | None) -> tuple[Any, ...]:
    return (DEAR,) if candidate is None else candidate.order


def _by_name(entered: Entered) -> tuple[str, str]:
    """Return what comes last of an order: no row of a table changes it."""
    return name_key(entered.row.name), entered.row.name


def _said(candidate: _Candidate) -> Start:
    row, begin = candidate.entered.row, candidate.begin
    step = None if begin is None else begin.step
    return Start(
        Named(row.number, row.name), candidate.by, candidate.rule, candidate.why, step, candidate.own_part
    )


def _said_of(title: str, why: str) -> str:
    return f"{title.rstrip('.')}{'' if title.endswith('?') else '.'} {why}".rstrip()


def _some(titles: Sequence[str]) -> str:
    named = "; ".join(title.rstrip(".") for title in titles[:MOST_NAMED])
    more = len(titles) - MOST_NAMED
    return named if more <= 0 else _("{things}, and more").format(things=named)


def _looseness(entered: Entered) -> tuple[int, int, int, int]:
    """Return what is smaller for what was placed looser; what is not known comes last."""
    stages = [cell.stage for cell in entered.row.cells]
    whole = entered.row.whole
    order = ("emerging", "developing", "confident")
    place = order.index(whole) if whole in order else len(order)
    return place, -stages.count("emerging"), -stages.count("developing"), entered.row.number


def _placed(entered: Entered) -> str:
    """Return why a partnership comes where it does among those that are to be answered."""
    loose = [cell.plain for cell in entered.row.cells if cell.stage == "emerging"]
    if len(loose) == len(entered.row.cells) > 1:
        return _("You see all of it as loose.")
    if loose:
        return _("You see this as loose: {factors}.").format(factors="; ".join(loose))
    if all(cell.stage == "unknown" for cell in entered.row.cells):
        return _("It is not placed yet.")
    return _("You placed nothing as loose here, so it can wait a little.")
