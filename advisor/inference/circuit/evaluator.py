"""A pure evaluator of the rules: one walk over the conditions, two kinds of values.

The rules become one circuit of gates, layer by layer. It is run on what is known: for one case with 0
and 1, for many with columns of bits. A condition that is neither known to hold nor known to be
false is open: strong Kleene logic (docs/decisions/0002-meaning-of-rules.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.inference.circuit.gates import FALSE, TRUE, Circuit, Gate, Program, Value, constant
from advisor.inference.compile import Compiled, compiled
from advisor.inference.network import Count, Seek, Test, absence_id, positive
from advisor.inference.weighing import FEWEST_BESIDE_PLACING, FEWEST_SIGNS, LIKELY_LEAD, rests_on_placing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import STAGES, Stage
from advisor.knowledge.facts import GIVEN_KINDS, Fact, Thing, is_absence
from advisor.knowledge.rules import (
    Rule,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A test in the circuit: where it holds, and the facts and members it looks at, each with its gate.

    `outside` are the facts that take members out of a share.
    """

    gate: Gate
    facts: tuple[tuple[Fact, Gate], ...] = ()
    outside: tuple[tuple[Fact, Gate], ...] = ()
    members: tuple[Placed, ...] = ()


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


def evaluator_for(knowledge: KnowledgeBase) -> Evaluator:
    """Return the evaluator of a knowledge base: made once, for all who look at its circuit or add to it."""
    return knowledge.memo(_made)["evaluator"]


def _made(knowledge: KnowledgeBase, _: str) -> Evaluator:
    return Evaluator(knowledge)


class Evaluator:
    """The rules of a knowledge base as a circuit. It holds no state of a case.

    `steps` are in an order in which everything a step looks at comes before it. `unkeyed` are facts under
    which a pattern has no key signs after all (see `advisor.verification.mutants`).
    """

    def __init__(self, knowledge: KnowledgeBase, unkeyed: Mapping[str, Iterable[Fact]] | None = None) -> None:
        work = compiled(knowledge)
        self.knowledge = knowledge
        self._unkeyed = unkeyed or {}
        self.circuit = Circuit()
        self._concluded: dict[Fact, Gate] = {}
        self._keyed = work.keyed
        self._signs: dict[Thing, list[CircuitRule]] = {}
        absences = {absence_id(fact): fact for fact in work.network.waiting if is_absence(fact)}
        order = sorted(work.salience, key=lambda id_: -work.salience[id_])
        self.steps = [self._step(id_, absences.get(id_), work) for id_ in order]

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

    @cached_property
    def fires_at(self) -> dict[str, Gate]:
        """Where each rule, absence and weighing fires, by its id."""
        return {step.id: step.fires for step in self.steps}

    @cached_property
    def about(self) -> dict[tuple[type, str], list[CircuitRule]]:
        """The steps of rules that say something of what is advised, by the kind of conclusion and its id."""
        found: dict[tuple[type, str], list[CircuitRule]] = {}
        for step in self.steps:
            then = step.rule.then if step.rule else None
            if then is not None and then.weighs is None:
                found.setdefault((type(then), then.subject), []).append(step)
        return found

    @cached_property
    def _program(self) -> Program:
        tests = [gate for step in self.steps if step.test for gate in _gates_of(step.test)]
        gates = [*(step.fires for step in self.steps), *self._concluded.values(), *tests]
        return self.circuit.program(gates, keep=True)

    @cached_property
    def cell_of(self) -> dict[Gate, int]:
        """The cell of each gate in an evaluation."""
        return self._program.cell_of

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
        weighed = self._weigh_stage(signs) if kind == "stage" else self._weigh_pattern(thing, signs)
        concludes = tuple((Fact(kind, thing, value), gate) for value, gate in weighed.items())
        self._concluded.update(concludes)
        return CircuitRule(id_, None, self.circuit.any_of(weighed.values()), concludes, signs=signs)

    def _weigh_stage(self, signs: Iterable[CircuitRule]) -> dict[str, Gate]:
        """Return where the factor stands at each stage; the same as `weighing.weighed_stage`."""
        circuit = self.circuit
        said = {stage: [sign.fires for sign in signs if sign.says == stage] for stage in STAGES}
        beside = [sign.fires for sign in signs if sign.rule and not rests_on_placing(sign.rule)]
        enough = circuit.both(
            circuit.at_least([gate for gates in said.values() for gate in gates], FEWEST_SIGNS),
            circuit.at_least(beside, FEWEST_BESIDE_PLACING),
        )
        return lower_middle(circuit, said, enough)

    def _weigh_pattern(self, pattern: str, signs: Iterable[CircuitRule]) -> dict[str, Gate]:
        """Return where the pattern is likely and where possible; the same as `weighing.weighed_fit`."""
        circuit = self.circuit
        said = {way: [sign.fires for sign in signs if sign.says == way] for way in ("for", "against")}
        speaks_for, against = circuit.total(said["for"]), circuit.total(said["against"])
        any_key = [sign.fires for sign in signs if sign.rule and sign.rule.then.is_key]
        no_key = map(circuit.given, self._unkeyed.get(pattern, ()))
        key = circuit.any_of([*any_key, *no_key]) if pattern in self._keyed else TRUE
        lead = circuit.total(said["against"] + [TRUE] * LIKELY_LEAD)
        likely = circuit.both(circuit.reaches(speaks_for, lead), key)
        leads = circuit.opposite(circuit.reaches(against, speaks_for))
        several = circuit.at_least(said["for"], LIKELY_LEAD)
        even = circuit.all_of([circuit.reaches(speaks_for, against), several])
        possible = circuit.both(circuit.either(leads, even), circuit.opposite(likely))
        return {"likely": likely, "possible": possible}


