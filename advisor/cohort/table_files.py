"""Tables of cases in files: CSV, Parquet or XLSX, read in parts so that none is too long for memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from advisor._language import _
from advisor._text import shown_name
from advisor.errors import AdvisorError
from advisor.files.read import quoted, reason

SUFFIXES = (".csv", ".parquet", ".xlsx")
# What a part may hold: its rows cost what the program and the result need for each, its cells what they take.
MOST_ROWS, MOST_CELLS = 131_072, 10_000_000
MOST_BYTES = 64 * 2**20  # of the texts of a part, unless one row has more
POLARS_ERRORS = (pl.exceptions.PolarsError, pl.exceptions.PanicException)


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table.

    `numbers` are those of its rows, counted from 1 below the headings; a `range` where none is blank. A part
    of a Parquet file says only where the rows are, and whoever reads it must reach the file; parts of other
    files, which cannot be entered in the middle, bring their rows.
    """

    numbers: range | tuple[int, ...]
    path: Path | None = None
    frame: pl.DataFrame | None = None

    def read(self) -> pl.DataFrame:
        """Return the rows; `AdvisorError` if they cannot be read."""
        if self.frame is not None:
            return self.frame
        assert self.path is not None
        with as_unreadable(self.path):
            rows = pl.scan_parquet(self.path, glob=False).slice(self.numbers[0] - 1, len(self.numbers))
            return rows.collect()


def rows_of(columns: int) -> int:
    """Return how many rows of so many columns a part may have."""
    return max(1, min(MOST_ROWS, MOST_CELLS // max(1, columns)))


class TableFile(Protocol):
    """A table in a file: its headings in order, and its rows."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its headings, in order."""

    def count(self) -> int:
        """Return how many rows there are, or nearly so; for showing how far the work is."""

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns; those of CSV and XLSX files are all text."""

    def parts(self) -> Iterator[Part]:
        """Yield all rows, in order, in parts of bearable size; blank rows of a CSV or XLSX file are none."""

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none, or it is blank."""


def kind_of(path: Path) -> str:
    """Return '.csv', '.parquet' or '.xlsx'; `AdvisorError` for a name that ends otherwise."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        what = _("a table is a file that ends in .csv, .parquet or .xlsx")
        raise AdvisorError(_("{path}: {what}; save it as one of these").format(path=quoted(path), what=what))
    return suffix


class as_unreadable:
    """Tell what is wrong with a file in one line, without a traceback."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (*POLARS_ERRORS, OSError, UnicodeError)):
            raise unreadable(self._path, error) from None  # it may quote a cell


@contextmanager
def without_panics(label: str) -> Iterator[None]:
    """Tell in one line where a library stopped at a table. Its panic is no `Exception`."""
    try:
        yield
    except pl.exceptions.PanicException:
        why = _("a library that it needs stopped at something in it")
        raise AdvisorError(
            _("{label}: cannot be worked on: {why}; save it as CSV UTF-8").format(
                label=shown_name(label), why=why
            )
        ) from None


def unreadable(path: Path, error: BaseException) -> AdvisorError:
    """Return what to tell of a file that cannot be read."""
    remedy = _("save it again")
    if isinstance(error, pl.exceptions.PanicException):
        why = _("it is damaged")
    elif isinstance(error, OSError):
        why, remedy = reason(error), _("check its name and permissions")
    else:
        why = " ".join(str(error).partition("\n\n")[0].split())[:200] or type(error).__name__
    return AdvisorError(
        _("{path}: cannot be read: {why}; {remedy}").format(
            path=quoted(path), why=shown_name(why), remedy=remedy
        )
    )
