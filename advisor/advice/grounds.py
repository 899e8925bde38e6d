"""Which answers a reason rests on, however deep: so one can tell whether two are about the same trouble."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor._kept import kept
from advisor.inference.bottom_up import worked_out
from advisor.inference.firing import Concluding, Firing
from advisor.knowledge.facts import GIVEN_KINDS, Fact, is_absence

NOTHING: frozenset[Fact] = frozenset()


class Grounds:
    """The answers behind each firing of a case.

    What is known not to be there, and what speaks against a pattern, is no ground for anything.
    """

    def __init__(self, firings: Iterable[Firing], concluding: Concluding) -> None:
        self._firings, self._concluding = firings, concluding
        self._of: dict[str, frozenset[Fact]] = {}
        self._of_fact: dict[Fact, frozenset[Fact]] = {}

    @kept
    def _by_id(self) -> dict[str, Firing]:
        return {firing.id: firing for firing in self._firings}

    def of(self, firing: Firing) -> frozenset[Fact]:
        """Return the answers that a firing rests on."""
        if firing.id not in self._of:
            self._of[firing.id] = NOTHING.union(*map(self.of_fact, firing.support))
        return self._of[firing.id]

    def of_fact(self, fact: Fact) -> frozenset[Fact]:
        """Return the answers that a fact rests on; an answer rests on itself."""
        found = self._of_fact.get(fact)  # most are asked for again and again
        if found is not None:
            return found
        if fact.kind in GIVEN_KINDS:
            self._of_fact[fact] = self._looked_up(fact)
            return self._of_fact[fact]
        return worked_out(fact, self._of_fact, self._below, self._looked_up)

    def _behind(self, fact: Fact) -> Sequence[Firing] | None:
        return [self._by_id[fact.id]] if fact.kind == "sign" else self._concluding.get(fact)

    def _below(self, fact: Fact) -> list[Fact]:
        if is_absence(fact) or fact.value == "against":
            return []
        return [each for firing in self._behind(fact) or () for each in firing.support]

    def _looked_up(self, fact: Fact) -> frozenset[Fact]:
        if is_absence(fact) or fact.value == "against":
            return NOTHING
        behind = self._behind(fact)
        return frozenset((fact,)) if behind is None else NOTHING.union(*map(self.of, behind))
