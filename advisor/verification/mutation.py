"""Which small changes to the rules the scenarios would notice: how far the knowledge is pinned down.

Every change is a bit of whole numbers, and what scenarios expect is part of the circuit, so all changes are
tried on a scenario in one run (in hardware testing this is called parallel fault simulation).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.ranking import Ranking, advised, counted
from advisor.inference.circuit.touched import Touched
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import PRESENT, Fact
from advisor.knowledge.rules import Cautions, ComesFirst, NeedsHelp, Raises, Recommends
from advisor.knowledge.terms import STAGES
from advisor.scenarios.expectations import Before, Expectations, because_of
from advisor.scenarios.scenario import Scenario, Telling, tellings
from advisor.verification.mutants import Mutant, mutants, switched, unkeyed, with_switches


@dataclass(frozen=True, slots=True)
class MutantResult:
    """What scenarios notice of one change.

    `expectation` if one would no longer be met, `record` if a rule would fire otherwise. `fires` says whether
    the rule fires in any scenario as it is.
    """

    mutant: Mutant
    expectation: bool
    record: bool
    fires: bool


def try_mutants(
    knowledge: KnowledgeBase, scenarios: Iterable[Scenario], recorded_ids: Collection[str]
) -> list[MutantResult]:
    """Return for every change to a rule whether the scenarios notice it; `recorded_ids` have a record."""
    return try_changes(knowledge, scenarios, recorded_ids, mutants(knowledge))


def try_changes(
    knowledge: KnowledgeBase,
    scenarios: Iterable[Scenario],
    recorded_ids: Collection[str],
    changes: Sequence[Mutant],
) -> list[MutantResult]:
    """Return the same for some changes."""
    told = [(scenario.id, each) for scenario in scenarios for each in tellings(scenario, knowledge)]
    expected = recorded = 0
    fired: set[str] = set()
    watch = _Watch(knowledge, changes)
    for (id_, _), seen in zip(told, watch.over([telling for _, telling in told]), strict=True):
        expected |= seen.expectation
        recorded |= seen.record if id_ in recorded_ids else 0
        fired |= seen.fired
    return [
        MutantResult(mutant, bool(expected >> row & 1), bool(recorded >> row & 1), mutant.of in fired)
        for row, mutant in enumerate(changes)
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows in which a scenario would notice something, and the rules that fire in it as they are."""

    expectation: int
    record: int
    fired: set[str]


class _Watch:
    """All changes at once, and what scenarios expect, in one circuit."""

    def __init__(self, knowledge: KnowledgeBase, changes: Sequence[Mutant]) -> None:
        self._knowledge = with_switches(knowledge, changes)
        self._evaluator = Evaluator(self._knowledge, unkeyed(knowledge, changes))
        self._circuit = self._evaluator.circuit
        self._switches = switched(changes)
        self._everywhere = (1 << len(changes) + 1) - 1
        self._as_it_is = 1 << len(changes)
        self._steps = [step for step in self._evaluator.steps if step.rule is not None]

    def over(self, told: Sequence[Telling]) -> Iterator[_Seen]:
        """Yield what is noticed of each telling of a scenario."""
        expected = _Expected(self._evaluator)
        met = [[*expected.gates(telling.expect)] for telling in told]
        wanted = [*chain.from_iterable(met), *(step.fires for step in self._steps)]
        program = self._circuit.program(wanted)
        for telling, gates in zip(told, met, strict=True):
            yield self._seen(telling.case, gates, program)

    def _seen(self, case: Case, met: Sequence[Gate], program: Program) -> _Seen:
        known = dict.fromkeys(initial_facts(case, self._knowledge), self._everywhere)
        cells = program.run({**known, **self._switches}, 0, self._everywhere)
        record = expectation = 0
        for gate in met:
            expectation |= self._unlike(cells[program.cell_of[gate]])
        fired = set()
        for step in self._steps:
            value = cells[program.cell_of[step.fires]]
            record |= self._unlike(value)
            if value & self._as_it_is:
                fired.add(step.id)
        return _Seen(expectation, record, fired)

    def _unlike(self, value: int) -> int:
        """Return the rows in which a value differs from the last row's, where no switch is on."""
        return self._everywhere ^ value if value & self._as_it_is else value


