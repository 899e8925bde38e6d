"""Rows that were read, as parts of bearable size; and what all tables that are read so have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from advisor._language import N_
from advisor.cohort.far_times import cells_of
from advisor.cohort.table_files import Part, rows_of

# Translators: keep the one "; " in this, behind which stands what to try.
MORE = N_("there are more cells than headings: '{texts}'; give each cell a heading")


def texts_in(columns: Mapping[str, Iterable[str | None]]) -> pl.DataFrame:
    """Return columns of texts as a frame. From a list of columns Polars would rename one without a name."""
    return pl.DataFrame({name: pl.Series(name, cells, dtype=pl.String) for name, cells in columns.items()})


def without_empty_ends(names: Iterable[str]) -> tuple[str, ...]:
    """Return headings without the empty ones behind the last; a spreadsheet leaves such columns."""
    kept = list(names)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def split(frame: pl.DataFrame, numbers: Sequence[int]) -> Iterator[Part]:
    """Yield the rows of a frame that are not blank in bearable parts; `numbers` are those of all its rows."""
    is_blank = blank(frame)
    if is_blank.any():
        frame = frame.filter(~is_blank)
        numbers = pl.Series(numbers, dtype=pl.Int64).filter(~is_blank).to_list()
    size = rows_of(frame.width)
    for start in range(0, len(frame), size):
        some = numbers[start : start + size]
        run = range(some[0], some[-1] + 1)
        yield Part(run if len(run) == len(some) else tuple(some), frame=frame[start : start + size])


def blank(frame: pl.DataFrame) -> pl.Series:
    """Return which rows have nothing in any cell. Most rows are out after a column or two."""
    found = pl.repeat(True, len(frame), dtype=pl.Boolean, eager=True)
    for column in frame:
        if not found.any():
            break
        found = found & (column.str.strip_chars().fill_null("") == "")
    return found


def row_in(parts: Iterable[Part], number: int) -> dict[str, Any] | None:
    """Return the row with a number; None if no part has it."""
    for part in parts:
        if number in part.numbers:
            return row_of(part.read(), part.numbers.index(number))
        if part.numbers[0] > number:
            break
    return None


def row_of(frame: pl.DataFrame, place: int) -> dict[str, Any]:
    """Return a row of a frame, counted from 0, as columns and cells."""
    return {column.name: cells_of(column)[0] for column in frame[place : place + 1]}
