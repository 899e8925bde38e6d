"""Parquet files as tables: cut by row numbers, so that a part is a place and not data."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from advisor.cohort.table_files import MOST_CELLS, MOST_ROWS, Part, TableFile, told
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MAGIC = b"PAR1"
MOST_FOOTER = 32 * 2**20  # bytes that say where all is: more than a billion cells need


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A table in a Parquet file."""

    path: Path
    names: tuple[str, ...]

    def count(self) -> int:
        """Return how many rows there are."""
        with told(self.path):
            return int(pl.scan_parquet(self.path, glob=False).select(pl.len()).collect().item())

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns."""
        with told(self.path):
            types = pl.read_parquet_schema(self.path)
        return {name: types[name] for name in names}

    def parts(self) -> Iterator[Part]:
        """Yield all rows, in order, as places in the file."""
        size = max(1, min(MOST_ROWS, MOST_CELLS // max(1, len(self.names))))
        total, path = self.count(), self.path.resolve()
        for start in range(0, total, size):
            yield Part(range(start + 1, min(start + size, total) + 1), path=path)

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none."""
        if not 1 <= number <= self.count():
            return None
        return Part(range(number, number + 1), path=self.path).read().row(0, named=True)


def open_parquet(path: Path) -> TableFile:
    """Return the table in a Parquet file; `AdvisorError` if it is none or says too much of itself."""
    if not _is_text(path.resolve()):
        why = "its name or that of its folder is not text in UTF-8"
        raise AdvisorError(f"{quoted(path)}: cannot be read: {why}; rename it")
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(0, length - 8))
        ending = file.read()
    if ending[4:] == MAGIC and (footer := int.from_bytes(ending[:4], "little")) > MOST_FOOTER:
        what = f"what it says of its columns takes {footer:,} bytes, and {MOST_FOOTER:,} is the most"
        raise AdvisorError(f"{quoted(path)}: cannot be read: {what}; keep fewer columns")
    with told(path):
        return ParquetFile(path, tuple(pl.read_parquet_schema(path)))


def _is_text(path: Path) -> bool:
    """Return whether Polars can be told of a path."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
