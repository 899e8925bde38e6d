"""What is certain of a case whatever its open answers turn out to be, and what is still open.

The evaluator says what holds of what is known now. A stage and a fit are weighed on what is known, so they
may change as more is answered; this says of each conclusion whether it always holds, in every completion of
the answers, or never does. It works on bounds: of each sign, whether it must or can show. So what it calls
certain is certain, and something that it calls open may, rarely, be certain all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from advisor._kept import kept
from advisor.inference import weighing
from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.gates import FALSE, TRUE, Program, Value, constant
from advisor.inference.circuit.logics import Bound, BoundLogic
from advisor.inference.circuit.placed import inside
from advisor.inference.network import Count, Seek, Test
from advisor.inference.weighing import Logic, sign_of
from advisor.knowledge.facts import GIVEN_KINDS, Fact
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Recommends, Withholds

K = TypeVar("K")
Places = list[tuple[K, int, int]]  # each with the cells that say whether it is so always and never


class Bounds:
    """Bounds on every conclusion of a knowledge base, added to the circuit of its evaluator."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._circuit = evaluator.circuit
        self._logic: Logic[Bound] = BoundLogic(evaluator.circuit)
        self._knowledge = evaluator.knowledge
        self._values = values_of_answers(evaluator.knowledge)
        self._given: dict[Fact, Bound] = {}
        self.facts: dict[Fact, Bound] = {}
        self.rules: dict[str, Bound] = {}
        for step in evaluator.steps:
            if step.condition is not None:
                self._tested(step, self._of_test(step.condition))
            else:
                self._weighed(step)
        self.recommended: dict[str, Bound] = self._recommended(evaluator)

    def _tested(self, step: CircuitRule, sure: Bound) -> None:
        self.rules[step.id] = sure
        for fact, _ in step.concludes:
            self.facts[fact] = self._logic.either(self.facts.get(fact, self._logic.false), sure)

    def of_fact(self, fact: Fact) -> Bound:
        """Return the bounds of a fact, given or concluded."""
        if fact.kind not in GIVEN_KINDS:
            return self.facts.get(fact, Bound(FALSE, TRUE))
        if fact not in self._given:
            self._given[fact] = self._of_given(fact)
        return self._given[fact]

    def _of_given(self, fact: Fact) -> Bound:
        circuit = self._circuit
        if fact[:2] not in self._values:  # no question asks for it: it is told or not
            return Bound(circuit.given(fact), circuit.opposite(circuit.given(fact)))
        others = (value for value in self._values.get(fact[:2], ()) if value != fact.value)
        shut = [circuit.given(fact._replace(value=value)) for value in others]
        unknown = circuit.both(circuit.given(stays_unknown(fact)), circuit.opposite(circuit.given(fact)))
        return Bound(circuit.given(fact), circuit.any_of([*shut, unknown]))

    def _of_test(self, test: Test) -> Bound:
        circuit = self._circuit
        if isinstance(test, Seek):
            found = [self.of_fact(fact) for fact in test.facts]
            return Bound(circuit.any_of(f.always for f in found), circuit.all_of(f.never for f in found))
        if test.share is not None:
            return self._of_share(test)
        return self._logic.at_least([self._of_test(member) for member in test.members], test.need)

    def _of_share(self, test: Count) -> Bound:
        """Return the bounds of half or most of those that apply; counted as `Evaluator` counts them.

        A member adds two where it holds and one where it does not apply: at the least what it must add,
        at the most what it can.
        """
        circuit, size = self._circuit, len(test.members)
        members = [self._of_test(inside(member)) for member in test.members]
        apart = [
            self.of_fact(member.outside)
            if isinstance(member, Seek) and member.outside is not None
            else Bound(FALSE, TRUE)
            for member in test.members
        ]
        wanted = constant(size + 1 if (test.share == "most") != test.negated else size)
        least = circuit.total([out.always for out in apart], [member.always for member in members])
        can_leave = [
            circuit.both(member.never, circuit.opposite(out.never))
            for member, out in zip(members, apart, strict=True)
        ]
        most = circuit.total(can_leave, [circuit.opposite(member.never) for member in members])
        enough, too_few = circuit.reaches(least, wanted), circuit.opposite(circuit.reaches(most, wanted))
        none_left = circuit.all_of(out.always for out in apart)
        if test.negated:
            some_left = circuit.any_of(out.never for out in apart)
            return Bound(circuit.either(enough, none_left), circuit.both(too_few, some_left))
        return Bound(circuit.both(enough, circuit.opposite(none_left)), circuit.either(too_few, none_left))

    def _weighed(self, step: CircuitRule) -> None:
        kind, _, _ = step.id.partition(":")
        signs = [sign_of(sign.rule, self.rules[sign.id]) for sign in step.signs if sign.rule is not None]
        logic = self._logic
        unkeyed = logic.false if any(sign.is_key for sign in signs) else logic.true
        found = weighing.weighed(logic, kind, signs, unkeyed)
        for fact, _ in step.concludes:
            self.facts[fact] = found[fact.kind, fact.value]

    def _recommended(self, evaluator: Evaluator) -> dict[str, Bound]:
        """Return the bounds of each recommendation: a reason speaks for it, and none says not now."""
        reasons: dict[tuple[type, str], list[Bound]] = {}
        for step in evaluator.steps:
            then = step.rule.then if step.rule else None
            if isinstance(then, Recommends):
                reasons.setdefault((Recommends, then.recommend), []).append(self.rules[step.id])
            elif isinstance(then, Withholds):
                reasons.setdefault((Withholds, then.withhold), []).append(self.rules[step.id])
        found: dict[str, Bound] = {}
        for id_ in self._knowledge.ids(self._knowledge.kinds.advisable):
            speaks_for = self._logic.any_of(reasons.get((Recommends, id_), ()))
            held_back = self._logic.any_of(reasons.get((Withholds, id_), ()))
            found[id_] = self._logic.both(speaks_for, self._logic.opposite(held_back))
        return found

    @kept
    def _program(self) -> Program:
        several = (*self.rules.values(), *self.facts.values(), *self.recommended.values())
        return self._circuit.program([gate for sure in several for gate in sure])

    def of_case(self, known: Iterable[Fact]) -> CaseBounds:
        """Return what is certain of one case, by the facts that it gives.

        Facts made by `stays_unknown` say which open answers will not be given.
        """
        cells = self._program.run(dict.fromkeys(known, 1), 0, 1)
        rules, facts, recommended = self._places
        return CaseBounds(_truths(rules, cells), _truths(facts, cells), _truths(recommended, cells))

    @kept
    def _places(self) -> tuple[Places[str], Places[Fact], Places[str]]:
        """Where the bounds lie in the program's cells: of rules, facts and recommendations."""
        cell_of = self._program.cell_of
        return (
            [(id_, cell_of[sure.always], cell_of[sure.never]) for id_, sure in self.rules.items()],
            [(fact, cell_of[sure.always], cell_of[sure.never]) for fact, sure in self.facts.items()],
            [(id_, cell_of[sure.always], cell_of[sure.never]) for id_, sure in self.recommended.items()],
        )


def _truths(places: Places[K], cells: list[Value]) -> dict[K, bool | None]:
    """Return of each whether it is always so, never, or open; some thousand for each question asked."""
    return {key: True if cells[always] else False if cells[never] else None for key, always, never in places}


def stays_unknown(fact: Fact) -> Fact:
    """Return the fact that says of an answer or item that it will not be known, whatever else is."""
    return fact._replace(value="stays-unknown")


class CaseBounds(NamedTuple):
    """Of each rule, concluded fact and recommendation: True always, False never, None still open."""

    rules: Mapping[str, bool | None]
    facts: Mapping[Fact, bool | None]
    recommended: Mapping[str, bool | None]
