"""XLSX files as tables: the first sheet, its cells as texts.

The library that reads them holds a whole sheet in memory, from its first cell to its last. So what a file
would grow to is counted before, and one that is too large, or made to look small, is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from advisor._optional import extra_module
from advisor._text import shown, shown_name
from advisor.cohort.answer_columns import FLAW
from advisor.cohort.cells import text_of
from advisor.cohort.csv_file import MORE, row_in, split, without_empty_ends
from advisor.cohort.headings import MOST_COLUMNS
from advisor.cohort.table_files import Part, TableFile
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MOST_UNPACKED = 256 * 2**20  # bytes of all that is packed in a file
MOST_SHEET_CELLS = 5_000_000  # from the first to the last, empty ones too
OTHERWISE = "save it as CSV UTF-8 or Parquet"
_ROWS = 16_384  # at a time
_CHUNK = 2**20
_TAIL = 512  # bytes looked at again with the next chunk, so that nothing is cut in two
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,9})([0-9]{1,9})["']""")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


@dataclass(frozen=True, slots=True)
class XlsxFile:
    """The first sheet of an XLSX file; `frame` holds the rows below the headings."""

    path: Path
    names: tuple[str, ...]
    frame: pl.DataFrame

    def count(self) -> int:
        """Return how many rows there are, blank ones among them."""
        return len(self.frame)

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns: all text."""
        return dict.fromkeys(names, pl.String)

    def parts(self) -> Iterator[Part]:
        """Yield all rows that are not blank, in order, with their numbers."""
        return split(self.frame, 1)

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none, or it is blank."""
        return row_in(self.parts(), number)


def open_xlsx(path: Path) -> TableFile:
    """Return the table in the first sheet of a file; `AdvisorError` if it cannot be read or is too large."""
    calamine = extra_module("python_calamine", "cohort")
    refuse_too_large(path)
    try:
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            rows = book.get_sheet_by_index(0).iter_rows()
            headings = next((row for row in rows if any(map(text_of, row))), None)
            if headings is None:
                raise _refused(path, "its first sheet is empty", "put headings in its first row")
            # A heading is taken as it stands, blanks and all, so that one that is nearly right is told.
            texts = [cell if isinstance(cell, str) else text_of(cell) for cell in headings]
            names = without_empty_ends(texts)
            return XlsxFile(path, names, _frame(names, rows))
    except (calamine.CalamineError, ValueError, IndexError) as error:
        raise _refused(path, f"it is not a sound XLSX file ({' '.join(str(error).split())[:100]})") from error


def _frame(names: tuple[str, ...], rows: Iterator[list[Any]]) -> pl.DataFrame:
    wide = len(names)
    schema = dict.fromkeys((*dict.fromkeys(names), FLAW.name), pl.String)
    frames = [pl.DataFrame(schema=schema)]
    if len(schema) != wide + 1:
        return frames[0]  # a heading is there twice, which is told by whoever opened the table
    while block := list(islice(rows, _ROWS)):
        texts = [[text_of(cell) or None for cell in row] for row in block]
        full = [[*row[:wide], *[None] * (wide - len(row)), _flaw(row[wide:])] for row in texts]
        frames.append(pl.DataFrame(full, schema=schema, orient="row"))
    return pl.concat(frames)


def _flaw(more: list[str | None]) -> str | None:
    extra = next(filter(None, more), None)
    return None if extra is None else MORE.format(shown(extra))


def refuse_too_large(path: Path) -> None:
    """Raise `AdvisorError` if a file is no XLSX, or would take more memory than it may.

    Everything in it is unpacked piece by piece and counted: what a file says of its own size is not believed.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            total = sum(entry.file_size for entry in packed.infolist())
            if total > MOST_UNPACKED:
                raise _too_large(
                    path, f"unpacked it takes {total:,} bytes, and {MOST_UNPACKED:,} is the most"
                )
            for entry in packed.infolist():
                with packed.open(entry) as file:
                    if entry.filename.lower().endswith(".xml"):
                        _look_through(path, file, is_sheet="worksheets/" in entry.filename.lower())
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        why = "it is not a sound XLSX file, or a password protects it"
        raise _refused(path, why, f"without the password, {OTHERWISE}") from error


def _look_through(path: Path, file: Any, *, is_sheet: bool) -> None:
    """Read a member to its end, which checks its length; of a sheet count the cells and look at formulas."""
    tail, rows, columns = b"", 1, 1
    while chunk := file.read(_CHUNK):
        text = tail + chunk
        if is_sheet:
            for letters, digits in set(_CELL.findall(text)):
                rows, columns = max(rows, int(digits)), max(columns, _column(letters))
            if _NO_VALUE.search(text):
                why = "a cell holds a formula without its value"
                raise _refused(path, why, "open it in a spreadsheet and save it again")
        tail = text[-_TAIL:]
    if columns > MOST_COLUMNS:
        raise _too_large(path, f"its last column is number {columns:,}, and {MOST_COLUMNS:,} is the most")
    if rows * columns > MOST_SHEET_CELLS:
        what = f"its last cell is in row {rows:,} and column {columns:,}"
        raise _too_large(path, f"{what}, and {MOST_SHEET_CELLS:,} cells are the most")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(path: Path, what: str) -> AdvisorError:
    return _refused(path, what, f"delete what is not needed, or {OTHERWISE}")


def _refused(path: Path, why: str, remedy: str = OTHERWISE) -> AdvisorError:
    return AdvisorError(f"{quoted(path)}: cannot be read: {shown_name(why)}; {remedy}")
