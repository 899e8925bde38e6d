"""Which rules the advice would miss, and whether what scenarios expect notices that they are gone.

Each rule that fires in a telling of a scenario is taken away, alone, and what the advice then says is laid
beside what it says as it is: the stages, the pattern that leads, and what the plan has first. Which rules
would still fire is worked out for all of them in one run, each a bit of whole numbers.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from advisor.advice.build import advice_from
from advisor.advice.model import Advice
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.engine import ColumnarEngine
from advisor.inference.circuit.evaluator import CircuitRule, Evaluation, Evaluator
from advisor.inference.circuit.gates import Gate
from advisor.inference.circuit.placed import Placed, gates_of
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.scenarios.expectation_check import begun, planned
from advisor.scenarios.expectations import Expectations
from advisor.scenarios.scenario import Scenario, Telling, tellings
from advisor.verification.mutants import Mutant, mutants, switched, unkeyed, with_switches
from advisor.verification.mutation import try_changes


@dataclass(slots=True)
class Removal:
    """A rule taken away: in which tellings that changes what, and whether an expectation notices it.

    `changes` maps a telling to the parts of the advice that are other: stages, leading, first, alerts.
    """

    rule: str
    changes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    noticed: bool = False


def try_removals(knowledge: KnowledgeBase, scenarios: Sequence[Scenario]) -> list[Removal]:
    """Return each rule that the advice on some telling would miss, in the order of the rules.

    Their number is a lower bound: a rule that fires in a story is tried there, and not again in its
    variations. `changes` names the tellings in which one that was tried is missed.
    """
    changes = [each for each in mutants(knowledge) if each.kind == "removed"]
    found = {each.of: Removal(each.of) for each in changes}
    for result in try_changes(knowledge, scenarios, (), changes):
        found[result.mutant.of].noticed = result.expectation
    without = Without(knowledge, changes)
    for scenario in scenarios:
        _look(scenario, found, without)
    for scenario in scenarios:
        _look_again(scenario, found, without)
    return [each for each in found.values() if each.changes]


def _look(scenario: Scenario, found: dict[str, Removal], without: Without) -> None:
    """Take away each rule that fires in a story, and in a variation each that does not fire before it."""
    looked_at: set[str] = set()
    for telling in tellings(scenario, without.knowledge):
        told = without.told(telling)
        as_it_is = told.advice(None)
        where = f"{scenario.id} with {telling.with_}" if telling.with_ else scenario.id
        for rule in told.fires:
            if rule in looked_at:
                continue
            looked_at.add(rule)
            advice = told.advice(rule)
            parts = tuple(_other(as_it_is, advice))
            if parts:
                found[rule].changes[where] = parts
            found[rule].noticed |= not _plan_as_expected(telling.expect, advice)


def _look_again(scenario: Scenario, found: dict[str, Removal], without: Without) -> None:
    """Hold the plans of variations against each rule that matters and that nothing has noticed yet."""
    for telling in tellings(scenario, without.knowledge):
        if telling.with_ and (telling.expect.in_plan or telling.expect.among_first):
            told = without.told(telling)
            for rule in told.fires:
                if found[rule].changes and not found[rule].noticed:
                    found[rule].noticed = not _plan_as_expected(telling.expect, told.advice(rule))


def _other(one: Advice, other: Advice) -> Iterator[str]:
    """Yield what is other in the advice without a rule."""
    if [each.stage for each in one.factors] != [each.stage for each in other.factors]:
        yield "stages"
    if (one.leading and one.leading.pattern) != (other.leading and other.leading.pattern):
        yield "leading"
    if begun(one) != begun(other):
        yield "first"
    if one.alerts != other.alerts:
        yield "alerts"


def _plan_as_expected(expect: Expectations, advice: Advice) -> bool:
    in_plan = {each.id for each in expect.in_plan} <= planned(advice)
    return in_plan and {each.id for each in expect.among_first} <= begun(advice)


class Without:
    """A knowledge base in which each rule can be switched off."""

    def __init__(self, knowledge: KnowledgeBase, changes: Sequence[Mutant]) -> None:
        self.knowledge = knowledge
        changed = with_switches(knowledge, changes)
        self._evaluator = Evaluator(changed, unkeyed(knowledge, changes))
        self._engine = ColumnarEngine(changed, self._evaluator)
        self.rows: dict[str, int] = {each.of: row for row, each in enumerate(changes)}
        self.switches: dict[Fact, int] = switched(changes)
        self._everywhere = (1 << len(changes) + 1) - 1

    def firings(self, step: CircuitRule, state: Evaluation) -> list[Firing]:
        """Return the firings of one step in a row; none where it does not fire there."""
        return self._engine.firings(state, (step,)) if state.at(step.fires) else []

    def told(self, telling: Telling) -> Told:
        """Return a telling with everything worked out that follows from it, with and without each rule."""
        facts = initial_facts(telling.case, self.knowledge)
        known = {**dict.fromkeys(facts, self._everywhere), **self.switches}
        return Told(telling, facts, self, self._evaluator, self._evaluator.evaluate(known, self._everywhere))


class Told:
    """A telling, and the advice on it without one rule or another; `fires` are those that fire in it."""

    def __init__(
        self,
        telling: Telling,
        facts: Sequence[Fact],
        without: Without,
        evaluator: Evaluator,
        state: Evaluation,
    ) -> None:
        self._case, self._facts, self._without = telling.case, facts, without
        self._state = state
        as_it_is = _Row(state, len(without.rows), without.switches)
        steps = [step for step in evaluator.steps if state.at(step.fires)]
        self._steps = [
            (step, self._other_rows(step, as_it_is), without.firings(step, as_it_is)) for step in steps
        ]
        self.fires: list[str] = [
            step.id for step in steps if step.id in without.rows and as_it_is.at(step.fires)
        ]

    def _other_rows(self, step: CircuitRule, as_it_is: _Row) -> int:
        """Return the rows in which something that a step looks at is other than as it is."""
        gates = [step.fires, *(gate for _, gate in step.concludes), *(sign.fires for sign in step.signs)]
        rows = 0
        for gate in (*gates, *(gates_of(step.test) if step.test else ())):
            value: int = self._state.at(gate)
            rows |= ~value if as_it_is.at(gate) else value
        return rows

    def advice(self, rule: str | None) -> Advice:
        """Return the advice without a rule; as it is without None."""
        rows = self._without.rows
        row = len(rows) if rule is None else rows[rule]
        state = _Row(self._state, row, self._without.switches)
        firings = [
            self._without.firings(step, state) if other >> row & 1 else as_it_is
            for step, other, as_it_is in self._steps
        ]
        return advice_from(
            [*chain.from_iterable(firings)], self._facts, self._case, self._without.knowledge, "columnar"
        )


class _Row(Evaluation):
    """One row of many: what follows where one rule is taken away. Switches are no reasons for anything."""

    def __init__(self, of: Evaluation, row: int, switches: Container[Fact]) -> None:
        self._of, self._row, self._switches = of, row, switches

    def at(self, gate: Gate) -> int:
        """Return whether a gate holds in this row."""
        value: int = self._of.at(gate)
        return value >> self._row & 1

    def _gather(self, test: Placed, found: list[Fact]) -> None:
        held = (fact for fact, gate in (*test.facts, *test.outside) if self.at(gate))
        found += [fact for fact in held if fact not in self._switches]
        for member in test.members:
            if self.at(member.gate):
                self._gather(member, found)
