"""The order of what is advised of one kind, in the circuit: that of `advice.order`, for many cases.

What can begin comes before what must wait; then more strong reasons, then moderate, then slight; then
how many factors that are not confident the reasons reach; then the order of the source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.gates import FALSE, Gate, Number
from advisor.inference.circuit.touched import Touched
from advisor.inference.outdone import outdone
from advisor.knowledge.rules import STRENGTHS, ComesFirst, NeedsHelp, Recommends, Withholds


@dataclass(slots=True)
class Candidate:
    """What the circuit says of one thing: whether it is advised, by which weight, and how ready it is.

    `waits` says for which others it waits, where both are advised; `weight` grows with its reasons.
    """

    id: str
    advised: Gate
    weight: Number
    waits: dict[str, Gate]
    needs_help: Gate


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the order: where each thing stands in it, and where what stands there waits."""

    taken_by: dict[str, Gate]
    after: Gate
    needs_help: Gate


def counted(step: CircuitRule, supports: Iterable[CircuitRule], evaluator: Evaluator) -> Gate:
    """Return where one of the reasons for something fires, and no stronger one says the same and more.

    `supports` are all of them, `inference.outdone` says what says the same.
    """
    circuit = evaluator.circuit
    above = [each for each in supports if STRENGTHS.index(each.says) < STRENGTHS.index(step.says)]
    by = [each.fires for each in above if outdone(step.id, [each.id], evaluator.knowledge)]
    return circuit.both(step.fires, circuit.opposite(circuit.any_of(by)))


class Ranking:
    """What is advised of one kind in its order; `places` has one for each entry, the first one first."""

    def __init__(self, evaluator: Evaluator, kind: str = "intervention") -> None:
        self._evaluator = evaluator
        self._circuit = evaluator.circuit
        self._touched = Touched(evaluator)
        ids = evaluator.knowledge.ids_of(kind)
        self.candidates: dict[str, Candidate] = {id_: self._candidate(id_) for id_ in ids}
        for candidate in self.candidates.values():
            self._keep_waits_for_advised(candidate)
        self.places: list[Place] = self._places()

    def _fires(self, about: type, id_: str) -> list[CircuitRule]:
        return self._evaluator.about.get((about, id_), [])

    def _candidate(self, id_: str) -> Candidate:
        circuit = self._circuit
        supports = self._fires(Recommends, id_)
        waits: dict[str, Gate] = {}
        for step in self._fires(ComesFirst, id_):
            first = step.says
            waits[first] = circuit.either(waits.get(first, FALSE), step.fires)
        return Candidate(
            id_,
            advised(self._evaluator, id_),
            self._weight(supports),
            waits,
            circuit.any_of(step.fires for step in self._fires(NeedsHelp, id_)),
        )

    def _keep_waits_for_advised(self, candidate: Candidate) -> None:
        candidate.waits = {
            first: self._circuit.all_of((wait, candidate.advised, self.candidates[first].advised))
            for first, wait in candidate.waits.items()
            if first in self.candidates
        }

    def _weight(self, supports: list[CircuitRule]) -> Number:
        """Return a number in which a strong reason outweighs all moderate ones, and so on down to reach."""
        circuit = self._circuit
        factors = self._evaluator.knowledge.ids_of("factor")
        reach = circuit.total([self._touched.unsettled_factor(factor, supports) for factor in factors])
        weight = _padded(reach, len(factors))
        most = len(self._evaluator.knowledge.ids_of("rule"))
        for strength in reversed(STRENGTHS):
            of_that = [counted(step, supports, self._evaluator) for step in supports if step.says == strength]
            weight += _padded(circuit.total(of_that), most)
        return weight

    def _places(self) -> list[Place]:
        left = {id_: candidate.advised for id_, candidate in self.candidates.items()}
        before = self._before()
        done = dict.fromkeys(self.candidates, FALSE)
        places: list[Place] = []
        for _ in self.candidates:
            taken = self._taken(left, done, before)
            places.append(self._place(taken, done))
            for id_, gate in taken.items():
                done[id_] = self._circuit.either(done[id_], gate)
                left[id_] = self._circuit.both(left[id_], self._circuit.opposite(gate))
        return places

    def _before(self) -> dict[tuple[str, str], Gate]:
        """Return where one comes before the other, were it not for what has been placed already."""
        circuit = self._circuit
        waiting = {id_: circuit.any_of(each.waits.values()) for id_, each in self.candidates.items()}
        before: dict[tuple[str, str], Gate] = {}
        ids = list(self.candidates)
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                heavier = circuit.reaches(self.candidates[one].weight, self.candidates[other].weight)
                sooner = circuit.both(circuit.opposite(waiting[one]), waiting[other])
                alike = circuit.opposite(circuit.differ(waiting[one], waiting[other]))
                before[one, other] = circuit.either(sooner, circuit.both(alike, heavier))
                before[other, one] = circuit.opposite(before[one, other])
        return before

    def _taken(
        self, left: dict[str, Gate], done: dict[str, Gate], before: dict[tuple[str, str], Gate]
    ) -> dict[str, Gate]:
        """Return where each takes the next place: the first that waits for nothing, else the first."""
        circuit = self._circuit
        free = {id_: circuit.both(gate, self._all_done(id_, done)) for id_, gate in left.items()}
        none_free = circuit.opposite(circuit.any_of(free.values()))
        able = {id_: circuit.either(free[id_], circuit.both(none_free, gate)) for id_, gate in left.items()}
        return {
            id_: circuit.all_of(
                [
                    able[id_],
                    *(circuit.opposite(circuit.both(able[o], before[o, id_])) for o in able if o != id_),
                ]
            )
            for id_ in able
        }

    def _all_done(self, id_: str, done: dict[str, Gate]) -> Gate:
        circuit = self._circuit
        waits = self.candidates[id_].waits
        return circuit.all_of(
            circuit.opposite(circuit.both(wait, circuit.opposite(done[first])))
            for first, wait in waits.items()
        )

    def _place(self, taken: dict[str, Gate], done: dict[str, Gate]) -> Place:
        circuit = self._circuit
        after = circuit.any_of(
            circuit.all_of((taken[id_], wait, done[first]))
            for id_, candidate in self.candidates.items()
            for first, wait in candidate.waits.items()
            if first != id_
        )
        help_ = circuit.any_of(
            circuit.both(taken[id_], each.needs_help) for id_, each in self.candidates.items()
        )
        return Place(taken, after, help_)


def advised(evaluator: Evaluator, id_: str) -> Gate:
    """Return where something is advised: a reason speaks for it, and none holds it back."""
    circuit = evaluator.circuit
    supported = circuit.any_of(step.fires for step in evaluator.about.get((Recommends, id_), ()))
    withheld = circuit.any_of(step.fires for step in evaluator.about.get((Withholds, id_), ()))
    return circuit.both(supported, circuit.opposite(withheld))


def _padded(number: Number, most: int) -> Number:
    """Return a number with as many digits as `most` needs."""
    return number + [FALSE] * (most.bit_length() - len(number))
