"""The cells of columns of Polars as Python has them, also of times that are too far for Python.

Python knows the years 1 to 9999. Polars knows more, and panics where it should hand such a time over, or one
in a time zone that it does not know. These are told by the number that stands for them.
"""

from __future__ import annotations

import datetime
from typing import Any

import polars as pl

# Whatever Polars makes of what it cannot hand over; a panic is no Exception.
TROUBLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException, ArithmeticError, ValueError, TypeError)
_A_DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
_ZERO = datetime.date(1970, 1, 1).toordinal()
# With a day to spare at both ends, for the time zones.
_FIRST, _LAST = 2 - _ZERO, datetime.date.max.toordinal() - 1 - _ZERO
_LONGEST = datetime.timedelta.max.days - 1


def cells_of(column: pl.Series) -> list[Any]:
    """Return the cells of a column; a time that Python does not know is the text of its number."""
    far = far_in(column)
    try:
        if not far.any():
            return column.to_list()
        near = column.zip_with(~far, pl.Series([None], dtype=column.dtype)).to_list()
    except TROUBLE:  # an unknown time zone, or such a time inside a list or the like
        if not isinstance(column.dtype, pl.Datetime):
            return [_inside(column[row : row + 1]) for row in range(len(column))]
        return told_as_numbers(column).to_list()
    told = told_as_numbers(column)
    return [told[row] if is_far else cell for row, (cell, is_far) in enumerate(zip(near, far, strict=True))]


def _inside(cell: pl.Series) -> Any:
    """Return a cell that is a list or the like; with the numbers in it where there is a far time in it."""
    try:
        return cell.to_list()[0]
    except TROUBLE:
        return cell.to_physical().to_list()[0]


def far_in(column: pl.Series) -> pl.Series:
    """Return in which cells there are times that Python does not know; not inside lists."""
    bounds = _bounds(column.dtype)
    if bounds is None:
        return pl.repeat(False, len(column), dtype=pl.Boolean, eager=True)
    return ~column.to_physical().cast(pl.Int64).is_between(*bounds).fill_null(True)


def told_as_numbers(column: pl.Series) -> pl.Series:
    """Return times as texts of the numbers that stand for them, such as '9223372036854775 us since 1970'."""
    unit = getattr(column.dtype, "time_unit", "days")
    since = "" if isinstance(column.dtype, pl.Duration) else " since 1970"
    return column.to_physical().cast(pl.String) + f" {unit}{since}"


def _bounds(type_: Any) -> tuple[int, int] | None:
    if isinstance(type_, pl.Date):
        return _FIRST, _LAST
    if isinstance(type_, pl.Datetime):
        day = _A_DAY[type_.time_unit]
        return max(_FIRST * day, -(2**63)), min(_LAST * day, 2**63 - 1)
    if isinstance(type_, pl.Duration):
        longest = min(_LONGEST * _A_DAY[type_.time_unit], 2**63 - 1)
        return -longest, longest
    return None
