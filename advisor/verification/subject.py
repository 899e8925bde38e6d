"""A knowledge base as the checks look at it: its conditions as tests, and what its scenarios make fire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.truth_table import (
    MOST_COMBINATIONS,
    combinations_of,
    depth_of,
    facts_in,
    size_of,
)
from advisor.inference.compile import compiled
from advisor.inference.network import Count, Test, positive
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import ABSENT, PRESENT, Fact
from advisor.knowledge.integrity_conditions import conditions_of
from advisor.knowledge.strata import layers
from advisor.scenarios.scenario import Scenario, tellings

# Of a condition taken down to answers: groups inside each other, and comparisons. Where there are several
# ways to each finding of a chain they multiply: without a limit there would be more than can be looked at.
DEEPEST, LARGEST = 100, 500


class Subject:
    """A knowledge base and its scenarios; everything is worked out when a check first wants it."""

    def __init__(self, knowledge: KnowledgeBase, scenarios: Sequence[Scenario]) -> None:
        self.knowledge = knowledge
        self.scenarios = scenarios

    @cached_property
    def tests(self) -> dict[str, Test]:
        """The condition of each rule, by its id."""
        return {rule.id: positive(rule.when, self.knowledge) for rule in self.knowledge.rules}

    @cached_property
    def deep(self) -> dict[str, Test]:
        """The condition of each rule, by its id, down to the answers that findings rest on.

        Stages and patterns are weighed, so they stay as they are; so do findings that rest on too much.
        """
        return {id_: self.down(test) for id_, test in self.tests.items()}

    def down(self, test: Test) -> Test:
        """Return a test down to the answers that findings rest on, where that is not too much."""
        whole = self._expanded(test, self._grounds)
        return whole if combinations_of(whole) <= MOST_COMBINATIONS else test

    @cached_property
    def _grounds(self) -> dict[Fact, Test]:
        """When each finding is concluded, and known not to be, from the lowest layer up.

        One that rests on too much, or on too long a chain, is not among them.
        """
        found: dict[Fact, Test] = {}
        layer_of = layers(self.knowledge.rules)
        findings = [thing for thing in layer_of if thing[0] == "finding"]
        for thing in sorted(findings, key=lambda thing: layer_of[thing]):
            for value in (PRESENT, ABSENT):
                way = self._way(Fact(*thing, value), found)
                if (
                    size_of(way) <= LARGEST
                    and depth_of(way) <= DEEPEST
                    and combinations_of(way) <= MOST_COMBINATIONS
                ):
                    found[Fact(*thing, value)] = way
        return found

    def _expanded(self, test: Test, grounds: Mapping[Fact, Test]) -> Test:
        """Return a test with the tests of what concludes a finding in the place of the finding."""
        if isinstance(test, Count):
            members = [self._expanded(member, grounds) for member in test.members]
            return Count(test.need, members, test.share, test.negated)
        ways = [grounds[fact] for fact in test.facts if fact in grounds]
        if len(ways) < len(test.facts):  # a condition looks at one finding, or at none
            return test
        return ways[0] if len(ways) == 1 else Count(1, ways)

    def _way(self, fact: Fact, grounds: Mapping[Fact, Test]) -> Test:
        """Return when a finding is concluded, or known not to be: every way to conclude it is shut."""
        is_absent = fact.value == ABSENT
        ways = map(self.knowledge.entry, compiled(self.knowledge).concluding.get(f"finding:{fact.id}", ()))
        tests = [
            self._expanded(positive(way.when, self.knowledge, negated=is_absent), grounds) for way in ways
        ]
        if len(tests) == 1:
            return tests[0]
        return Count(len(tests) if is_absent else 1, tests)

    @cached_property
    def read(self) -> frozenset[Fact]:
        """Every fact that some rule looks at, or a text that is said otherwise."""
        conditions = (condition for _, condition in conditions_of(self.knowledge))
        texts = (positive(condition, self.knowledge) for condition in conditions)
        return frozenset(fact for test in (*self.tests.values(), *texts) for fact in facts_in(test))

    @cached_property
    def fired(self) -> dict[str, tuple[bool, bool]]:
        """For each rule whether it fires, and whether it does not, in some scenario or variation."""
        cases = [
            telling.case for scenario in self.scenarios for telling in tellings(scenario, self.knowledge)
        ]
        everywhere = (1 << len(cases)) - 1
        known: dict[Fact, int] = {}
        for number, case in enumerate(cases):
            for fact in initial_facts(case, self.knowledge):
                known[fact] = known.get(fact, 0) | 1 << number
        fires = evaluator_for(self.knowledge).evaluate(known, everywhere).fires
        return {rule.id: (fires[rule.id] != 0, fires[rule.id] != everywhere) for rule in self.knowledge.rules}
