"""Ways to make conditions true: a few answers each, found by trying and not by proof.

They are worked out layer by layer from what rules rest on, so a chain of findings costs as many steps as it
has rules. A way may fail, since weighing and other rules have their say; whoever uses one runs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.satisfy import Way
from advisor.inference.network import Count, Test
from advisor.knowledge.facts import GIVEN_KINDS, Fact
from advisor.knowledge.rules import Signs, Speaks

T = TypeVar("T")
KEPT = 6  # ways to come to one conclusion
_MANY = 1_000
_SIGNS = (2, 3, 1, 4)  # how many are brought together: two decide most


class TrialCases:
    """Finds ways to make conditions of a knowledge base true; the same ones each time."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._chance = Random(1)  # noqa: S311 (nothing is secret: it must be the same in each run)
        self._to: dict[Fact, list[Way]] = {}
        self._of_step: dict[str, list[Way]] = {}
        for step in evaluator.steps:
            self._keep(step)

    def to(self, tests: Sequence[Test]) -> Way | None:
        """Return a way to make all of some tests true, another one each time; None if it was not found."""
        return self._counted(Count(len(tests), list(tests)), {})

    def _keep(self, step: CircuitRule) -> None:
        if step.signs:
            for fact, _ in step.concludes:
                signs = _saying(fact.value, step.signs)
                self._add(self._to.setdefault(fact, []), (self._together(signs, n) for n in _SIGNS * 3))
        elif step.condition is not None and (step.concludes or _is_sign(step)):
            found = self._of_step[step.id] = []
            self._add(found, (self._made({}, step.condition) for _ in range(2 * KEPT)))
            for fact, _ in step.concludes:
                self._add(self._to.setdefault(fact, []), found)

    def _add(self, kept: list[Way], found: Iterable[Way | None]) -> None:
        for way in found:
            if len(kept) == KEPT:
                return
            if way is not None and way not in kept:
                kept.append(way)

    def _together(self, signs: Sequence[CircuitRule], number: int) -> Way | None:
        """Return a way to bring so many of some signs together, or as many as go together."""
        way: Way = {}
        for sign in self._chance.sample(signs, len(signs)):
            more = self._one_of(self._of_step.get(sign.id, ()), way)
            if more is not None:
                way, number = more, number - 1
            if not number:
                break
        return way or None

    def _made(self, way: Way, test: Test) -> Way | None:
        """Return a way, with what makes a test true beside it."""
        if isinstance(test, Count):
            return self._counted(test, way)
        for fact in self._turned(test.facts):
            found = [{fact[:2]: fact.value}] if fact.kind in GIVEN_KINDS else self._to.get(fact, ())
            more = self._one_of(found, way)
            if more is not None:
                return more
        return None

    def _counted(self, test: Count, way: Way) -> Way | None:
        """Return a way, with what makes enough members true beside it."""
        left = test.need
        members = self._turned(test.members)
        if left == len(members):
            members.sort(key=self._choices)  # what leaves the least choice comes first
        for member in members:
            if not left:
                break
            more = self._made(way, member)
            if more is not None:
                way, left = more, left - 1
        return way if left <= 0 else None

    def _choices(self, test: Test) -> int:
        """Return how much choice there is in making a test true, roughly."""
        if isinstance(test, Count):
            return (
                min(map(self._choices, test.members), default=_MANY)
                if test.need == len(test.members)
                else _MANY
            )
        return sum(1 if fact.kind in GIVEN_KINDS else len(self._to.get(fact, ())) for fact in test.facts)

    def _turned(self, several: Sequence[T]) -> list[T]:
        """Return several in their order, from one of them on: quicker than shuffling, and as good here."""
        start = int(self._chance.random() * len(several))
        return [*several[start:], *several[:start]]

    def _one_of(self, ways: Sequence[Way], way: Way) -> Way | None:
        """Return a way with one of some others beside it that does not contradict it."""
        for other in self._turned(ways):
            if all(way.get(thing, value) == value for thing, value in other.items()):
                return {**way, **other}
        return None


def _is_sign(step: CircuitRule) -> bool:
    return step.rule is not None and isinstance(step.rule.then, (Signs, Speaks))


def _saying(value: str, signs: Sequence[CircuitRule]) -> list[CircuitRule]:
    """Return the signs that lead to a value: those that say it, or that speak for a pattern."""
    return [sign for sign in signs if sign.says in (value, "for")]
