"""What comes first in the plan of many cases that differ in little.

Each is advised on: a plan hangs on the answers behind its reasons too, so cases in which the same rules fire
may differ in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case

OF_ORDER = ("withhold", "wait")  # what a rule says that holds something back or has it wait


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """The ids of what the plan has first, and which rules hold back what, or let it wait."""

    first: frozenset[str]
    held: frozenset[tuple[str, str]]

    def stay_in(self, other: FirstSteps) -> float:
        """Return which part of these stays in another plan; there must be one at least."""
        return len(self.first & other.first) / len(self.first)

    def differ_by_order(self, other: FirstSteps) -> bool:
        """Return whether a rule, in one of both alone, holds back or lets wait what one alone has first."""
        moved = self.first ^ other.first
        return any(about in moved for about, _ in self.held ^ other.held)


def first_steps(reasoner: Reasoner, cases: Sequence[Case]) -> list[FirstSteps]:
    """Return what comes first in each of several cases."""
    return [_first_of(reasoner, case) for case in cases]


def _first_of(reasoner: Reasoner, case: Case) -> FirstSteps:
    advice = reasoner.advise(case)
    said = [(firing.concludes, firing.id) for firing in advice.firings]
    return FirstSteps(
        frozenset(step.id for step in advice.plan if step.when == "first"),
        frozenset((fact.id, rule) for fact, rule in said if fact.kind in OF_ORDER),
    )
