"""Which sector and which quarter each row of a table is of."""

from __future__ import annotations

import datetime
import re
from typing import Any

import numpy as np
import polars as pl

from advisor.cases.sectors import SECTORS, sector_named
from advisor.cohort.cells import TEXTS, text_of
from advisor.cohort.far_times import TROUBLE, cells_of, far_in
from advisor.cohort.totals import OTHER

Numbers = Any  # a NumPy column of whole numbers

SECTOR_IDS = (*(sector.id for sector in SECTORS), OTHER)
UNDATED = -1
EARLIEST, LATEST = 1900, 2199  # years; what is beyond is a slip
_PLACES = {sector.id: place for place, sector in enumerate(SECTORS)}
_LONGEST = 200  # letters of a sector or a day; what is longer is none
_DAY = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?:[T ].*)?", re.DOTALL)
_QUARTER = re.compile(r"([0-9]{4})[- ]?Q([1-4])|Q([1-4])[- ]?([0-9]{4})", re.IGNORECASE)
_SERIAL = re.compile(r"([0-9]{5})(?:[.][0-9]+)?")  # the days of a spreadsheet since
_ZERO = datetime.date(1899, 12, 30)


def sectors_in(column: pl.Series) -> Numbers:
    """Return the place in `SECTOR_IDS` of each cell's sector."""
    return _each(_texts(column), _sector)


def quarters_in(column: pl.Series) -> Numbers:
    """Return the quarter of each cell, as `quarter_of` counts it."""
    if isinstance(column.dtype, (pl.Date, pl.Datetime)):
        near = column.zip_with(~far_in(column), pl.Series([None], dtype=column.dtype))
        try:
            days = near.dt.date()
        except TROUBLE:  # an unknown time zone
            return _each(_texts(column), quarter_of)
        number = days.dt.year() * 4 + days.dt.quarter().cast(pl.Int32) - 1
        within = days.dt.year().is_between(EARLIEST, LATEST).fill_null(False)
        return number.zip_with(within, pl.Series([UNDATED], dtype=number.dtype)).to_numpy().astype(np.int32)
    return _each(_texts(column), quarter_of)


def quarter_of(text: str) -> int:
    """Return the number of the quarter of a day: four times the year, and 0 to 3; `UNDATED` if it is none.

    A day is written like 2026-09-14 or as the number that a spreadsheet has for it; a month, 2026-09, and a
    quarter, 2026-Q3, are as good. 03/04/2026 is none: nobody can say which of the two is the month.
    """
    text = text.strip() if len(text) <= _LONGEST else ""
    try:
        if found := _QUARTER.fullmatch(text):
            year, quarter = int(found[1] or found[4]), int(found[2] or found[3]) - 1
        elif found := _DAY.fullmatch(text):
            day = datetime.date(int(found[1]), int(found[3]), int(found[4] or 1))
            year, quarter = day.year, (day.month - 1) // 3
        elif found := _SERIAL.fullmatch(text):
            day = _ZERO + datetime.timedelta(int(found[1]))
            year, quarter = day.year, (day.month - 1) // 3
        else:
            return UNDATED
    except ValueError:  # the 30th of February
        return UNDATED
    return 4 * year + quarter if EARLIEST <= year <= LATEST else UNDATED


def quarter_named(number: int) -> str:
    """Return how a quarter is written: 2026-Q3."""
    return f"{number // 4}-Q{number % 4 + 1}"


def _sector(text: str) -> int:
    found = sector_named(text) if len(text) <= _LONGEST else None
    return _PLACES[found.id] if found else len(SECTORS)


def _texts(column: pl.Series) -> pl.Series:
    if isinstance(column.dtype, TEXTS):
        return column.cast(pl.String)
    return pl.Series(column.name, [text_of(cell) for cell in cells_of(column)], dtype=pl.String)


def _each(texts: pl.Series, number_of: Any) -> Numbers:
    """Return the number of each text; each text is looked at once, however many cells hold it."""
    said = texts.fill_null("")
    each = said.unique()
    numbers = pl.Series([number_of(text) for text in each.to_list()], dtype=pl.Int32)
    return said.replace_strict(each, numbers, return_dtype=pl.Int32).to_numpy()
