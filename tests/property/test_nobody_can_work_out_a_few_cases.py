"""Whoever has all that totals show, and subtracts as they like, learns of no few cases how many they are."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from hypothesis import given, settings, strategies as st

from advisor.cohort.totals import LEAST, LIGHT, Spread, Totals
from advisor.cohort.totals_made import totals_of
from advisor.cohort.totals_places import SECTOR_IDS, UNDATED, quarter_named
from advisor.cohort.totals_tally import VALUES, PlaceColumns, Tally
from tests.support.amount import examples

SPREAD = (LIGHT, "factor")
WORDS = {
    LIGHT: ["unknown", "red", "amber", "green"],
    "factor": ["unknown", "emerging", "developing", "confident"],
}
BEGIN = 4 * 2024
QUARTERS = (UNDATED, *range(BEGIN - 1, BEGIN + 7))  # those that the attacker thinks of: one more at each end
FIRST = ("visioning", "convening", "none")

Cell = tuple[str, str, int, int]  # by sector or quarter, of which spread, in which row, with which value
Equation = tuple[dict[Cell, int], int]


@dataclass(frozen=True)
class Case:
    """One case of a made-up table."""

    sector: int
    quarter: int
    values: tuple[int, int]
    first: str

    def place(self, by: str) -> int:
        return self.sector if by == "sector" else self.quarter


@st.composite
def tables(draw):
    """Return the cases of a table: many or few, in few or many rows, with rare values or none."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    size = draw(st.sampled_from([0, 3, 9, 30, 120, 400, 1500]))
    sectors = chance.choices(range(len(SECTOR_IDS)), k=chance.randint(1, 8))
    quarters = chance.choices(QUARTERS[:1] + QUARTERS[2:-1], k=chance.randint(1, 8))
    heavy = [chance.random() ** 3 + 0.001 for _ in range(8)]
    likely = [[chance.choice([0, 0.01, 0.2, 1]) + 0.0001 for _ in range(VALUES)] for _ in SPREAD]
    return [
        Case(
            chance.choices(sectors, heavy[: len(sectors)])[0],
            chance.choices(quarters, heavy[: len(quarters)])[0],
            (chance.choices(range(VALUES), likely[0])[0], chance.choices(range(VALUES), likely[1])[0]),
            chance.choices(FIRST, [10, 1, 0.05])[0],
        )
        for _ in range(size)
    ]


def counted(cases, refused=0):
    """Return the counts of a table, as the parts of a cohort are counted."""
    tally = Tally(PlaceColumns("sector", "date"), SPREAD, WORDS, [*FIRST[:2]], refused)
    tally.whole = np.zeros(VALUES * len(SPREAD), dtype=np.int64)
    tally.sectors = np.zeros((len(SECTOR_IDS), tally.whole.size), dtype=np.int64)
    for case in cases:
        row = np.zeros_like(tally.whole)
        for place, value in enumerate(case.values):
            row[VALUES * place + value] = 1
        tally.whole = tally.whole + row
        tally.sectors[case.sector] += row
        tally.quarters[case.quarter] = tally.quarters.get(case.quarter, 0) + row
        tally.first[case.first] += 1
    return tally


def rows_of(totals: Totals) -> Iterator[tuple[str, list[int], int | None, tuple[Spread, ...]]]:
    """Yield the published rows: by what, which raw rows may be in it, how many cases, and its spreads."""
    sectors = totals.sectors or (None,)
    for each in sectors:
        named = SECTOR_IDS if each is None else each.sectors
        row = totals if each is None else each
        yield "sector", [SECTOR_IDS.index(id_) for id_ in named], row.cases, row.spreads
    for period in totals.periods or (None,):
        if period is None:
            yield "quarter", [*QUARTERS], totals.cases, totals.spreads
        else:
            yield "quarter", [*inside(period)], period.cases, period.spreads


