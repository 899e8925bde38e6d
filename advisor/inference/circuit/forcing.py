"""What forces a gate to be what it is: some of the given facts, whatever all others are.

As long as these facts stay, so does the gate. Of what is counted, some may turn and the count still falls
short, so a count needs fewer of them than the gates that it is made of (`Circuit.counted`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Any, NamedTuple

from advisor.inference.circuit.gates import AND, FALSE, GIVEN, OR, TRUE, Circuit, Gate
from advisor.knowledge.facts import Fact

COUNT = 4  # beside the kinds of gates: as many of the first hold as of the second, or more
Values = Sequence[int]  # of each gate, by its place: whether it holds
Costs = Sequence[int]  # of each gate, by its place: how much its being forced takes


class _Step(NamedTuple):
    """How one gate is worked out: of two places, or of two lists of places where it is a count."""

    kind: int
    left: Any
    right: Any
    to: int  # its own place


class Forcing:
    """What forces one gate of a circuit. It holds no state of a case."""

    def __init__(self, circuit: Circuit, gate: Gate) -> None:
        order = _below(circuit, gate)
        place = {each: number for number, each in enumerate(order)}
        self._wanted = place[gate]
        self._given: dict[Fact, int] = {}
        self._steps: list[_Step | None] = [None] * len(order)
        for each in order[TRUE + 1 :]:  # false and true come first, and rest on nothing
            kind, left, right = circuit.looks(each)
            if kind == GIVEN:
                self._given[left] = place[each]
            elif each in circuit.counted:
                more, less = circuit.counted[each]
                places = [place[one] for one in more], [place[one] for one in less]
                self._steps[place[each]] = _Step(COUNT, *places, place[each])
            else:
                self._steps[place[each]] = _Step(kind, place[left], place[right], place[each])
        self._working = [step for step in self._steps if step is not None]
        self._facts = {place: fact for fact, place in self._given.items()}

    def values(self, known: Container[Fact]) -> Values:
        """Return which gates hold where these facts are known."""
        values = [0] * len(self._steps)
        values[TRUE] = 1
        for fact, place in self._given.items():
            values[place] = int(fact in known)
        for kind, left, right, to in self._working:
            if kind == AND:
                values[to] = values[left] & values[right]
            elif kind == OR:
                values[to] = values[left] | values[right]
            elif kind == COUNT:
                values[to] = int(_lead(left, right, values) >= 0)
            else:
                values[to] = values[left] ^ values[right]
        return values

    def costs(self, values: Values, of: Callable[[Fact, int], int]) -> Costs:
        """Return what forces each gate costs; `of` says it of a fact that is known (1) or is not (0)."""
        costs = [0] * len(self._steps)
        for fact, place in self._given.items():
            costs[place] = of(fact, values[place])
        for step in self._working:
            costs[step.to] = sum([costs[each] for each in _needed(step, values, costs)])
        return costs

    def forced(self, values: Values, costs: Costs) -> list[tuple[Fact, int]]:
        """Return facts that force the gate, cheap ones, each with whether it is known."""
        found: list[tuple[Fact, int]] = []
        seen, waiting = {FALSE, TRUE}, [self._wanted]
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            step = self._steps[place]
            if step is None:
                found.append((self._facts[place], values[place]))
            else:
                waiting += _needed(step, values, costs)
        return found


def _below(circuit: Circuit, gate: Gate) -> list[Gate]:
    """Return false, true, and all that a gate rests on, each behind what it looks at; counts as a whole."""
    found, waiting = {FALSE, TRUE, gate}, [gate]
    while waiting:
        each = waiting.pop()
        kind, left, right = circuit.looks(each)
        more, less = circuit.counted.get(each, ((), ()) if kind == GIVEN else ((left,), (right,)))
        below = {*more, *less} - found
        found |= below
        waiting += below
    return sorted(found)


def _needed(step: _Step, values: Values, costs: Costs) -> Sequence[int]:
    """Return which of those that a step looks at force it."""
    kind, left, right = step.kind, step.left, step.right
    if kind == COUNT:
        return _needed_of_count(left, right, values, costs)
    if kind not in (AND, OR):
        return left, right
    alone = int(kind == OR)  # one input of this value decides
    deciding = [each for each in (left, right) if values[each] == alone]
    return [min(deciding, key=costs.__getitem__)] if deciding else (left, right)


def _lead(more: Sequence[int], less: Sequence[int], values: Values) -> int:
    return sum([values[each] for each in more]) - sum([values[each] for each in less])


def _needed_of_count(more: Sequence[int], less: Sequence[int], values: Values, costs: Costs) -> Sequence[int]:
    """Return those whose turning turns the count, less as many as may turn without its doing so.

    They are the cheapest. Where 5 of `more` hold and 3 are enough, 2 may turn: any 3 of the 5 force it.
    """
    lead = _lead(more, less, values)
    spare, up = (lead, 1) if lead >= 0 else (-lead - 1, 0)
    turning = [each for each in more if values[each] == up] + [each for each in less if values[each] != up]
    return sorted(turning, key=costs.__getitem__)[: max(0, len(turning) - spare)]
