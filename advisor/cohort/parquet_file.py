"""Parquet files as tables: cut by row numbers, so that a part is a place and not data."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from advisor._language import _
from advisor.cohort.headings import MOST_COLUMNS
from advisor.cohort.parts import row_of
from advisor.cohort.table_files import MOST_BYTES, Part, TableFile, as_unreadable, rows_of
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MAGIC = b"PAR1"
MOST_FOOTER = 16 * 2**20  # bytes that say where all is: more than a billion cells need
MOST_FIELDS = 10 * MOST_COLUMNS  # the columns and what is inside them, where they are lists and the like
# How many bytes a cell takes as text, told without making one.
_LENGTHS: dict[Any, Callable[[pl.Expr], pl.Expr]] = {
    pl.Binary: lambda column: column.bin.size(),
    pl.String: lambda column: column.str.len_bytes(),
    pl.Categorical: lambda column: column.cat.len_bytes(),
    pl.Enum: lambda column: column.cat.len_bytes(),
}
_FEWER = (
    64  # times fewer rows at a time where there are lists and the like: what they take is not told before
)
# How that begins, in the compact form of Thrift: its version, then how many fields there are.
_FIELDS = re.compile(rb"\x15[\x00-\x7f]\x19(?:\xfc([\x80-\xff]*[\x00-\x7f])|([\x0c-\xec]))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A table in a Parquet file."""

    path: Path
    names: tuple[str, ...]

    def count(self) -> int:
        """Return how many rows there are."""
        with as_unreadable(self.path):
            return int(pl.scan_parquet(self.path, glob=False).select(pl.len()).collect().item())

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns."""
        with as_unreadable(self.path):
            types = pl.read_parquet_schema(self.path)
        return {name: types[name] for name in names}

    def parts(self) -> Iterator[Part]:
        """Yield all rows, in order, as places in the file."""
        with as_unreadable(self.path):
            types = pl.read_parquet_schema(self.path)
        size = rows_of(len(self.names))
        if any(type_.is_nested() for type_ in types.values()):
            size = max(1, size // _FEWER)
        total, path = self.count(), self.path.resolve()
        for start in range(0, total, size):
            rows = range(start, min(start + size, total))
            for some in _cut(rows, self._bytes_of(rows, types)):
                yield Part(range(some[0] + 1, some[-1] + 2), path=path)

    def _bytes_of(self, rows: range, types: Mapping[str, Any]) -> pl.Series:
        """Return how many bytes the texts of each row take, however few the file needs for them."""
        lengths = [
            _LENGTHS[type_.base_type()](pl.col(name))
            for name, type_ in types.items()
            if type_.base_type() in _LENGTHS
        ]
        if not lengths:
            return pl.repeat(0, len(rows), dtype=pl.Int64, eager=True)
        numbers = [length.cast(pl.Int64).fill_null(0) for length in lengths]
        with as_unreadable(self.path):
            scanned = pl.scan_parquet(self.path, glob=False).slice(rows[0], len(rows))
            return scanned.select(pl.sum_horizontal(numbers).alias("")).collect()[""]

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none."""
        if not 1 <= number <= self.count():
            return None
        return row_of(Part(range(number, number + 1), path=self.path).read(), 0)


def _cut(rows: range, sizes: pl.Series) -> Iterator[range]:
    """Yield runs of rows whose texts take no more than they may together, or are those of one row."""
    upto, first, before = sizes.cum_sum(), 0, 0
    while first < len(rows):
        behind = int(upto.search_sorted(before + MOST_BYTES, side="right"))
        behind = max(behind, first + 1)
        yield rows[first:behind]
        first, before = behind, int(upto[behind - 1])


def open_parquet(path: Path) -> TableFile:
    """Return the table in a Parquet file; `AdvisorError` if it is none or says too much of itself."""
    if not _is_text(path.resolve()):
        why = _("its name or that of its folder is not text in UTF-8")
        raise AdvisorError(_("{path}: cannot be read: {why}; rename it").format(path=quoted(path), why=why))
    _refuse_too_large(path)
    with as_unreadable(path):
        return ParquetFile(path, tuple(pl.read_parquet_schema(path)))


def _refuse_too_large(path: Path) -> None:
    """Raise `AdvisorError` for a file that would take much memory only to be looked at."""
    with path.open("rb") as file:
        length = file.seek(0, 2)
        file.seek(max(0, length - 8))
        ending = file.read()
        footer = int.from_bytes(ending[:4], "little")
        file.seek(max(0, length - 8 - footer))
        fields = _fields_in(file.read(16))
    if ending[4:] != MAGIC:
        return  # it is no such file, which is told by whoever reads it
    if footer > MOST_FOOTER:
        what = _(
            "what it says of its columns takes {footer:,} bytes, and {most_footer:,} is the most"
        ).format(footer=footer, most_footer=MOST_FOOTER)
        raise AdvisorError(
            _("{path}: cannot be read: {what}; keep fewer columns, or save it as CSV").format(
                path=quoted(path), what=what
            )
        )
    if fields > MOST_FIELDS:
        what = _(
            "it has {fields:,} columns, with what is inside them, and {most_fields:,} is the most"
        ).format(fields=fields, most_fields=MOST_FIELDS)
        raise AdvisorError(
            _("{path}: cannot be read: {what}; keep fewer columns").format(path=quoted(path), what=what)
        )


def _fields_in(begins: bytes) -> int:
    """Return how many columns a file says it has, and fields inside them; 0 if it does not say so here."""
    found = _FIELDS.match(begins)
    if found is None:
        return 0
    if found[2]:
        return int(found[2][0] >> 4) - 1
    digits: bytes = found[1]
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(digits)) - 1


def _is_text(path: Path) -> bool:
    """Return whether Polars can be told of a path."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
