"""Where each value stands in the columns of a table, as bits; made without a text for each cell in Python.

Of texts each value is compared with the whole column, which takes less than a look into a table of values
for each cell, unless there are many values. A column with categories has that table already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from advisor.cohort.answer_columns import AnswerColumn
from advisor.cohort.cells import TEXTS

Bits = Any  # a NumPy column of 64-bit words, one bit a row, the first row in the lowest bit
_NOTHING, _FIRST, _STRANGE = 0, 1, 255
_FEW = 6  # values: up to so many are compared one by one
_MOST_CATEGORIES = 4_096
_LONG = 4_096  # rows: in a shorter column it is not the cells that take the time


class Marks(NamedTuple):
    """Of one column: where each value stands, and the rows of cells that are to be looked at closer."""

    where: dict[str, Bits]
    strange: Any


class _Column:
    """One column, and how it is looked at."""

    def __init__(self, answer: AnswerColumn, cells: pl.Series, categories: _Categories) -> None:
        self.answer, self.cells, self.type = answer, cells, cells.dtype
        self.words = categories.of(self.type)
        few = 0 < len(answer.values) <= _FEW
        self.is_compared = isinstance(self.type, pl.String) and few and len(cells) >= _LONG

    def wanted(self) -> list[pl.Expr]:
        """Return what Polars is to work out of it, many columns at a time."""
        name = self.answer.name
        if self.is_compared:  # Polars makes bytes of its bits quicker than NumPy does
            return [
                pl.col(name).eq_missing(pl.lit(value)).cast(pl.UInt8).alias(f"{name} {value}")
                for value in self.answer.values
            ]
        return [self._code().alias(name)]

    def _code(self) -> pl.Expr:
        """Return the number of the value in each cell, in a byte; of a category that of the category.

        0 is an empty cell, 255 what is to be looked at closer. Where there are categories, an empty cell has
        the number behind the last.
        """
        column = pl.col(self.answer.name)
        if self.words is not None:
            number = column.to_physical()
            if not self.cells.null_count():
                return number
            behind = pl.lit(len(self.words), pl.UInt32)
            return number.fill_null(behind.cast(pl.UInt8) if len(self.words) < _STRANGE else behind)
        number = pl.lit(None, pl.UInt8)
        if isinstance(self.type, TEXTS):
            values = pl.Enum(["", *self.answer.values])
            number = column.cast(pl.String).cast(values, strict=False).to_physical()
            number = number.cast(pl.UInt8, strict=False)
        empty = pl.lit(_NOTHING, pl.UInt8)
        return pl.when(column.is_null()).then(empty).otherwise(number.fill_null(_STRANGE))

    def marks(self, made: pl.DataFrame) -> Marks:
        """Return where each value stands, given what Polars made."""
        if self.is_compared:
            return self._of_compared(
                {value: made[f"{self.answer.name} {value}"].to_numpy() for value in self.answer.values}
            )
        code = made[self.answer.name].to_numpy()
        if self.words is not None:
            number_of = {"": _NOTHING, **{value: n for n, value in enumerate(self.answer.values, _FIRST)}}
            numbers = [number_of.get(word, _STRANGE) for word in self.words]
            code = np.array([*numbers, _NOTHING], dtype=np.uint8)[code]
        where = {
            value: packed(code == number if number < _STRANGE else np.zeros(len(code)))
            for number, value in enumerate(self.answer.values, _FIRST)
        }
        return Marks(where, np.flatnonzero(code == _STRANGE))

    def _of_compared(self, columns: dict[str, Any]) -> Marks:
        strange: Any = ()
        told = sum(np.count_nonzero(column) for column in columns.values())
        if told + self.cells.null_count() < len(self.cells):
            known = [self.cells.is_null().to_numpy(), *columns.values()]
            strange = np.flatnonzero(np.logical_or.reduce(known) == 0)
        return Marks({value: packed(column) for value, column in columns.items()}, strange)


def marks_in(frame: pl.DataFrame, answers: Sequence[AnswerColumn]) -> Iterator[tuple[AnswerColumn, Marks]]:
    """Yield what stands in the columns of `frame` named as `answers`, in their order."""
    categories = _Categories(len(frame))
    columns = [_Column(answer, frame[answer.name], categories) for answer in answers]
    made = frame.select(expression for column in columns for expression in column.wanted())
    for column in columns:
        yield column.answer, column.marks(made)


class _Categories:
    """The categories of types, each in the place of its number."""

    def __init__(self, rows: int) -> None:
        self._most = min(rows, _MOST_CATEGORIES)
        self._shared: dict[Any, Sequence[str] | None] = {}  # by many columns, so they are read once

    def of(self, type_: Any) -> Sequence[str] | None:
        """Return those of a type; none if it has none, or so many that to look at each would take long.

        Those of a process are shared by all its columns.
        """
        if isinstance(type_, pl.Enum):
            return self._few(type_.categories)
        if not isinstance(type_, pl.Categorical):
            return None
        if type_ not in self._shared:
            self._shared[type_] = self._few(type_.categories.to_series())
        return self._shared[type_]

    def _few(self, words: pl.Series) -> Sequence[str] | None:
        return words.to_list() if len(words) <= self._most else None


def packed(column: Any) -> Bits:
    """Return a column of truth values as words; what is behind its end is false."""
    data = np.packbits(np.asarray(column, dtype=bool), bitorder="little")
    words = np.zeros(-(-len(data) // 8), dtype=np.uint64)
    words.view(np.uint8)[: len(data)] = data
    return words
