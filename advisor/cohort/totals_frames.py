"""Totals over a table as callers have it: Polars, pandas, Arrow or a mapping of columns."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import polars as pl

from advisor.cohort.assess import Assessor
from advisor.cohort.frames import TABLE, rows_of
from advisor.cohort.table_files import without_panics
from advisor.cohort.totals import Totals
from advisor.cohort.totals_columns import place_columns
from advisor.cohort.totals_made import totals_of
from advisor.cohort.totals_tally import PlaceColumns, Tally


def totals_in(
    table: Any,
    assessor: Assessor,
    other: Collection[str] = (),
    sector: str | None = None,
    date: str | None = None,
) -> Totals:
    """Return the totals over the rows of `table`, which may be passed on.

    `sector` and `date` name the columns, if they are not called so. Raises `TableError`, and `AdvisorError`
    for what is no table.
    """
    found: list[PlaceColumns] = []

    def places(names: list[str]) -> Collection[str]:
        found.append(place_columns(names, assessor.answers, TABLE, sector, date))
        return found[0].names

    with without_panics(TABLE):
        rows = rows_of(table, assessor, other, places)
        tally = Tally.begun(assessor, found[0])
        tally.add(pl.concat([assessor.assess(rows), found[0].of(rows)], how="horizontal"))
    return totals_of(tally)
