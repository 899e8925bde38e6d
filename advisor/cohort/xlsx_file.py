"""XLSX files as tables: the first sheet, its cells as texts.

The library that reads them holds a whole sheet in memory, from its first cell to its last. So what a file
would grow to is counted before, and one that is too large, or made to look small, is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from advisor._language import _
from advisor._optional import extra_module
from advisor._text import shown
from advisor.cohort.answer_columns import FLAW
from advisor.cohort.cells import text_of
from advisor.cohort.parts import MORE, row_in, split, texts_in, without_empty_ends
from advisor.cohort.table_files import Part, TableFile
from advisor.cohort.xlsx_first_sheet import Errors, name_of
from advisor.cohort.xlsx_size import errors_of_sound, refused
from advisor.errors import AdvisorError

_ROWS = 16_384  # at a time


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
        return split(self.frame, range(1, len(self.frame) + 1))

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none, or it is blank."""
        return row_in(self.parts(), number)


def open_xlsx(path: Path) -> TableFile:
    """Return the table in the first sheet of a file; `AdvisorError` if it cannot be read or is too large."""
    calamine = extra_module("python_calamine", "cohort")
    try:
        errors = errors_of_sound(path)
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            rows = _rows(book.get_sheet_by_index(0), errors, path)
            headings = next((row for row in rows if any(map(text_of, row))), None)
            if headings is None:
                raise refused(path, _("its first sheet is empty"), _("put headings in its first row"))
            # A heading is taken as it stands, blanks and all, so that one that is nearly right is told.
            texts = [cell if isinstance(cell, str) else text_of(cell) for cell in headings]
            names = without_empty_ends(texts)
            return XlsxFile(path, names, _frame(names, rows))
    except (calamine.CalamineError, ValueError, IndexError) as error:
        raise refused(
            path, _("it is not a sound XLSX file ({why})").format(why=" ".join(str(error).split())[:100])
        ) from error


def _rows(sheet: Any, errors: Errors, path: Path) -> Iterator[list[Any]]:
    """Yield the rows of a sheet, with the errors such as #N/A that the library hands over as empty cells."""
    left = (sheet.start or (0, 0))[1]
    by_row: dict[int, dict[int, str]] = {}
    for (number, column), text in errors.items():
        by_row.setdefault(number, {})[column - left] = text
    for number, row in enumerate(sheet.iter_rows()):
        for column, text in by_row.pop(number, {}).items():
            if not 0 <= column < len(row) or row[column] != "":
                raise _lost(path, number, column + left, text)
            row[column] = text
        yield row
    for number, lost in by_row.items():
        for column, text in lost.items():
            raise _lost(path, number, column + left, text)


def _lost(path: Path, row: int, column: int, text: str) -> AdvisorError:
    """Return what to tell of an error that is not where the library has an empty cell."""
    return refused(
        path,
        _("its cell {cell} holds {text}").format(cell=name_of(row, column), text=text),
        _("mend or empty that cell"),
    )


def _frame(names: tuple[str, ...], rows: Iterator[list[Any]]) -> pl.DataFrame:
    wide = len(names)
    schema = dict.fromkeys((*dict.fromkeys(names), FLAW.name), pl.String)
    frames = [pl.DataFrame(schema=schema)]
    if len(schema) != wide + 1:
        return frames[0]  # a heading is there twice, which is told by whoever opened the table
    while block := list(islice(rows, _ROWS)):
        texts = [[text_of(cell) or None for cell in row] for row in block]
        full = [[*row[:wide], *[None] * (wide - len(row)), _flaw(row[wide:])] for row in texts]
        columns = zip(*full, strict=True)
        frames.append(texts_in(dict(zip(schema, columns, strict=True))))
    return pl.concat(frames)


def _flaw(more: list[str | None]) -> str | None:
    extra = next(filter(None, more), None)
    return None if extra is None else _(MORE).format(texts=shown(extra))
