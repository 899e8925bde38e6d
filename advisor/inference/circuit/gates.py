"""Logic as a circuit: every condition becomes gates over truth values, and equal gates are one.

A truth value is 0 or 1 for one case. For many cases it is a column of machine words with one bit a
case. `&`, `|` and `^` mean the same for both, so one circuit answers for one case and for a million.
Numbers are lists of truth values, the ones first, and are added and compared by the rules of pencil and
paper arithmetic: a count of signs over a column costs a few operations on whole words, never one a case.
"""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from threading import Lock
from typing import Any

Gate = int  # the number of a gate in its circuit
Number = list[Gate]
Value = Any  # 0 or 1, or a NumPy column of 64-bit words

FALSE: Gate = 0
TRUE: Gate = 1
_MAKING = Lock()
AND, OR, XOR, GIVEN = range(4)


class Circuit:
    """Gates in an order in which each comes after what it looks at."""

    def __init__(self) -> None:
        self._gates: list[tuple[int, Any, Any]] = [(GIVEN, None, FALSE), (GIVEN, None, TRUE)]
        self._made: dict[tuple[int, Any, Any], Gate] = {}
        self.counted: dict[Gate, tuple[Sequence[Gate], Sequence[Gate]]] = {}

    def given(self, key: Hashable) -> Gate:
        """Return the gate that is true where `key` is known; what is never given is false."""
        return self._gate(GIVEN, key, None)

    def __len__(self) -> int:
        """Return how many gates there are."""
        return len(self._gates)

    def looks(self, gate: Gate) -> tuple[int, Any, Any]:
        """Return the kind of a gate and what it looks at; of one that is given, its key first."""
        return self._gates[gate]

    def cone(self, gate: Gate, cut: Container[Gate] = ()) -> list[Gate]:
        """Return a gate and all that it rests on, but not what those of `cut` rest on; left before right."""
        found: dict[Gate, None] = {}
        waiting = [gate]
        while waiting:
            each = waiting.pop()
            if each in found:
                continue
            found[each] = None
            kind, left, right = self._gates[each]
            if kind != GIVEN and each not in cut:
                waiting += (right, left)
        return list(found)

    def _gate(self, kind: int, left: Any, right: Any) -> Gate:
        gate = (kind, left, right)
        if (made := self._made.get(gate)) is not None:
            return made
        with _MAKING:  # threads may add to one circuit
            if gate not in self._made:
                self._gates.append(gate)
                self._made[gate] = len(self._gates) - 1
        return self._made[gate]

    def both(self, left: Gate, right: Gate) -> Gate:
        """Return where both hold."""
        low, high = (left, right) if left < right else (right, left)
        if low in (FALSE, high):
            return low
        return high if low == TRUE else self._gate(AND, low, high)

    def either(self, left: Gate, right: Gate) -> Gate:
        """Return where one holds, or both."""
        low, high = (left, right) if left < right else (right, left)
        if TRUE in (low, high):
            return TRUE
        return high if low in (FALSE, high) else self._gate(OR, low, high)

    def differ(self, left: Gate, right: Gate) -> Gate:
        """Return where one holds and the other does not."""
        low, high = (left, right) if left < right else (right, left)
        if low == high:
            return FALSE
        if low == TRUE:
            return self.opposite(high)
        return high if low == FALSE else self._gate(XOR, low, high)

    def opposite(self, gate: Gate) -> Gate:
        """Return where it does not hold."""
        if gate <= TRUE:
            return TRUE - gate
        kind, left, right = self._gates[gate]
        return int(right) if kind == XOR and left == TRUE else self._gate(XOR, TRUE, gate)

    def all_of(self, gates: Iterable[Gate]) -> Gate:
        """Return where every one holds; of none, everywhere."""
        return reduce(self.both, sorted(set(gates)), TRUE)

    def any_of(self, gates: Iterable[Gate]) -> Gate:
        """Return where one or more holds; of none, nowhere."""
        return reduce(self.either, sorted(set(gates)), FALSE)

    def total(self, *weighted: Iterable[Gate]) -> Number:
        """Return how many of the first hold, plus twice how many of the second, and so on."""
        columns = [list(gates) for gates in weighted]
        number: Number = []
        while columns:
            ones, carried = self._added(columns.pop(0))
            number.append(ones)
            if carried:
                columns = [carried + columns[0], *columns[1:]] if columns else [carried]
        return number

    def _added(self, gates: list[Gate]) -> tuple[Gate, list[Gate]]:
        """Return the last digit of how many hold, and what is carried over."""
        waiting = [gate for gate in gates if gate != FALSE]
        carried: list[Gate] = []
        while len(waiting) > 1:
            first, second = waiting.pop(0), waiting.pop(0)
            third = waiting.pop(0) if waiting else FALSE
            unlike = self.differ(first, second)
            waiting.append(self.differ(unlike, third))
            carry = self.either(self.both(first, second), self.both(unlike, third))
            carried += [carry] if carry != FALSE else []
        return (waiting or [FALSE])[0], carried

    def reaches(self, number: Number, least: Number) -> Gate:
        """Return where the first number is at least the second."""
        reached = TRUE
        for place in range(max(len(number), len(least))):
            mine = number[place] if place < len(number) else FALSE
            other = least[place] if place < len(least) else FALSE
            unlike = self.differ(mine, other)
            reached = self.either(self.both(unlike, mine), self.both(self.opposite(unlike), reached))
        return reached

    def at_least(self, gates: Sequence[Gate], least: int) -> Gate:
        """Return where so many hold or more."""
        if least <= 1:
            return TRUE if least <= 0 else self.any_of(gates)
        if least >= len(gates):
            return self.all_of(gates) if least == len(gates) else FALSE
        return self.as_counted(self.reaches(self.total(gates), constant(least)), gates, [TRUE] * least)

    def as_counted(self, gate: Gate, more: Sequence[Gate], less: Sequence[Gate]) -> Gate:
        """Return a gate and keep what it counts: it holds where as many of `more` hold as of `less`."""
        if gate > max((TRUE, *more, *less)):  # else it is one of them, or as simple
            self.counted[gate] = tuple(more), tuple(less)
        return gate

    def program(self, wanted: Sequence[Gate], *, keep: bool = False) -> Program:
        """Return how to work out the `wanted` gates and nothing else.

        With `keep` every gate has a cell of its own, so that all can be looked at afterwards; without,
        a cell is used again as soon as nothing will look at it any more.
        """
        return _Writer(self._gates, wanted, keep).program()


