"""A knowledge base as the checks look at it: its conditions as tests, and what its scenarios make fire."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.truth_table import MOST_COMBINATIONS, combinations_of, facts_in
from advisor.inference.compile import compiled
from advisor.inference.network import Count, Test, positive
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import ABSENT, Fact
from advisor.knowledge.integrity_conditions import conditions_of
from advisor.scenarios.scenario import Scenario, tellings


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
        whole = self._expanded(test)
        return whole if combinations_of(whole) <= MOST_COMBINATIONS else test

    def _expanded(self, test: Test) -> Test:
        """Return a test with the tests of what concludes a finding in the place of the finding."""
        if isinstance(test, Count):
            members = [self._expanded(member) for member in test.members]
            return Count(test.need, members, test.share, test.negated)
        findings = [fact for fact in test.facts if fact.kind == "finding"]
        if not findings:
            return test
        ways = [self._way(fact) for fact in findings]
        return ways[0] if len(ways) == 1 else Count(1, ways)

    def _way(self, fact: Fact) -> Test:
        """Return when a finding is concluded, or known not to be: every way to conclude it is shut."""
        is_absent = fact.value == ABSENT
        ways = map(self.knowledge.entry, compiled(self.knowledge).concluding.get(f"finding:{fact.id}", ()))
        tests = [self._expanded(positive(way.when, self.knowledge, negated=is_absent)) for way in ways]
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
