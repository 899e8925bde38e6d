"""The logics of a circuit in which signs are weighed: gates, and bounds of gates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from advisor.inference.circuit.gates import FALSE, TRUE, Circuit, Gate, Number


class GateLogic:
    """Truth values are gates of a circuit: where, of many cases, something holds."""

    true: Gate = TRUE
    false: Gate = FALSE

    def __init__(self, circuit: Circuit) -> None:
        self._circuit = circuit
        self.both: Callable[[Gate, Gate], Gate] = circuit.both
        self.either: Callable[[Gate, Gate], Gate] = circuit.either
        self.opposite: Callable[[Gate], Gate] = circuit.opposite
        self.any_of: Callable[[Iterable[Gate]], Gate] = circuit.any_of
        self.at_least: Callable[[Sequence[Gate], int], Gate] = circuit.at_least

    def reaches(self, more: Sequence[Gate], less: Sequence[Gate]) -> Gate:
        """Return where as many of the first hold as of the second, or more."""
        circuit = self._circuit
        return circuit.as_counted(circuit.reaches(circuit.total(more), circuit.total(less)), more, less)


class Bound(NamedTuple):
    """Where something holds in every completion of the answers, and where in none."""

    always: Gate
    never: Gate


class BoundLogic:
    """Truth values are bounds. They are safe, not sharp: both may be false where one would be so.

    That is because of each sign it is looked at alone what it must and what it can do.
    """

    true: Bound = Bound(TRUE, FALSE)
    false: Bound = Bound(FALSE, TRUE)

    def __init__(self, circuit: Circuit) -> None:
        self._circuit = circuit

    def both(self, one: Bound, other: Bound) -> Bound:
        """Return the bounds of both."""
        circuit = self._circuit
        return Bound(circuit.both(one.always, other.always), circuit.either(one.never, other.never))

    def either(self, one: Bound, other: Bound) -> Bound:
        """Return the bounds of one, or both."""
        circuit = self._circuit
        return Bound(circuit.either(one.always, other.always), circuit.both(one.never, other.never))

    def opposite(self, one: Bound) -> Bound:
        """Return the bounds of its not holding."""
        return Bound(one.never, one.always)

    def any_of(self, several: Iterable[Bound]) -> Bound:
        """Return the bounds of one or more."""
        result = self.false
        for bound in several:
            result = self.either(result, bound)
        return result

    def at_least(self, several: Sequence[Bound], least: int) -> Bound:
        """Return the bounds of so many or more."""
        return Bound(
            self._circuit.at_least([bound.always for bound in several], least),
            self._circuit.at_least([bound.never for bound in several], len(several) - least + 1),
        )

    def reaches(self, more: Sequence[Bound], less: Sequence[Bound]) -> Bound:
        """Return the bounds of as many of the first as of the second, or more."""
        circuit = self._circuit
        always = circuit.reaches(self._must(more), self._can(less))
        return Bound(always, circuit.opposite(circuit.reaches(self._can(more), self._must(less))))

    def _must(self, several: Iterable[Bound]) -> Number:
        return self._circuit.total([bound.always for bound in several])

    def _can(self, several: Iterable[Bound]) -> Number:
        return self._circuit.total([self._circuit.opposite(bound.never) for bound in several])