def constant(number: int) -> Number:
    """Return a number that is the same everywhere."""
    return [TRUE if digit == "1" else FALSE for digit in reversed(f"{number:b}")]


@dataclass(frozen=True, slots=True)
class Program:
    """A circuit written out: what is given goes into cells, then one step after another.

    `given` says which key goes into which cell, `steps` are (operator, cell, cell, cell for the
    result), `cell_of` says where what was wanted lies afterwards. It is plain data and may be pickled.
    """

    cells: int
    given: dict[Hashable, int]
    steps: list[tuple[int, int, int, int]]
    cell_of: dict[Gate, int]

    def run(self, known: Mapping[Any, Value], nowhere: Value, everywhere: Value) -> list[Value]:
        """Return all cells, given where each key is known; `cell_of` says where to look.

        `nowhere` and `everywhere` are false and true: 0 and 1, or columns.
        """
        cells: list[Value] = [nowhere] * self.cells
        cells[TRUE] = everywhere
        for key, cell in self.given.items():
            if key in known:
                cells[cell] = known[key]
        for kind, left, right, to in self.steps:  # written out: a call for each would take half as long again
            if kind == AND:
                cells[to] = cells[left] & cells[right]
            elif kind == OR:
                cells[to] = cells[left] | cells[right]
            else:
                cells[to] = cells[left] ^ cells[right]
        return cells


class _Writer:
    """Writes a program: finds what is needed, and gives each gate a cell."""

    def __init__(self, gates: list[tuple[int, Any, Any]], wanted: Sequence[Gate], keep: bool) -> None:
        self._gates = gates
        self._wanted = wanted
        self._keep = keep
        self._last = self._last_looks()

    def _last_looks(self) -> dict[Gate, Gate]:
        """Return for each gate that is needed the last one that looks at it; itself if it is wanted."""
        last = dict.fromkeys((FALSE, TRUE, *self._wanted), len(self._gates))
        for gate in range(max(last), TRUE, -1):
            kind, left, right = self._gates[gate]
            if gate in last and kind != GIVEN:
                last.setdefault(left, gate)
                last.setdefault(right, gate)
        return last

    def program(self) -> Program:
        cell_of: dict[Gate, int] = {FALSE: FALSE, TRUE: TRUE}
        last = self._last
        free: list[int] = []
        given: dict[Hashable, int] = {}
        steps: list[tuple[int, int, int, int]] = []
        needed = [gate for gate in sorted(self._last) if gate > TRUE]
        cells = TRUE + 1
        # What is given lies in its cell from the start, so those cells come first.
        for gate in (g for g in needed if self._gates[g][0] == GIVEN):
            given[self._gates[gate][1]] = cell_of[gate] = cells
            cells += 1
        for gate in (g for g in needed if self._gates[g][0] != GIVEN):
            kind, left, right = self._gates[gate]
            read = cell_of[left], cell_of[right]
            if not self._keep:
                if last[left] == gate:
                    free.append(read[0])
                if last[right] == gate and right != left:
                    free.append(read[1])
            if free:
                cell_of[gate] = free.pop()
            else:
                cell_of[gate] = cells
                cells += 1
            steps.append((kind, *read, cell_of[gate]))
        seen = cell_of if self._keep else self._wanted
        return Program(cells, given, steps, {gate: cell_of[gate] for gate in seen})
