"""Looking back from a case to the earlier ones of the same voice: what they give the advice on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from advisor._language import _
from advisor.advice.last_time import MovedSince, Since, StepBefore, as_it_was, carried, new_actions
from advisor.advice.model import Advice
from advisor.advice.planned import Step
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Action, Case
from advisor.cases.facts import latest_actions
from advisor.cases.questionnaire import are_unlike
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.terms import Stage
from advisor.progress.earlier import TRIED_LATELY, direction, is_lately, tried_lately
from advisor.progress.model import Point
from advisor.progress.moves import Stop, moves

OUTCOMES_LATELY = {"helped-lately": "helped", "worse-lately": "worse"}
GONE_BACK_AGAIN = "gone-back-again"


@dataclass(frozen=True, slots=True)
class LookedBack:
    """A case with what was tried before it too, what is given beside it, and what became of last time."""

    case: Case
    beside: tuple[Fact, ...] = ()
    since: Since | None = None


def look_back(reasoner: Reasoner, case: Case, earlier: Sequence[Case]) -> LookedBack:
    """Return a case as it is seen with the earlier ones of the same voice, the oldest of them first.

    `CaseError` for one with answers that no question knows, `AdvisorError` if they are not in that order.
    """
    if not earlier:
        return LookedBack(case)
    _refuse_disorder([*earlier, case])
    line = _Line(reasoner, [*earlier, case])
    now = len(earlier)
    last = as_it_was(line.whole[now - 1])
    plan = reasoner.advise(last, line.beside(now - 1)).plan
    new = new_actions(line.whole[now], last.actions)
    steps = tuple(_step(step, new, reasoner.knowledge) for step in plan if step.when == "first")
    day = last.date.isoformat() if last.date else ""
    return LookedBack(line.whole[now], line.beside(now), Since(day, steps, line.moved(now)))


def _refuse_disorder(cases: Sequence[Case]) -> None:
    """Raise `AdvisorError` if a case is of an earlier day than one before it; one without a day is not."""
    days = [case.date for case in cases if isinstance(case, Case) and case.date is not None]
    for before, after in pairwise(days):
        if before > after:
            said = _("earlier: a case of {before} comes before one of {after}; give the oldest first")
            raise AdvisorError(said.format(before=before.isoformat(), after=after.isoformat()))


class _Line:
    """The cases of one voice in their order, each with what was tried before it and where it stands."""

    def __init__(self, reasoner: Reasoner, cases: Sequence[Case]) -> None:
        self._knowledge, self._cases = reasoner.knowledge, cases
        self._advices: list[Advice] = [reasoner.advise(case) for case in cases]
        self.whole = [cases[0]]
        for case in cases[1:]:
            self.whole.append(carried(case, self.whole[-1]))

    def moved(self, at: int) -> tuple[MovedSince, ...]:
        """Return how each factor has moved that is known in a case and in the one before it."""
        if at == 0:
            return ()
        others = are_unlike(self._cases[at - 1].questionnaire, self._cases[at].questionnaire)
        found = []
        for was, factor in zip(self._advices[at - 1].factors, self._advices[at].factors, strict=True):
            way = direction(was.stage, factor.stage)
            if way is not None:
                perhaps = way != "same" and (others or "tentative" in (was.sure, factor.sure))
                before, now = cast(Stage, was.stage), cast(Stage, factor.stage)  # both are known
                found.append(MovedSince(factor.id, factor.title, way, before, now, perhaps))
        return tuple(found)

    def beside(self, at: int) -> tuple[Fact, ...]:
        """Return the facts that the cases before one give beside it."""
        if at == 0:
            return ()
        moved = (Fact("moved", each.factor, each.moved) for each in self.moved(at))
        return (*moved, *self._observed(at))

    def _observed(self, at: int) -> Iterator[Fact]:
        """Yield what is observed, as far as it is known: was something tried lately, and how that went.

        What was noted after the day of the last case may have been tried before it: then it is not known.
        """
        case = self._known(at)
        lately = tried_lately(case, self._knowledge)
        if lately == "no" and case != as_it_was(case):
            lately = "not-known"
        if lately != "not-known":
            yield Fact("observed", TRIED_LATELY, lately)
        outcomes = {action.outcome for action in latest_actions(case).values() if self._is_lately(action, at)}
        for id_, outcome in OUTCOMES_LATELY.items():
            if outcome in outcomes:
                yield Fact("observed", id_, "yes")
            elif lately != "not-known":
                yield Fact("observed", id_, "no")
        if at > 1:
            yield Fact("observed", GONE_BACK_AGAIN, "yes" if self._has_gone_back_again(at) else "no")

    def _is_lately(self, action: Action, at: int) -> bool:
        day = self._cases[at].date
        return (
            day is not None and action.date is not None and (action.date > day or is_lately(action.date, day))
        )

    def _known(self, at: int) -> Case:
        """Return a case with all that was tried; of one that is not the last, as it was on its day."""
        return self.whole[at] if at == len(self._cases) - 1 else as_it_was(self.whole[at])

    def _has_gone_back_again(self, at: int) -> bool:
        """Return whether a factor that had slid back and moved on slides back again with this case."""
        for number in range(len(self._advices[at].factors)):
            points = (each.factors[number] for each in self._advices[: at + 1])
            line = [
                Stop(place, Point(point.stage, point.sure, point.own_view), self._cases[place])
                for place, point in enumerate(points)
            ]
            last = moves(line, self._known(at).actions, self._knowledge)[-1:]
            if last and last[0].turn == "relapse" and last[0].later == at:
                return True
        return False


def _step(step: Step, new: Sequence[Action], knowledge: KnowledgeBase) -> StepBefore:
    """Return a step of last time with what is noted of it since."""
    title = knowledge.entry(step.id).title
    done = latest_actions(Case(actions=tuple(new))).get(step.id)
    if done is None:
        return StepBefore(step.kind, step.id, title, step.short, None, "", "")
    day = done.date.isoformat() if done.date else ""
    return StepBefore(step.kind, step.id, title, step.short, done.outcome, day, done.note)