def _gates_of(test: Placed) -> Iterator[Gate]:
    """Yield every gate of a test: also those that make no difference to it, which support looks at."""
    yield test.gate
    yield from (gate for _, gate in (*test.facts, *test.outside))
    for member in test.members:
        yield from _gates_of(member)


def placed(test: Test, circuit: Circuit, gate_of: Callable[[Fact], Gate]) -> Placed:
    """Put a test into a circuit; `gate_of` says where each fact is known."""
    if isinstance(test, Seek):
        facts = tuple((fact, gate_of(fact)) for fact in test.facts)
        return Placed(circuit.any_of(gate for _, gate in facts), facts)
    if test.share is not None:
        return _placed_share(test, circuit, gate_of)
    members = tuple(placed(member, circuit, gate_of) for member in test.members)
    return Placed(circuit.at_least([m.gate for m in members], test.need), members=members)


def _placed_share(test: Count, circuit: Circuit, gate_of: Callable[[Fact], Gate]) -> Placed:
    """Put half or most of those that apply into a circuit.

    That a member does not apply is no way of holding. The number that apply is `size` less those
    outside, so instead of dividing it, what holds is counted twice and compared with `size`. Nothing
    is half of nothing: where no member applies, the share is not reached, and its opposite is.
    """
    apart = [member.outside for member in test.members if isinstance(member, Seek) and member.outside]
    outside = tuple((fact, gate_of(fact)) for fact in apart)
    members = tuple(placed(inside(member), circuit, gate_of) for member in test.members)
    size = len(test.members)
    strict = (test.share == "most") != test.negated
    counted = circuit.total([gate for _, gate in outside], [member.gate for member in members])
    enough = circuit.reaches(counted, constant(size + 1 if strict else size))
    none_left = circuit.all_of(gate for _, gate in outside) if len(outside) == size else FALSE
    gate = (
        circuit.either(enough, none_left)
        if test.negated
        else circuit.both(enough, circuit.opposite(none_left))
    )
    return Placed(gate, outside=outside, members=members)


def lower_middle(circuit: Circuit, said: Mapping[Stage, list[Gate]], enough: Gate) -> dict[str, Gate]:
    """Return where each stage is the lower middle of what is said, where `enough` is said at all.

    The lower middle is the lowest stage that at least half of all have not passed.
    """
    low, middling, high = (said[stage] for stage in STAGES)
    emerging = circuit.reaches(circuit.total(low), circuit.total(middling + high))
    half = circuit.reaches(circuit.total(low + middling), circuit.total(high))
    some = circuit.either(half, circuit.any_of(low))
    higher = circuit.both(enough, circuit.opposite(emerging))
    return {
        "emerging": circuit.both(enough, emerging),
        "developing": circuit.both(higher, some),
        "confident": circuit.both(higher, circuit.opposite(some)),
    }


def inside(member: Test) -> Test:
    """Return a member of a share without the way of not applying."""
    if not isinstance(member, Seek):
        return member
    return Seek(tuple(fact for fact in member.facts if fact != member.outside), None)


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

    def support(self, test: Placed) -> Iterator[Fact]:
        """Yield the facts that make a test hold, for one case, in the order of the rule."""
        for fact, gate in (*test.facts, *test.outside):
            if self.at(gate):
                yield fact
        for member in test.members:
            if self.at(member.gate):
                yield from self.support(member)
