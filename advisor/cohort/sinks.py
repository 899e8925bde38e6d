"""What a cohort is written to: CSV, Parquet or XLSX. The same rows give the same bytes."""

from __future__ import annotations

import datetime
import math
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import polars as pl
from polars.io.plugins import register_io_source

from advisor._language import N_, _
from advisor._optional import extra_module
from advisor.cohort.cells import TEXTS, text_of
from advisor.cohort.far_times import TROUBLE, cells_of, far_in, told_as_numbers
from advisor.cohort.formula_guard import harmless, harmless_names
from advisor.cohort.table_files import MOST_BYTES, POLARS_ERRORS
from advisor.errors import AdvisorError
from advisor.files.read import reason

ROW_GROUP = 262_144  # rows; the most; by the cases alone, so that the same give the same bytes
SHEET_ROWS, SHEET_LETTERS = 1_048_575, 32_767  # what a sheet and a cell of it can hold
ELSEWHERE = N_("write to a .csv or .parquet file instead")
_SLICE = 4_096  # rows that are taken to a sheet at a time
_MORE = 2**20  # bytes that a disk is tried with after it took no more
_EXACT = 2**53  # whole numbers up to here are themselves in a spreadsheet
_WRITTEN = (
    pl.Boolean,
    pl.Date,
    pl.Datetime,
    pl.Time,
)  # types that CSV has a plain form for, as it has for numbers

Schema = dict[str, Any]
Sink = Callable[[Iterable[pl.DataFrame], Schema, Path], None]


def write_csv(frames: Iterable[pl.DataFrame], schema: Schema, path: Path) -> None:
    """Write frames as CSV in UTF-8, no cell and no heading of which is a formula to a spreadsheet."""
    names = harmless_names(schema)
    with path.open("wb") as file:
        file.write(pl.DataFrame(schema=dict.fromkeys(names, pl.String)).write_csv().encode())
        for frame in frames:
            file.write(_in_csv(frame).write_csv(include_header=False).encode())


def _in_csv(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame as CSV can hold it: plain types as they are, all others as harmless texts."""
    plain = [column for column in frame if isinstance(column.dtype, _WRITTEN)]
    texts = [
        column for column in frame if not (column.dtype.is_numeric() or isinstance(column.dtype, _WRITTEN))
    ]
    return frame.with_columns(*map(_without_far_times, plain), *map(_as_text, texts))


def _without_far_times(column: pl.Series) -> pl.Series:
    """Return a column of a plain type as it can be written: as texts if there is a far time in it."""
    far = far_in(column)
    try:
        if not far.any() and not getattr(column.dtype, "time_zone", None):
            return column
        near = column.zip_with(~far, pl.Series([None], dtype=column.dtype)).to_frame()
        lines = near.write_csv(include_header=False, quote_style="never").splitlines()
    except TROUBLE:  # an unknown time zone
        return told_as_numbers(column)
    texts = pl.Series(column.name, [line or None for line in lines], dtype=pl.String)
    return texts.zip_with(~far, told_as_numbers(column))


def _as_text(column: pl.Series) -> pl.Series:
    if not isinstance(column.dtype, TEXTS):
        cells = [None if cell is None else text_of(cell) for cell in cells_of(column)]
        column = pl.Series(column.name, cells, dtype=pl.String)
    texts = column.cast(pl.String)
    # Most columns say few things and no formula: looking at each thing once takes a tenth of the time.
    said = texts.unique()
    if said.to_frame().select(harmless(pl.col(column.name))).to_series().equals(said, null_equal=True):
        return texts
    return texts.to_frame().select(harmless(pl.col(column.name))).to_series()


def write_parquet(frames: Iterable[pl.DataFrame], schema: Schema, path: Path) -> None:
    """Write frames as Parquet. What goes wrong in giving the frames is raised as it is."""
    broken: list[BaseException] = []

    def given(*_: object) -> Iterator[pl.DataFrame]:
        try:
            yield from frames
        except BaseException as error:
            broken.append(error)
            raise

    first = next(iterator := iter(frames), pl.DataFrame(schema=schema))
    frames = chain([first], iterator)
    try:
        with path.open("wb") as file:  # by its name Polars could make it anew after it was deleted
            register_io_source(given, schema=schema).sink_parquet(file, row_group_size=_row_group(first))
    except POLARS_ERRORS as error:
        if broken:
            raise broken[0] from None
        _write_more(path)
        raise OSError(None, reason(error)) from error


def _write_more(path: Path) -> None:
    """Raise the `OSError` of a disk that takes no more: parts of Polars tell it without the cause."""
    with path.open("ab") as file:
        file.write(bytes(_MORE))


def _row_group(frame: pl.DataFrame) -> int:
    """Return how many rows are written as one group, which is held in memory: fewer where rows are long."""
    each = int(frame.estimated_size()) // max(1, len(frame))
    return max(1, min(ROW_GROUP, MOST_BYTES * 2 // max(1, each)))


def write_xlsx(frames: Iterable[pl.DataFrame], schema: Schema, path: Path) -> None:
    """Write frames as one sheet. All texts are text cells: none is a formula, a link or a number."""
    writer = extra_module("xlsxwriter", "cohort")
    with tempfile.TemporaryDirectory() as folder:
        book = writer.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        try:
            book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # not by the clock
            _fill(book.add_worksheet(), frames, schema)
            book.close()
        except writer.exceptions.FileCreateError as error:
            raise error.args[0] from error  # what the system said
        finally:
            book.fileclosed = True  # else the book would write itself when it is taken apart
            for sheet in book.worksheets():
                sheet.row_data_fh.close()  # what it keeps of its rows meanwhile


def _fill(sheet: Any, frames: Iterable[pl.DataFrame], schema: Schema) -> None:
    for column, name in enumerate(schema):
        _put(sheet, 0, column, name)
    slices = (piece for frame in frames for piece in frame.iter_slices(_SLICE))
    rows = (cells for piece in slices for cells in zip(*map(cells_of, piece), strict=True))
    for row, cells in enumerate(rows, 1):
        if row > SHEET_ROWS:
            raise AdvisorError(
                _("a sheet of a spreadsheet holds {sheet_rows:,} cases at most; {elsewhere}").format(
                    sheet_rows=SHEET_ROWS, elsewhere=_(ELSEWHERE)
                )
            )
        for column, cell in enumerate(cells):
            if cell is not None:
                _put(sheet, row, column, cell)


def _put(sheet: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, (int, float)) and math.isfinite(cell) and abs(cell) <= _EXACT:
        sheet.write_number(row, column, cell)
    else:
        text = cell if isinstance(cell, str) else text_of(cell)
        if len(text) > SHEET_LETTERS:
            what = _(
                "the text in row {row} is longer than the {sheet_letters:,} letters that a cell holds"
            ).format(row=row, sheet_letters=SHEET_LETTERS)
            raise AdvisorError(f"{what}; {_(ELSEWHERE)}")
        sheet.write_string(row, column, text)


SINKS: dict[str, Sink] = {".csv": write_csv, ".parquet": write_parquet, ".xlsx": write_xlsx}
