"""A pure evaluator of the rules: one walk over the conditions, two kinds of values.

The rules become one circuit of gates, layer by layer. It is run on what is known: for one case with 0
and 1, for many with columns of bits. A condition that is neither known to hold nor known to be
false is open: strong Kleene logic (docs/decisions/0002-meaning-of-rules.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import itemgetter

from advisor._kept import kept
from advisor.inference import weighing
from advisor.inference.circuit.gates import FALSE, TRUE, Circuit, Gate, Program, Value
from advisor.inference.circuit.logics import GateLogic
from advisor.inference.circuit.placed import Placed, gates_of, placed
from advisor.inference.compile import Compiled, compiled
from advisor.inference.network import Count, Test, absence_id, positive
from advisor.inference.weighing import Logic, sign_of
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import GIVEN_KINDS, Fact, Thing, is_absence
from advisor.knowledge.rules import Rule, Signs, Weight


@dataclass(frozen=True, slots=True)
class CircuitRule:
    """A rule, an absence or a weighing in the circuit: what it concludes, and where it fires.

    `condition` is its test, and `test` the same in the circuit. A weighing has none; `signs` are the steps
    that it weighs, and it may conclude several facts.
    """

    id: str
    rule: Rule | None
    fires: Gate
    concludes: tuple[tuple[Fact, Gate], ...]
    condition: Test | None = None
    test: Placed | None = None
    signs: tuple[CircuitRule, ...] = ()

    @property
    def says(self) -> str:
        """What a rule says of its subject, such as a strength or a stage; nothing where there is no rule."""
        return self.rule.then.effect.value if self.rule else ""

    @property
    def weight(self) -> Weight:
        """How much a sign counts for a stage."""
        then = self.rule.then if self.rule else None
        return then.weight if isinstance(then, Signs) else "plain"


def evaluator_for(knowledge: KnowledgeBase) -> Evaluator:
    """Return the evaluator of a knowledge base: made once, for all who look at its circuit or add to it."""
    return knowledge.once(Evaluator)


class Evaluator:
    """The rules of a knowledge base as a circuit. It holds no state of a case.

    `steps` are in an order in which everything a step looks at comes before it. `unkeyed` are facts under
    which a pattern has no key signs after all (see `advisor.verification.mutants`).
    """

    def __init__(self, knowledge: KnowledgeBase, unkeyed: Mapping[str, Iterable[Fact]] | None = None) -> None:
        work = compiled(knowledge)
        self.knowledge = knowledge
        self._unkeyed = unkeyed or {}
        self.circuit: Circuit = Circuit()
        self._logic: Logic[Gate] = GateLogic(self.circuit)
        self._concluded: dict[Fact, Gate] = {}
        self._keyed = work.keyed
        self._signs: dict[Thing, list[CircuitRule]] = {}
        absences = {absence_id(fact): fact for fact in work.network.waiting if is_absence(fact)}
        order = sorted(work.salience, key=lambda id_: -work.salience[id_])
        self.steps: list[CircuitRule] = [self._step(id_, absences.get(id_), work) for id_ in order]

    @property
    def concluded(self) -> Mapping[Fact, Gate]:
        """Where each fact that rules conclude is known."""
        return self._concluded

    def gate_of(self, fact: Fact) -> Gate:
        """Return the gate that is true where a fact is known."""
        if fact.kind in GIVEN_KINDS:
            return self.circuit.given(fact)
        return self._concluded.get(fact, FALSE)

    def evaluate(self, known: Mapping[Fact, Value], everywhere: Value = 1) -> Evaluation:
        """Return what follows from what is known, for one case (0 and 1) or for columns of cases.

        `everywhere` is true for every case: 1, or a column of it.
        """
        return Evaluation(self, self._program.run(known, everywhere ^ everywhere, everywhere))

    @kept
    def fires_at(self) -> dict[str, Gate]:
        """Where each rule, absence and weighing fires, by its id."""
        return {step.id: step.fires for step in self.steps}

    @kept
    def about(self) -> dict[tuple[type, str], list[CircuitRule]]:
        """The steps of rules that say something of what is advised, by the kind of conclusion and its id."""
        found: dict[tuple[type, str], list[CircuitRule]] = {}
        for step in self.steps:
            then = step.rule.then if step.rule else None
            if then is not None and then.weighs is None:
                found.setdefault((type(then), then.subject), []).append(step)
        return found

    @kept
    def _program(self) -> Program:
        tests = [gate for step in self.steps if step.test for gate in gates_of(step.test)]
        gates = [*(step.fires for step in self.steps), *self._concluded.values(), *tests]
        return self.circuit.program(gates, keep=True)

    @kept
    def cell_of(self) -> dict[Gate, int]:
        """The cell of each gate in an evaluation."""
        return self._program.cell_of

    @kept
    def look_at_steps(self) -> Callable[[list[Value]], tuple[Value, ...]]:
        """What gives for all steps at once, from the cells of an evaluation, where they fire."""
        cells = [self.cell_of[step.fires] for step in self.steps]
        return itemgetter(FALSE, *cells)  # of one cell alone it would give no tuple

    def place(self, test: Test) -> Placed:
        """Put a test into the circuit."""
        return placed(test, self.circuit, self.gate_of)

    def _step(self, id_: str, absence: Fact | None, work: Compiled) -> CircuitRule:
        rule = self.knowledge.rule(id_)
        if rule is not None:
            finding = rule.then.effect if rule.then.effect.kind == "finding" else None
            step = self._tested(id_, rule, finding, positive(rule.when, self.knowledge))
            self._keep_sign(rule, step)
            return step
        if absence is not None:
            return self._tested(id_, None, absence, self._ruled_out(absence, work))
        kind, _, thing = id_.partition(":")
        return self._weighing(id_, kind, thing)

    def _tested(self, id_: str, rule: Rule | None, concludes: Fact | None, test: Test) -> CircuitRule:
        placed = self.place(test)
        if concludes is None:
            return CircuitRule(id_, rule, placed.gate, (), test, placed)
        self._concluded[concludes] = self.circuit.either(self.gate_of(concludes), placed.gate)
        return CircuitRule(id_, rule, placed.gate, ((concludes, placed.gate),), test, placed)

    def _ruled_out(self, absence: Fact, work: Compiled) -> Test:
        """Return the test that every way to conclude something is known to be shut."""
        ids = work.concluding.get(f"{absence.kind}:{absence.id}", [])
        ways = [way for way in map(self.knowledge.entry, ids) if not way.then.is_against]
        tests = [positive(way.when, self.knowledge, negated=True) for way in ways]
        return Count(len(tests), tests)

    def _keep_sign(self, rule: Rule, step: CircuitRule) -> None:
        thing = rule.then.weighs
        if thing is not None and thing[0] != "finding":
            self._signs.setdefault(thing, []).append(step)

    def _weighing(self, id_: str, kind: str, thing: str) -> CircuitRule:
        signs = tuple(self._signs.get((kind, thing), ()))
        weighed = self._weighed(kind, thing, signs)
        concludes = tuple((Fact(said, thing, value), gate) for (said, value), gate in weighed.items())
        self._concluded.update(concludes)
        return CircuitRule(id_, None, self.circuit.any_of(weighed.values()), concludes, signs=signs)

    def _weighed(self, kind: str, thing: str, steps: Iterable[CircuitRule]) -> Mapping[tuple[str, str], Gate]:
        """Return where a factor stands at each stage and how sure, or where a pattern fits how well."""
        signs = [sign_of(step.rule, step.fires) for step in steps if step.rule is not None]
        unkeyed = self.circuit.any_of(map(self.circuit.given, self._unkeyed.get(thing, ())))
        return weighing.weighed(self._logic, kind, signs, unkeyed if thing in self._keyed else TRUE)


class Evaluation:
    """What follows from what was known: where each step fires, and where each fact is known."""

    def __init__(self, evaluator: Evaluator, cells: list[Value]) -> None:
        self._evaluator = evaluator
        self._cell_of = evaluator.cell_of
        self._cells = cells

    def at(self, gate: Gate) -> Value:
        """Return where a gate holds."""
        return self._cells[self._cell_of[gate]]

    @property
    def fires(self) -> dict[str, Value]:
        """Where each rule and each absence fires."""
        return {step.id: self.at(step.fires) for step in self._evaluator.steps if step.test is not None}

    @property
    def concluded(self) -> dict[Fact, Value]:
        """Where each fact that rules conclude is known."""
        return {fact: self.at(gate) for fact, gate in self._evaluator.concluded.items()}

    def firing(self) -> Iterator[CircuitRule]:
        """Yield the steps that fire, for one case, in their order."""
        return compress(self._evaluator.steps, self._evaluator.look_at_steps(self._cells)[1:])

    def support(self, test: Placed) -> tuple[Fact, ...]:
        """Return the facts that make a test hold, for one case, each once, in the order of the rule."""
        found: list[Fact] = []
        self._gather(test, found)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _gather(self, test: Placed, found: list[Fact]) -> None:
        cells, cell_of = self._cells, self._cell_of  # a call for each gate would take three times as long
        for fact, gate in test.facts:
            if cells[cell_of[gate]]:
                found.append(fact)
        for fact, gate in test.outside:
            if cells[cell_of[gate]]:
                found.append(fact)
        for member in test.members:
            if cells[cell_of[member.gate]]:
                self._gather(member, found)
