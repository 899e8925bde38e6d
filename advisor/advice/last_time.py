"""What became of last time: its first steps, and what has moved since. Part of an advice on a later case."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass, replace

from advisor.cases.case import Action, Case
from advisor.knowledge.terms import Move, Outcome, Stage

HALF_YEAR = 183  # days


@dataclass(frozen=True, slots=True)
class StepBefore:
    """A first step of last time's plan. `outcome` is what is noted of it since, None if nothing is.

    `date` (empty if not given) and `note` stand beside that outcome.
    """

    kind: str
    id: str
    title: str
    short: str
    outcome: Outcome | None
    date: str
    note: str


@dataclass(frozen=True, slots=True)
class MovedSince:
    """A factor whose stage is known at both times, and how it has moved: on, same or back.

    `perhaps`: it moved from or to a stage that is tentative, or was answered on other questions.
    """

    factor: str
    title: str
    moved: Move
    before: Stage
    now: Stage
    perhaps: bool


@dataclass(frozen=True, slots=True)
class Since:
    """What became of last time, the day of which is `date`; `moved` is in the order of the factors."""

    date: str
    steps: tuple[StepBefore, ...]
    moved: tuple[MovedSince, ...]

    def anonymised(self) -> Since:
        """Return it without notes, and of each day the month."""
        month = len("2026-09")
        steps = (replace(step, note="", date=step.date[:month]) for step in self.steps)
        return replace(self, date=self.date[:month], steps=tuple(steps))


def carried(case: Case, earlier: Case) -> Case:
    """Return a case with the actions of an earlier one of the same voice, before its own.

    What the case itself names counts alone: it is the later word on it. That something was too early to say
    is not carried on for longer than half a year: by then there is something to say.
    """
    said = {action.id for action in case.actions}
    kept = [each for each in earlier.actions if each.id not in said and not _is_stale(each, earlier, case)]
    return replace(case, actions=(*kept, *case.actions))


def as_it_was(case: Case) -> Case:
    """Return a case without what was noted in it after its own day."""
    day = case.date
    if day is None:
        return case
    return replace(
        case, actions=tuple(each for each in case.actions if each.date is None or each.date <= day)
    )


def new_actions(case: Case, known: Collection[Action]) -> tuple[Action, ...]:
    """Return the actions of a case that were not known before."""
    return tuple(action for action in case.actions if action not in known)


def _is_stale(action: Action, earlier: Case, case: Case) -> bool:
    """Return whether an action that was too early to judge is so no longer, on the day of the later case."""
    noted = action.date or earlier.date or datetime.date.max
    return action.outcome == "too-early" and case.date is not None and (case.date - noted).days > HALF_YEAR