class _Expected:
    """Expectations as part of the circuit."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._circuit = evaluator.circuit
        self._ranking = Ranking(evaluator)
        self._rests = _RestsOn(evaluator)

    def _reasons(self, id_: str) -> Iterator[CircuitRule]:
        """Yield the steps that say something of what is advised, other than that it is held back."""
        for kind in (Recommends, Cautions, NeedsHelp, ComesFirst):
            yield from self._evaluator.about.get((kind, id_), ())

    def gates(self, expect: Expectations) -> Iterator[Gate]:
        """Yield where each expectation is met."""
        circuit = self._circuit
        if expect.first is not None:
            yield self._ranking.places[0].taken_by[expect.first.id]
        for each in expect.recommended:
            reasons = self._because_of(each, [*self._reasons(each.id)])
            yield circuit.all_of([self._advised(each.id), *reasons])
        for unwanted in expect.not_recommended:
            yield circuit.opposite(self._advised(unwanted.id))
        for planned in (*expect.in_plan, *expect.among_first):  # the plan itself is not in the circuit
            yield self._advised(planned.id)
        for found in expect.found:
            yield circuit.all_of([self._found(found.id), *self._because_of(found, self._ways(found.id))])
        for not_found in expect.not_found:
            yield circuit.opposite(self._found(not_found.id))
        yield from map(self._before, expect.before)
        for stage in expect.stages:
            yield self._stage(stage.factor, stage.is_)

    def _advised(self, id_: str) -> Gate:
        return advised(self._evaluator, id_)

    def _found(self, id_: str) -> Gate:
        facts = (Fact("finding", id_, PRESENT), Fact("pattern", id_, "likely"))
        fires = [step.fires for step in self._evaluator.steps if step.id == id_]
        fires += [step.fires for step in self._evaluator.about.get((Raises, id_), ())]
        return self._circuit.any_of([*map(self._evaluator.gate_of, facts), *fires])

    def _ways(self, id_: str) -> list[CircuitRule]:
        """Return the steps that conclude a finding or a pattern, raise an alert, or are the rule."""
        steps = self._evaluator.steps
        raising = self._evaluator.about.get((Raises, id_), [])
        ways = [step for step in steps if step.id == id_ or any(f.id == id_ for f, _ in step.concludes)]
        return [*ways, *raising]

    def _because_of(self, each: Any, steps: Sequence[CircuitRule]) -> Iterator[Gate]:
        """Yield where each thing that must be among the reasons is, however deep."""
        circuit = self._circuit
        for id_ in because_of(each):
            yield circuit.any_of(
                circuit.both(self._fires(step), self._rests.step(step, id_)) for step in steps
            )

    def _fires(self, step: CircuitRule) -> Gate:
        """Return where a step is a reason: no stronger one outdoes it, and what is waited for is advised."""
        then = step.rule.then if step.rule else None
        if isinstance(then, Recommends):
            return counted(step, self._evaluator.about[Recommends, then.recommend], self._evaluator)
        if isinstance(then, ComesFirst):
            return self._circuit.both(step.fires, self._advised(then.first))
        return step.fires

    def _before(self, pair: Before) -> Gate:
        circuit, places = self._circuit, self._ranking.places
        in_order = circuit.any_of(
            circuit.both(place.taken_by[pair.first], later.taken_by[pair.then])
            for number, place in enumerate(places)
            for later in places[number + 1 :]
        )
        alone = circuit.both(self._advised(pair.first), circuit.opposite(self._advised(pair.then)))
        return circuit.either(in_order, alone)

    def _stage(self, factor: str, stage: str) -> Gate:
        gates: dict[str, Gate] = {
            each: self._evaluator.gate_of(Fact("stage", factor, each)) for each in STAGES
        }
        known = self._circuit.any_of(gates.values())
        return self._circuit.opposite(known) if stage == "unknown" else gates[stage]


class _RestsOn(Touched):
    """Which steps rest on a rule, a question, an item or a conclusion, however deep."""

    def is_it(self, step: CircuitRule, factor: str) -> bool:
        """Return whether a step is that rule."""
        return step.id.partition(":")[0] == factor

    def is_about(self, fact: Fact, factor: str) -> bool:
        """Return whether a fact is the one that is meant."""
        return factor in (fact.id, fact.id.partition(".")[0])
