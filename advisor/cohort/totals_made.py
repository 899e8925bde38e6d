"""The totals that may be shown, made of counts that may not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from advisor.cohort.totals import (
    LEAST,
    TOTALS_SCHEMA_VERSION,
    PeriodTotals,
    SectorTotals,
    Shown,
    Some,
    Spread,
    Totals,
)
from advisor.cohort.totals_merging import Grid, Table, merged
from advisor.cohort.totals_places import SECTOR_IDS, UNDATED, quarter_named
from advisor.cohort.totals_tally import VALUES, Tally

MOST_INTERVENTIONS = 10  # that are named; the others are one number


def totals_of(tally: Tally) -> Totals:
    """Return what may be shown of the counts."""
    quarters = [*_with_gaps(tally.in_time)]
    rows = [tally.quarters.get(number, np.zeros_like(tally.whole)) for number in quarters]
    by_quarter = np.array(rows, dtype=np.int64).reshape(len(rows), tally.whole.size)
    by_sector = tally.sectors if tally.places.sector is not None else tally.sectors[:0]
    grid = Grid.of(tally.whole, by_sector, by_quarter)
    is_any = merged(grid)
    sectors = tuple(_sectors(grid, tally)) if is_any else ()
    periods = tuple(_periods(grid, tally, quarters)) if is_any else ()
    return Totals(
        schema_version=TOTALS_SCHEMA_VERSION,
        least=LEAST,
        cases=_cases(grid.all_in_all()[0], tally) if is_any else None,
        refused=tally.refused if tally.refused >= LEAST else None,
        spreads=_spreads(grid.all_in_all()[0], grid, tally) if is_any else (),
        by_sector=_shown(tally.places.sector, sectors),
        sectors=sectors,
        by_period=_shown(tally.places.date, periods),
        periods=periods,
        interventions=tuple(_interventions(tally)) if is_any else (),
    )


def _with_gaps(there: list[int]) -> Iterator[int]:
    """Yield the quarters that there are, and of each gap between two the last quarter.

    It is merged with the next, so that nobody can tell whether there were a few cases in it.
    """
    for before, number in zip([None, *there], there, strict=False):
        if before not in (None, UNDATED) and number - before > 1:
            yield number - 1
        yield number


def _shown(column: str | None, rows: tuple[object, ...]) -> Shown:
    if column is None:
        return "no-column"
    return "shown" if rows else "withheld"


def _cases(row: Table, tally: Tally) -> int:
    """Return how many cases a row is of: any of its spreads is of all of them."""
    return int(row.sum()) // len(tally.spread)


def _spreads(row: Table, grid: Grid, tally: Tally) -> tuple[Spread, ...]:
    """Return the spreads of a row, tight before loose; a part for each column."""
    parts: dict[str, list[Some]] = {column: [] for column in tally.spread}
    ends = [*grid.columns[1:], VALUES * len(tally.spread)]
    for begin, end, cases in zip(grid.columns, ends, row.tolist(), strict=True):
        column = tally.spread[begin // VALUES]
        first = begin - begin % VALUES
        values = reversed(_said(tally.words[column], tally.whole[first : first + VALUES]))
        there = tally.words[column][begin - first : end - first]
        parts[column].insert(0, Some(tuple(value for value in values if value in there), cases))
    return tuple(Spread(column, tuple(found)) for column, found in parts.items())


def _said(words: list[str], whole: Table) -> list[str]:
    """Return the words that some case may say: without not known where all is known, or that alone."""
    unknown, *known = words
    if not whole[0]:
        return known
    return words if whole[1:].any() else [unknown]


def _sectors(grid: Grid, tally: Tally) -> Iterator[SectorTotals]:
    """Yield the sectors that have a row of their own, in the order of the list, and then the rest."""
    table = grid.by_sector()
    if len(table) < 2:
        return  # it would say what the whole says
    names: list[tuple[str, ...]] = [(SECTOR_IDS[row],) for row in grid.own_sectors]
    names.append(tuple(SECTOR_IDS[row] for row in grid.rest))
    for sectors, row in zip(names, table, strict=False):
        yield SectorTotals(sectors, _cases(row, tally), _spreads(row, grid, tally))


def _periods(grid: Grid, tally: Tally, quarters: list[int]) -> Iterator[PeriodTotals]:
    """Yield the times in order; cases without a day come first where they are enough.

    A time that was merged reaches to the next one, or is open: where it really begins would tell of a few.
    """
    table = grid.by_quarter()
    if len(table) < 2:
        return
    ends = [*grid.quarters_begin[1:], len(quarters)]
    before: int | None = None  # the last quarter of the time before
    for begin, end, row in zip(grid.quarters_begin, ends, table, strict=True):
        inside = quarters[begin:end]
        is_one, alone = len(inside) == 1, inside == [UNDATED]
        first = inside[0] if is_one else None if before in (None, UNDATED) else before + 1
        last = inside[-1] if is_one or end < len(quarters) else None
        yield PeriodTotals(
            first=None if alone or first is None else quarter_named(first),
            last=None if alone or last is None else quarter_named(last),
            undated=before is None and (alone or not is_one),
            cases=_cases(row, tally),
            spreads=_spreads(row, grid, tally),
        )
        before = inside[-1]


def _interventions(tally: Tally) -> Iterator[Some]:
    """Yield what comes first most often, and then all others and those in which nothing does, as one."""
    order = {id_: place for place, id_ in enumerate(tally.candidates)}
    often = sorted(tally.first.items(), key=lambda pair: (-pair[1], order.get(pair[0], len(order))))
    named = [pair for pair in often if pair[1] >= LEAST][:MOST_INTERVENTIONS]
    rest = sum(tally.first.values()) - sum(number for _id, number in named)
    while named and rest < LEAST:
        rest += named.pop()[1]
    yield from (Some((id_,), number) for id_, number in named)
    yield Some((), rest)
