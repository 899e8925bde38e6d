"""Where each value stands in the columns of a table, as bits; made without a text for each cell in Python.

Of texts each value is compared with the whole column, which takes less than a look into a table of values
for each cell, unless there are many values. A column with categories has that table already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from advisor.cohort.answer_columns import AnswerColumn
from advisor.cohort.categories import MOST_CATEGORIES, NO_WORDS, Words
from advisor.cohort.cells import TEXTS

Bits = Any  # a NumPy column of 64-bit words, one bit a row, the first row in the lowest bit
_NOTHING, _FIRST, _STRANGE = 0, 1, 255
_FEW = 6  # values: up to so many are compared one by one
_LONG = 4_096  # rows: in a shorter column it is not the cells that take the time


class Marks(NamedTuple):
    """Of one column: where each value stands, and the rows of cells that are to be looked at closer."""

    where: dict[str, Bits]
    strange: Any


class _Column:
    """One column, and how it is looked at."""

    def __init__(self, answer: AnswerColumn, cells: pl.Series, words: Sequence[str] | None) -> None:
        """`words` are the texts of the column's numbers or categories; none if each cell holds its own."""
        self.answer, self.cells, self.type, self.words = answer, cells, cells.dtype, words
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
        a number behind the last.
        """
        column = pl.col(self.answer.name)
        if self.words is not None:
            number = column.to_physical()
            if not self.cells.null_count():
                return number
            return number.fill_null(
                pl.lit(len(self.words), pl.UInt8 if len(self.words) < _STRANGE else pl.UInt32)
            )
        number = pl.lit(None, pl.UInt8)
        if isinstance(self.type, TEXTS):
            values = pl.Enum(["", *self.answer.values])
            number = column.cast(pl.String).cast(values, strict=False).to_physical()
            number = number.cast(pl.UInt8, strict=False)
        empty = pl.lit(_NOTHING, pl.UInt8)
        return pl.when(column.is_null()).then(empty).otherwise(number.fill_null(_STRANGE))

    def marks(self, made: pl.DataFrame) -> Marks:
        """Return where each value stands, given what Polars made."""
        name, values = self.answer.name, self.answer.values
        if self.is_compared:
            columns = {value: made[f"{name} {value}"].to_numpy() for value in values}
            return self._marks(columns, self.cells.null_count(), lambda: self.cells.is_null().to_numpy())
        code = made[name].to_numpy()
        if self.words is not None:
            return self._of_numbers(code, self.words)
        where = {
            value: packed(code == number if number < _STRANGE else np.zeros(len(code)))
            for number, value in enumerate(values, _FIRST)
        }
        return Marks(where, np.flatnonzero(code == _STRANGE))

    def _of_numbers(self, code: Any, words: Sequence[str]) -> Marks:
        number_of = {word: number for number, word in enumerate(words)}
        columns = {
            value: code == number_of[value] if value in number_of else np.zeros(len(code), dtype=bool)
            for value in self.answer.values
        }
        empty = code >= len(words)
        if "" in number_of:
            empty |= code == number_of[""]
        return self._marks(columns, int(np.count_nonzero(empty)), lambda: empty)

    def _marks(self, columns: Mapping[str, Any], empty: int, where_empty: Callable[[], Any]) -> Marks:
        """Return the marks, given the column of each value; `empty` is how many cells are.

        What is neither is strange; it is looked for only if there is any.
        """
        strange: Any = ()
        if empty + sum(np.count_nonzero(column) for column in columns.values()) < len(self.cells):
            strange = np.flatnonzero(np.logical_or.reduce([where_empty(), *columns.values()]) == 0)
        return Marks({value: packed(column) for value, column in columns.items()}, strange)


def marks_in(
    frame: pl.DataFrame, answers: Sequence[AnswerColumn], words: Words = NO_WORDS
) -> Iterator[tuple[AnswerColumn, Marks]]:
    """Yield what stands in the columns of `frame` named as `answers`, in their order.

    `words` are the texts of those that hold numbers.
    """
    categories = _Categories(len(frame))
    cells = [frame[answer.name] for answer in answers]
    columns = [
        _Column(answer, column, words[answer.name] if answer.name in words else categories.of(column.dtype))
        for answer, column in zip(answers, cells, strict=True)
    ]
    made = frame.select(expression for column in columns for expression in column.wanted())
    for column in columns:
        yield column.answer, column.marks(made)


class _Categories:
    """The categories of types, each in the place of its number."""

    def __init__(self, rows: int) -> None:
        self._most = min(rows, MOST_CATEGORIES)
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
