"""A knowledge base as the checks look at it: its conditions as tests, and what its scenarios make fire."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from advisor._kept import kept
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import Evaluator, evaluator_for
from advisor.inference.circuit.trials import columns_of_cases
from advisor.inference.network import Seek, Test, positive
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.integrity_conditions import conditions_of
from advisor.knowledge.rules import Rule
from advisor.scenarios.scenario import Scenario, tellings
from advisor.verification.possible import Possible, Query

T = TypeVar("T")


class Subject:
    """A knowledge base and its scenarios; everything is worked out when a check first wants it."""

    def __init__(self, knowledge: KnowledgeBase, scenarios: Sequence[Scenario]) -> None:
        self.knowledge = knowledge
        self.scenarios = scenarios
        self.left_out: dict[tuple[str, str], int] = {}  # not compared, by check and entry
        self._once: dict[Callable[[Subject], Any], Any] = {}

    @kept
    def evaluator(self) -> Evaluator:
        """The rules as a circuit, to which checks add what they ask."""
        return evaluator_for(self.knowledge)

    @kept
    def tests(self) -> dict[str, Test]:
        """The condition of each rule, by its id."""
        return {
            step.id: step.condition
            for step in self.evaluator.steps
            if step.rule is not None and step.condition is not None
        }

    @kept
    def possible(self) -> Possible:
        """What can be in any case; the cases of the scenarios are tried first."""
        return Possible(self.evaluator, self._cases)

    @kept
    def own_rules(self) -> list[Rule]:
        """The rules that are written in the folder itself: of those that it extends nothing is complained."""
        return [rule for rule in self.knowledge.rules if self.knowledge.is_own(rule.id)]

    def own_entries(self) -> Iterator[tuple[str, Any]]:
        """Yield kind and entry of all that is written in the folder itself."""
        return (each for each in self.knowledge.all_entries() if self.knowledge.is_own(each[1].id))

    @kept
    def compared(self) -> list[Rule]:
        """Its own rules, and all that conclude something of the same things: one may be like another."""
        about = {rule.then.subject for rule in self.own_rules}
        return [rule for rule in self.knowledge.rules if rule.then.subject in about]

    @kept
    def can_fire(self) -> dict[str, bool | None]:
        """Whether each of these rules can fire in any case; None where that is too much to find out."""
        fires, compared = self.evaluator.fires_at, {rule.id for rule in self.compared}
        tests = {id_: test for id_, test in self.tests.items() if id_ in compared}
        queries = [Query(fires[id_], ((test,),)) for id_, test in tests.items()]
        return dict(zip(tests, self.possible.ask(queries), strict=True))

    def once(self, work: Callable[[Subject], T]) -> T:
        """Return what `work` makes of it, worked out when it is first asked for: what several checks need."""
        if work not in self._once:
            self._once[work] = work(self)
        found: T = self._once[work]
        return found

    @kept
    def _cases(self) -> list[list[Fact]]:
        """What is known in each scenario and variation."""
        told = [telling.case for each in self.scenarios for telling in tellings(each, self.knowledge)]
        return [initial_facts(case, self.knowledge) for case in told]

    def leave_out(self, check: str, id_: str, number: int = 1) -> None:
        """Note that a check did not compare so much of what it would compare with the entry of this id."""
        if number:
            self.left_out[check, id_] = self.left_out.get((check, id_), 0) + number

    @kept
    def read(self) -> frozenset[Fact]:
        """Every fact that some rule looks at, or a text that is said otherwise."""
        conditions = (condition for _, condition in conditions_of(self.knowledge))
        texts = (positive(condition, self.knowledge) for condition in conditions)
        return frozenset(fact for test in (*self.tests.values(), *texts) for fact in facts_in(test))

    @kept
    def fired(self) -> dict[str, tuple[bool, bool]]:
        """For each rule whether it fires, and whether it does not, in some scenario or variation."""
        everywhere = (1 << len(self._cases)) - 1
        fires = self.evaluator.evaluate(columns_of_cases(self._cases), everywhere).fires
        return {rule.id: (fires[rule.id] != 0, fires[rule.id] != everywhere) for rule in self.knowledge.rules}


def facts_in(test: Test) -> Iterator[Fact]:
    """Yield every fact that a test looks at."""
    if isinstance(test, Seek):
        yield from test.facts
        yield from [test.outside] if test.outside else []
    else:
        for member in test.members:
            yield from facts_in(member)