def inside(period) -> Iterator[int]:
    """Yield the quarters that may be in a period."""
    if period.undated:
        yield UNDATED
        if period.first is None and period.last is None:
            return
    for number in QUARTERS[1:]:
        name = quarter_named(number)
        if (period.first is None or period.first <= name) and (period.last is None or name <= period.last):
            yield number


def equations(totals: Totals) -> Iterator[Equation]:
    """Yield all that the attacker knows, as sums of the cells that the table has."""
    seen: dict[str, set[int]] = {"sector": set(), "quarter": set()}
    for by, raw, cases, spreads in rows_of(totals):
        seen[by].update(raw)
        for spread in spreads:
            assert sum(part.cases for part in spread.parts) == cases
            yield from told_by(spread, by, raw)
    for by, every in (("sector", range(len(SECTOR_IDS))), ("quarter", QUARTERS)):
        for row in every:
            cells = {of: {(by, of, row, value): 1 for value in range(VALUES)} for of in SPREAD}
            if row not in seen[by]:
                yield from ((each, 0) for each in cells.values())
            first, second = cells.values()
            yield first | dict.fromkeys(second, -1), 0  # a case is in one row of each spread
    for of in SPREAD:
        for value in range(VALUES):
            by_sector = {("sector", of, row, value): 1 for row in range(len(SECTOR_IDS))}
            yield by_sector | {("quarter", of, row, value): -1 for row in QUARTERS}, 0


def told_by(spread: Spread, by: str, raw: list[int]) -> Iterator[Equation]:
    """Yield what a published spread says of the rows that are in it."""
    left = {*range(VALUES)}
    for part in spread.parts:
        values = [WORDS[spread.of].index(value) for value in part.values]
        left -= {*values}
        yield {(by, spread.of, row, value): 1 for row in raw for value in values}, part.cases
    for value in left:  # what is not named has no case
        yield {(by, spread.of, row, value): 1 for row in raw}, 0


def cells_of(cases) -> Counter[Cell]:
    """Return the cells that must not be known where they are few."""
    return Counter(
        (by, of, case.place(by), value)
        for case in cases
        for by in ("sector", "quarter")
        for of, value in zip(SPREAD, case.values, strict=True)
    )


def known_by_subtracting(system: list[Equation]) -> dict[Cell, Fraction]:
    """Return the cells that the equations leave no choice for, by exact elimination."""
    pivots: dict[Cell, tuple[dict[Cell, Fraction], Fraction]] = {}
    for terms, total in system:
        row, right = {cell: Fraction(n) for cell, n in terms.items()}, Fraction(total)
        for cell in [cell for cell in row if cell in pivots]:
            factor = row.get(cell, Fraction(0))
            if factor:
                row, right = taken_off(row, right, factor, pivots[cell])
        if not row:
            assert right == 0
            continue
        pivot = next(iter(row))
        scale = row[pivot]
        row, right = {cell: n / scale for cell, n in row.items()}, right / scale
        for cell, (other, total_) in pivots.items():
            if pivot in other:
                pivots[cell] = taken_off(other, total_, other[pivot], (row, right))
        pivots[pivot] = row, right
    return {cell: right for cell, (row, right) in pivots.items() if len(row) == 1}


def taken_off(row, right, factor, other):
    """Return an equation less so many times another."""
    left = Counter(row)
    left.subtract({cell: factor * n for cell, n in other[0].items()})
    return {cell: n for cell, n in left.items() if n}, right - factor * other[1]


def bounds(system: list[Equation], most: int) -> dict[Cell, tuple[int, int]]:
    """Return what each cell can be at least and at most, as no number is below nothing."""
    found = {cell: (0, most) for terms, _total in system for cell in terms}
    changed = True
    while changed:
        changed = False
        for terms, total in system:
            low = sum(min(n * found[cell][0], n * found[cell][1]) for cell, n in terms.items())
            high = sum(max(n * found[cell][0], n * found[cell][1]) for cell, n in terms.items())
            for cell, n in terms.items():
                own = sorted((n * found[cell][0], n * found[cell][1]))
                ends = sorted(((total - (high - own[1])) * n, (total - (low - own[0])) * n))
                new = max(found[cell][0], ends[0]), min(found[cell][1], ends[1])
                if new != found[cell]:
                    found[cell], changed = new, True
    return found


