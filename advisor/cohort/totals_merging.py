"""Cells of tables merged until none has fewer cases than may be shown (docs/decisions/0035).

Rows are merged with rows and columns with columns, in all tables alike. So every table is a count of the same
coarser words, and whoever has all of them cannot tell apart what was merged: any other split of a merged
cell would give the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np

from advisor.cohort.totals import LEAST
from advisor.cohort.totals_tally import VALUES

Table = Any  # a NumPy table of whole numbers: a row for each sector or quarter, `VALUES` columns a spread


@dataclass
class Grid:
    """The raw tables and how they are merged.

    `columns` are the places where a column of all tables begins. Of the sectors, `rest` are those that are
    merged with each other; of the quarters, `quarters_begin` says where each run of them does.
    """

    whole: Table
    sectors: Table
    quarters: Table
    columns: list[int]
    rest: list[int] = field(default_factory=list)
    quarters_begin: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, whole: Table, sectors: Table, quarters: Table) -> Grid:
        """Return the tables with nothing merged yet but what no case is of: sectors, quarters, not known."""
        grid = cls(whole.reshape(1, -1), sectors, quarters, [*_begins(whole)])
        grid.rest = [row for row in range(len(sectors)) if not sectors[row].any()]
        grid.quarters_begin = [row for row in range(len(quarters)) if row == 0 or quarters[row - 1].any()]
        return grid

    @property
    def own_sectors(self) -> list[int]:
        """The sectors that have a row of their own."""
        return [row for row in range(len(self.sectors)) if row not in self.rest]

    def by_sector(self) -> Table:
        """Return the table of sectors as merged; the last row is the rest, if anybody is of it."""
        rows = self._narrow(self.sectors)
        rest = rows[self.rest].sum(axis=0, keepdims=True)
        return np.vstack([rows[self.own_sectors], rest if rest.any() else rest[:0]])

    def by_quarter(self) -> Table:
        """Return the table of quarters as merged."""
        rows = self._narrow(self.quarters)
        return np.add.reduceat(rows, self.quarters_begin, axis=0) if len(rows) else rows

    def all_in_all(self) -> Table:
        """Return the one row of all cases as merged."""
        return self._narrow(self.whole)

    def tables(self) -> list[Table]:
        """Return all three as merged."""
        return [self.all_in_all(), self.by_sector(), self.by_quarter()]

    def _narrow(self, table: Table) -> Table:
        return np.add.reduceat(table, self.columns, axis=1) if len(table) else table[:, self.columns]


def _begins(whole: Table) -> Iterator[int]:
    """Yield where the columns begin.

    That all is known, or nothing, says nothing of anybody; so it is no cell that has to be hidden.
    """
    for first in range(0, whole.size, VALUES):
        unknown, known = whole[first], whole[first + 1 : first + VALUES].sum()
        yield first
        if known:
            yield from range(first + (1 if unknown else 2), first + VALUES)


@dataclass(frozen=True)
class Merge:
    """A way to merge once more: how many cells it `ends` that are below `LEAST`, and how many it costs."""

    ends: int
    costs: int
    columns: list[int] | None = None
    rest: list[int] | None = None
    quarters_begin: list[int] | None = None

    @property
    def worth(self) -> Fraction:
        """What it does away with for each cell that it costs."""
        return Fraction(self.ends, self.costs)


def merged(grid: Grid) -> bool:
    """Merge the cells of a grid, those first that do most; return whether all that is left may be shown.

    Each merge does away with a cell that has too few, so there is an end: at the latest a single cell that
    is all cases.
    """
    while any(_few(table).any() for table in grid.tables()):
        best = max(_merges(grid), key=lambda merge: merge.worth, default=None)
        if best is None:
            return False
        for name in ("columns", "rest", "quarters_begin"):
            if (found := getattr(best, name)) is not None:
                setattr(grid, name, found)
    return True


def _few(table: Table) -> Table:
    return table < LEAST


def _merges(grid: Grid) -> Iterator[Merge]:
    """Yield the merges that do away with something, in an order that is always the same."""
    found = (*_of_columns(grid), *_of_quarters(grid), *_of_sectors(grid))
    return (merge for merge in found if merge.ends > 0)


def _of_columns(grid: Grid) -> Iterator[Merge]:
    """Yield each merge of two neighbouring columns of one spread."""
    tables = np.vstack(grid.tables())
    few = _few(tables).sum(axis=0)
    for place in range(1, len(grid.columns)):
        begin = grid.columns[place]
        if begin % VALUES == 0:
            continue
        both = int(_few(tables[:, place - 1] + tables[:, place]).sum())
        ends = int(few[place - 1] + few[place]) - both
        spread = sum(other // VALUES == begin // VALUES for other in grid.columns)
        # Of two columns merged into one nothing is left that other spreads do not say.
        costs = len(tables) * (1 if spread > 2 else 2)
        yield Merge(ends, costs, columns=[*grid.columns[:place], *grid.columns[place + 1 :]])


def _of_quarters(grid: Grid) -> Iterator[Merge]:
    """Yield the best merge of two neighbouring runs of quarters."""
    table, begins = grid.by_quarter(), grid.quarters_begin
    if len(table) < 2:
        return
    few = _few(table).sum(axis=1)
    ends = few[:-1] + few[1:] - _few(table[:-1] + table[1:]).sum(axis=1)
    place = int(np.argmax(ends)) + 1
    left = [*begins[:place], *begins[place + 1 :]]
    yield Merge(int(ends[place - 1]), _cost(table), quarters_begin=left)


def _of_sectors(grid: Grid) -> Iterator[Merge]:
    """Yield each way to merge a sector with the rest; two of them where the rest is empty."""
    table, own = grid.by_sector(), grid.own_sectors
    if len(table) < 2:
        return
    for some in combinations(range(len(own)), 1 if len(table) > len(own) else 2):
        gone = [*some, len(own)] if len(table) > len(own) else [*some]
        lost = int(_few(table[gone]).sum())
        left = int(_few(table[gone].sum(axis=0)).sum())
        rest = sorted([*grid.rest, *(own[place] for place in some)])
        yield Merge(lost - left, _cost(table), rest=rest)


def _cost(table: Table) -> int:
    """Return how many cells go with a row; the last two rows say together only what is said anyway."""
    return int(table.shape[1]) * (1 if len(table) > 2 else 2)
