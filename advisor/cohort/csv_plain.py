"""Pieces of a CSV file that keep all the rules, which Polars reads at once and rightly."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import polars as pl

from advisor.cohort.csv_records import LONGEST

_MAY_BE_LONG = (
    LONGEST // 4
)  # bytes without the marks around and inside cells; longer rows are looked at closer


@cache
def _quoted(separator: bytes) -> re.Pattern[bytes]:
    one = re.escape(separator)
    return re.compile(rb'(?<![^{}\n])"[^"]*+(?:""[^"]*+)*+"(?=[{}\n]|\r\n|\Z)'.replace(b"{}", one))


def whole_lines(held: bytes) -> int:
    """Return how many bytes make whole rows, if no quotation mark stands alone."""
    end = held.rfind(b"\n") + 1
    marks = held.count(b'"', 0, end)
    while end and marks % 2:
        mark = held.rfind(b'"', 0, end)
        before = held.rfind(b"\n", 0, mark) + 1
        marks -= held.count(b'"', before, end)
        end = before
    return end


def plain_rows(piece: bytes, names: tuple[str, ...], separator: str, cells: int) -> pl.DataFrame | None:
    """Return the rows of a piece; None if there is a row with other than so many cells, or anything odd."""
    one = separator.encode()
    bones = _quoted(one).sub(b"x", piece) if b'"' in piece else piece
    if b'"' in bones or bones.count(b"\r") != bones.count(b"\r\n") or _has_empty_line(bones):
        return None
    if len(one) != 1 or not _is_even(bones, one, cells) or not _is_utf8(piece):
        return None
    schema = {str(number): pl.String for number in range(cells)}  # Polars changes names that are empty
    frame = pl.read_csv(piece, has_header=False, schema=schema, separator=separator, infer_schema=False)
    if any(column.null_count() < len(frame) for column in frame.get_columns()[len(names) :]):
        return None
    if len(piece) > _MAY_BE_LONG and _may_be_too_long(frame):
        return None  # which is told as it is of any other row
    return frame.select(pl.nth(place).alias(name) for place, name in enumerate(names))


def _may_be_too_long(frame: pl.DataFrame) -> bool:
    lengths = frame.select(length=pl.sum_horizontal(pl.all().str.len_bytes()))
    return len(lengths.filter(pl.col("length") > _MAY_BE_LONG)) > 0


def _has_empty_line(bones: bytes) -> bool:
    return bones.startswith((b"\n", b"\r\n")) or b"\n\n" in bones or b"\n\r\n" in bones


def _is_even(bones: bytes, separator: bytes, cells: int) -> bool:
    """Return whether all lines have so many cells."""
    data = np.frombuffer(bones if bones.endswith(b"\n") else bones + b"\n", dtype=np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    marks = np.flatnonzero(data == ord(separator))
    behind = np.searchsorted(marks, ends)
    return bool((np.diff(behind, prepend=0) == cells - 1).all())


def _is_utf8(piece: bytes) -> bool:
    try:
        piece.decode()
    except UnicodeDecodeError:
        return False
    return True
