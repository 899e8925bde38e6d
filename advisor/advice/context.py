"""What is known of one case while its advice is put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor._kept import kept
from advisor.advice.grounds import Grounds
from advisor.advice.order import Factors, factors_reached
from advisor.advice.parts import PatternAdvice
from advisor.advice.patterns import leading_facts, recognised
from advisor.advice.support import Reasons, gather
from advisor.cases.case import Case
from advisor.inference.firing import Concluding, Firing, by_conclusion
from advisor.inference.weighing import rests_on_placing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, is_absence
from advisor.knowledge.rules import Rule


class BuildContext:
    """One case, the facts that it gives, and what fired on it; all else is worked out when it is wanted.

    `fired` are the firings in the order in which they fired: what one rests on comes before it.
    """

    def __init__(
        self, fired: Sequence[Firing], given: Sequence[Fact], case: Case, knowledge: KnowledgeBase
    ) -> None:
        self._fired = fired
        self.given = given
        self.case: Case = replace(case)  # what is looked at later is of the case as it is now
        self.knowledge = knowledge

    @kept
    def firings(self) -> list[Firing]:
        """The firings of rules, each in the words of its rule, in the order of the knowledge base."""
        firings = {firing.id: firing for firing in self._fired if not firing.is_derived}
        return [firings[id_] for id_ in sorted(firings, key=self.knowledge.positions.__getitem__)]

    @kept
    def derived(self) -> list[Firing]:
        """What was weighed from signs, and what is known not to be there, by their ids."""
        derived = {firing.id: firing for firing in self._fired if firing.is_derived}
        return [derived[id_] for id_ in sorted(derived)]

    @kept
    def concluding(self) -> Concluding:
        """The firings by what they conclude."""
        return by_conclusion([*self.firings, *self.derived])

    def ids_concluding(self, kind: str) -> dict[str, tuple[str, ...]]:
        """Return for each id of a kind that was concluded to be there the ids of the firings behind it."""
        there = ((fact, firings) for fact, firings in self.concluding.items() if not is_absence(fact))
        return {fact.id: tuple([each.id for each in said]) for fact, said in there if fact.kind == kind}

    @kept
    def wording(self) -> Wording:
        """The texts of the knowledge base in the words for this case."""
        return Wording(self.knowledge, {*self.given, *self.concluding}, self.concluding)

    @kept
    def reasons(self) -> dict[str, Reasons]:
        """The reasons for and against each thing that can be advised."""
        return gather(self.firings, self.knowledge)

    @kept
    def stages(self) -> Mapping[str, str]:
        """Where each factor stands that can be placed."""
        return self._said_of_factors("stage")

    @kept
    def sure(self) -> Mapping[str, str]:
        """Firm or tentative, of each factor whose stage is known."""
        return self._said_of_factors("sure")

    def _said_of_factors(self, kind: str) -> Mapping[str, str]:
        """Return what was concluded of each factor: `emerging`, or `firm` of `emerging-firm`."""
        found = (firing.concludes for firing in self.derived if firing.concludes.kind == kind)
        return {fact.id: fact.value.rpartition("-")[2] for fact in found}

    @kept
    def own_views(self) -> frozenset[str]:
        """The factors of which the leader's own placing is all that says where they stand."""
        stages = (firing for firing in self.derived if firing.concludes.kind == "stage")
        placing = self.knowledge.memo(_rests_on_placing)
        return frozenset(
            firing.concludes.id for firing in stages if all(placing[sign.id] for sign in firing.support)
        )

    @kept
    def patterns(self) -> Sequence[PatternAdvice]:
        """The situations that are recognised, that which leads first."""
        return recognised(self.derived, self.knowledge, self.wording)

    @kept
    def leading(self) -> Sequence[Fact]:
        """The patterns by which reasons are told, that which leads first."""
        return leading_facts(self.patterns, self.knowledge)

    @kept
    def reached(self) -> Mapping[Fact, Factors]:
        """The factors that a fact is about, however deep."""
        return factors_reached(self._fired, self.knowledge)

    @kept
    def grounds(self) -> Grounds:
        """The answers behind each firing."""
        return Grounds(self._fired, self.concluding)


def _rests_on_placing(knowledge: KnowledgeBase, rule: str) -> bool:
    return rests_on_placing(knowledge.entry(rule, Rule))
