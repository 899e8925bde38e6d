"""Tables of cases in files, CSV or Parquet, read in parts so that none is too long for memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from advisor._text import shown, shown_name
from advisor.errors import AdvisorError, Fault, TableError
from advisor.files.inputs import note_read

SUFFIXES = (".csv", ".parquet")
SEPARATORS = (",", ";", "\t")
MOST_CELLS = 10_000_000  # a part: about 65,000 cases with every answer
EXTRA = "advisor: cells without a heading"
_DUPLICATE = "_duplicated_"


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table, the first of them with its number, counted from 1.

    A part of a Parquet file says only where the rows are, and whoever reads it must reach the file; a part
    of a CSV file, which cannot be entered in the middle, brings its rows.
    """

    first_row: int
    rows: int
    path: Path | None = None
    frame: pl.DataFrame | None = None

    def read(self) -> pl.DataFrame:
        """Return the rows."""
        if self.frame is not None:
            return self.frame
        assert self.path is not None
        return pl.scan_parquet(self.path, glob=False).slice(self.first_row - 1, self.rows).collect()


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table in a file: its headings in order, and for a CSV file what separates its cells."""

    path: Path
    names: tuple[str, ...]
    separator: str | None = None

    def count(self) -> int:
        """Return how many rows there are; a CSV file is read through for it."""
        with _told(self.path):
            return int(self._scan().select(pl.len()).collect().item())

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns; those of a CSV file are all text."""
        if self.separator is not None:
            return dict.fromkeys(names, pl.String)
        types = pl.read_parquet_schema(self.path)
        return {name: types[name] for name in names}

    def parts(self) -> Iterator[Part]:
        """Yield all rows, in order, in parts of bearable size."""
        size = max(1, MOST_CELLS // max(1, len(self.names)))
        with _told(self.path):
            if self.separator is None:
                total = self.count()
                for start in range(0, total, size):
                    yield Part(start + 1, min(size, total - start), path=self.path.resolve())
                return
            first = 1
            for frame in self._scan().collect_batches(chunk_size=max(1, size // 4), maintain_order=True):
                yield Part(first, len(frame), frame=frame)
                first += len(frame)

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none."""
        with _told(self.path):
            found = self._scan().slice(number - 1, 1).collect()
        return found.row(0, named=True) if len(found) else None

    def _scan(self) -> pl.LazyFrame:
        if self.separator is None:
            return pl.scan_parquet(self.path, glob=False)
        # One column more than there are headings, so that a row with too many cells can be told.
        schema = dict.fromkeys((*self.names, EXTRA), pl.String)
        return pl.scan_csv(
            self.path,
            separator=self.separator,
            schema=schema,
            missing_columns="insert",
            extra_columns="ignore",
            glob=False,
        )


def open_table(path: Path, answers: Collection[str]) -> TableFile:
    """Return the table in a CSV or Parquet file.

    What separates the cells of a CSV file is what gives most headings that are among `answers`. Raises
    `AdvisorError` if the file cannot be read, `TableError` if a heading is there twice.
    """
    kind = kind_of(path)
    note_read(path)
    with _told(path):
        if not path.exists():
            raise AdvisorError(f"{shown_name(str(path))}: cannot be read: there is no such file")
        if kind == ".parquet":
            return TableFile(path, tuple(pl.read_parquet_schema(path)))
        found = {separator: _headings(path, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: len(set(found[separator]) & set(answers)))
    _refuse_repeated(found[best], path)
    return TableFile(path, found[best], best)


def kind_of(path: Path) -> str:
    """Return '.csv' or '.parquet'; `AdvisorError` for a name that ends otherwise."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise AdvisorError(f"{shown_name(str(path))}: a table is a file that ends in .csv or .parquet")
    return suffix


def _headings(path: Path, separator: str) -> tuple[str, ...]:
    frame = pl.read_csv(path, separator=separator, n_rows=0, infer_schema=False, glob=False)
    return tuple(frame.columns)


def _refuse_repeated(names: tuple[str, ...], path: Path) -> None:
    faults = [
        Fault(str(path), 1, number, f"the heading '{shown(first)}' is there twice", "rename or remove one")
        for number, name in enumerate(names, 1)
        for first, mark, _ in [name.rpartition(_DUPLICATE)]
        if mark and first in names
    ]
    if faults:
        raise TableError(faults)


class _told:
    """Tell what is wrong with a file in one line, without a traceback."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (pl.exceptions.PolarsError, OSError)):
            why = " ".join(str(error).partition("\n\n")[0].split())[:200]
            raise AdvisorError(f"{shown_name(str(self._path))}: cannot be read: {shown_name(why)}") from error
