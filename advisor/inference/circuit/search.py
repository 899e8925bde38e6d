"""Which small sets of changes bring what is wanted: a search that leaves out what cannot.

As long as what is wanted does not hold, some given facts force it not to. A set that brings it changes one of
those, so only such changes are gone into, and so on behind each. The last change of a set is not chosen:
whatever may come behind a beginning is tried in one run, a bit of whole numbers for each set.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from advisor._kept import kept
from advisor.inference.circuit.forcing import Costs, Forcing
from advisor.inference.circuit.gates import Circuit, Gate, Program
from advisor.inference.circuit.trials import Counterfactual, Key, bits_set, columns_of
from advisor.knowledge.facts import Fact

LARGEST = 3  # sets: nobody would change more
MOST_SETS = 40  # found: nobody would read more
AT_ONCE = 32  # beginnings: many short numbers are quicker to work with than a few that are very long
Places = tuple[int, ...]  # of changes, in their order


class Wanted:
    """A gate that is to hold, what works it out and nothing else, and what forces it."""

    def __init__(self, circuit: Circuit, gate: Gate) -> None:
        self._circuit, self._gate = circuit, gate
        self.program: Program = circuit.program([gate])

    @kept
    def forcing(self) -> Forcing:
        """What forces the gate: made only where no single change will do."""
        return Forcing(self._circuit, self._gate)

    def where(self, columns: Mapping[Fact, int], everywhere: int) -> int:
        """Return in which trials it holds, given in which each fact is known."""
        cells = self.program.run(columns, 0, everywhere)
        return int(cells[self.program.cell_of[self._gate]])


class _Beginning(NamedTuple):
    """Changes that are made, and a bit for each that may be made beside them."""

    made: Places
    open: int


def sets_that_bring(
    wanted: Wanted, known: Sequence[Fact], changes: Sequence[Counterfactual]
) -> Iterator[list[tuple[Counterfactual, ...]]]:
    """Yield the sets of one change after which what is wanted holds, then those of two, then of three.

    It does not hold yet. The changes of a set are of different answers, and no part of it would do. Of three
    those with the first of the changes come, then those with the second, and so on until there are enough.
    """
    trial = _Trial(wanted, known, changes)
    beginnings = [_Beginning((), (1 << len(changes)) - 1)]
    smaller: set[Places] = set()
    for size in range(1, LARGEST + 1):
        if size > 1:
            longer = (more for each in beginnings for more in trial.longer(each))
            beginnings = [each for each in longer if not _contains(each.made, smaller)]
        rows = sorted(row for row in trial.completed(beginnings) if not _contains(row, smaller))
        found = _first_of(rows) if size == LARGEST else rows
        yield [tuple(changes[place] for place in row) for row in found]
        smaller.update(rows)


def _contains(row: Places, sets: set[Places]) -> bool:
    """Return whether a set of changes is one of some sets, or one of them is part of it."""
    return any(part in sets for size in range(1, len(row) + 1) for part in combinations(row, size))


def _first_of(rows: Sequence[Places]) -> Sequence[Places]:
    """Return the sets with the first of the changes, and so on until there are enough."""
    return [row for row in rows if row[0] <= rows[MOST_SETS][0]] if len(rows) > MOST_SETS else rows


class _Trial:
    """Changes to one case; sets of them are tried."""

    def __init__(self, wanted: Wanted, known: Sequence[Fact], changes: Sequence[Counterfactual]) -> None:
        self._wanted, self._known, self._changes = wanted, known, changes
        self._width = len(changes) // 8 + 1  # bytes: so many rows has each beginning, a bit for each change
        self._making: dict[Fact, int] = {}
        self._changing: dict[Key, int] = {}
        for place, change in enumerate(changes):
            self._making[change.fact] = 1 << place
            self._changing[change.key] = self._changing.get(change.key, 0) | 1 << place

    def completed(self, beginnings: Sequence[_Beginning]) -> Iterator[Places]:
        """Yield the sets, of a beginning and one change more, after which what is wanted holds."""
        for begin in range(0, len(beginnings), AT_ONCE):
            yield from self._completed(beginnings[begin : begin + AT_ONCE])

    def _completed(self, beginnings: Sequence[_Beginning]) -> Iterator[Places]:
        width, everywhere = self._width, (1 << 8 * self._width * len(beginnings)) - 1
        columns = columns_of(self._known, self._changes, self._rows(beginnings), everywhere)
        allowed = b"".join(each.open.to_bytes(width, "little") for each in beginnings)
        for row in bits_set(self._wanted.where(columns, everywhere) & int.from_bytes(allowed, "little")):
            number, place = divmod(row, 8 * width)
            yield tuple(sorted((*beginnings[number].made, place)))

    def _rows(self, beginnings: Sequence[_Beginning]) -> list[int]:
        """Return in which rows each change is made: one behind each beginning, all where that has it."""
        width, everyone = self._width, b"\xff" * self._width
        rows = [
            bytearray((1 << place).to_bytes(width, "little") * len(beginnings))
            for place in range(len(self._changes))
        ]
        for number, beginning in enumerate(beginnings):
            for place in beginning.made:
                rows[place][number * width : (number + 1) * width] = everyone
        return [int.from_bytes(column, "little") for column in rows]

    def longer(self, beginning: _Beginning) -> Iterator[_Beginning]:
        """Yield the beginnings with one change more that may become sets that bring it, none twice."""
        forcing, open_ = self._wanted.forcing, beginning.open
        values = forcing.values(self._with(beginning.made))
        turning = 0
        for fact, holds in forcing.forced(values, self._costs):
            turning |= self._turning(fact, holds)
        for place in bits_set(turning & open_):
            open_ &= ~(1 << place)  # whatever has it comes behind this beginning, and behind none after it
            beside = open_ & ~self._changing[self._changes[place].key]
            yield _Beginning(tuple(sorted((*beginning.made, place))), beside)

    def _with(self, made: Places) -> set[Fact]:
        """Return what is known where some changes are made."""
        changed = {self._changes[place].key: self._changes[place].fact for place in made}
        return {fact for fact in self._known if fact[:2] not in changed} | {*changed.values()}

    def _turning(self, fact: Fact, holds: int) -> int:
        """Return a bit for each change that turns a fact."""
        return self._changing.get(fact[:2], 0) if holds else self._making.get(fact, 0)

    @kept
    def _costs(self) -> Costs:
        """How many changes turn what forces each gate, as things are; behind a beginning a good guess."""
        forcing = self._wanted.forcing
        values = forcing.values(set(self._known))
        return forcing.costs(values, lambda fact, holds: self._turning(fact, holds).bit_count())