def other_worlds(cell: Cell, cases, totals) -> Iterator[tuple[str, list[Case]]]:
    """Yield tables that show the same: one in which the cell is empty, and one in which it is not few."""
    by, of, row, value = cell
    place = SPREAD.index(of)
    raw, spreads = next((raw, spreads) for b, raw, _n, spreads in rows_of(totals) if b == by and row in raw)
    part = next(part for part in spreads[place].parts if WORDS[of][value] in part.values)
    values = [WORDS[of].index(word) for word in part.values]
    field = by

    def moved(case, to_row, to_value):
        changed = [*case.values]
        changed[place] = to_value
        return replace(case, **{field: to_row}, values=tuple(changed))

    is_in = [case.place(by) in raw and case.values[place] in values for case in cases]
    elsewhere = next(((r, value) for r in raw if r != row), None) or (
        row,
        next(v for v in values if v != value),
    )
    yield (
        "empty",
        [moved(c, *elsewhere) if c.place(by) == row and c.values[place] == value else c for c in cases],
    )
    yield "many", [moved(c, row, value) if there else c for c, there in zip(cases, is_in, strict=True)]


def few_in(cases) -> list[Cell]:
    """Return the cells that have some cases, and too few to be shown."""
    return [cell for cell, number in cells_of(cases).items() if number < LEAST]


@settings(max_examples=examples(60), deadline=None)
@given(tables())
def test_of_a_few_cases_nobody_can_say_how_many_they_are_or_that_there_are_any(cases):
    totals = totals_of(counted(cases))
    if totals.cases is None:
        assert len(cases) < LEAST
        return
    system = [*equations(totals)]
    cells = cells_of(cases)
    for terms, total in system:  # what is published is true
        assert sum(n * cells[cell] for cell, n in terms.items()) == total
    for cell in few_in(cases):
        for name, world in other_worlds(cell, cases, totals):
            there = cells_of(world)
            assert all(sum(n * there[c] for c, n in terms.items()) == total for terms, total in system)
            assert there[cell] == 0 if name == "empty" else there[cell] >= LEAST


@settings(max_examples=examples(15), deadline=None)
@given(tables())
def test_an_attacker_who_subtracts_pins_down_no_few_cases(cases):
    totals = totals_of(counted(cases))
    if totals.cases is None:
        return
    system = [*equations(totals)]
    few, known, ends = few_in(cases), known_by_subtracting(system), bounds(system, len(cases))
    assert [cell for cell in few if cell in known] == []
    assert [cell for cell in few if ends[cell][0] > 0 or ends[cell][1] < LEAST] == []


@settings(max_examples=examples(60), deadline=None)
@given(tables(), st.integers(0, 12))
def test_every_number_that_is_shown_is_of_enough_cases(cases, refused):
    totals = totals_of(counted(cases, refused))
    shown = [part.cases for *_row, spreads in rows_of(totals) for each in spreads for part in each.parts]
    shown += [each.cases for each in totals.sectors]
    shown += [each.cases for each in totals.periods]
    shown += [each.cases for each in totals.interventions]
    assert all(number >= LEAST for number in shown)
    assert totals.refused == (refused if refused >= LEAST else None)
    if totals.cases is not None:
        assert sum(each.cases for each in totals.interventions) == totals.cases == len(cases)


def test_the_attacker_would_find_a_few_cases_that_only_the_whole_gives_away():
    cell, other = ("sector", LIGHT, 0, 0), ("sector", LIGHT, 1, 0)
    system: list[Equation] = [({cell: 1, other: 1}, 42), ({other: 1}, 40)]
    assert known_by_subtracting(system)[cell] == 2
    assert bounds(system, 42)[cell] == (2, 2)
