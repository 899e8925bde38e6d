"""The rows of a table as columns of bits: where each fact is given, and what is wrong with which row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import polars as pl

from advisor.cohort.answer_columns import AnswerColumn
from advisor.cohort.cells import TEXTS, text_of, value_of, wrong_with
from advisor.cohort.far_times import cells_of
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE

Bits = Any  # a NumPy column of 64-bit words, one bit a row, the first row in the lowest bit
WORD = 64
_FIRST, _STRANGE = 1, 255


@dataclass
class Given:
    """What the rows of a table say: where each fact is given, and what is wrong with which row.

    `faults` maps a row, counted from 0, to all that is wrong with it.
    """

    rows: int
    known: dict[Fact, Bits] = field(default_factory=dict)
    faults: dict[int, list[str]] = field(default_factory=dict)


def given_in(frame: pl.DataFrame, answers: Mapping[str, AnswerColumn]) -> Given:
    """Return what the rows of `frame` say in the columns that are among `answers`."""
    given = Given(len(frame))
    here = [answers[name] for name in frame.columns if name in answers]
    codes = frame.select(_code(answer, frame.schema[answer.name]) for answer in here)
    said: dict[str, dict[str, Bits]] = {}
    for answer in here:
        code = codes[answer.name].to_numpy()
        where = {
            value: packed(code == number if number < _STRANGE else np.zeros(len(code)))
            for number, value in enumerate(answer.values, _FIRST)
        }
        _look_closer(frame[answer.name], np.flatnonzero(code == _STRANGE), answer, where, given)
        said[answer.name] = where
        given.known.update({fact: where[value] for value, fact in answer.values.items() if fact is not None})
    for name in said:
        _speak_for_parts(answers[name], said, given)
    return given


def _code(answer: AnswerColumn, type_: pl.DataType) -> pl.Expr:
    """Return the number of each value among those that may stand in a column, in a byte.

    0 is an empty cell, 255 what is to be looked at closer. Numbers are worked out by Polars, many columns at
    a time; comparing texts in Python would take most of the time that a million rows take.
    """
    column = pl.col(answer.name)
    number = pl.lit(None, pl.UInt8)
    if isinstance(type_, TEXTS):
        values = pl.Enum(["", *answer.values])
        number = column.cast(pl.String).cast(values, strict=False).to_physical().cast(pl.UInt8, strict=False)
    code = pl.when(column.is_null()).then(pl.lit(0, pl.UInt8)).otherwise(number.fill_null(_STRANGE))
    return code.alias(answer.name)


def _look_closer(
    column: pl.Series, rows: Any, answer: AnswerColumn, where: dict[str, Bits], given: Given
) -> None:
    """Take cells for the values that they mean, with blanks around it or of another type; note faults."""
    outcomes: dict[str, tuple[str | None, str]] = {"": (None, "")}
    for row, cell in zip(rows.tolist(), _cells(column, rows), strict=True):
        text = text_of(cell)
        if text not in outcomes:
            outcomes[text] = value_of(text, answer), "; ".join(wrong_with(text, answer) or ())
        value, wrong = outcomes[text]
        if wrong:
            given.faults.setdefault(row, []).append(wrong)
        elif value in where:
            where[value].view(np.uint8)[row // 8] |= 1 << row % 8


def _cells(column: pl.Series, rows: Any) -> Iterable[Any]:
    if len(rows) == 0:
        return []
    if column.dtype == pl.Object:
        every = column.to_list()
        return [every[row] for row in rows]
    return cells_of(column.gather(rows))


def _speak_for_parts(answer: AnswerColumn, said: Mapping[str, dict[str, Bits]], given: Given) -> None:
    for part in answer.parts:
        fact = part.values[NOT_APPLICABLE]
        assert fact is not None
        own = [where for value, where in said.get(part.name, {}).items() if value]
        here = said[answer.name][NOT_APPLICABLE] & ~_any(own)
        given.known[fact] = given.known[fact] | here if fact in given.known else here


def _any(columns: list[Bits]) -> Bits:
    return reduce(or_, columns, np.uint64(0))


def packed(column: Any) -> Bits:
    """Return a column of truth values as words; what is behind its end is false."""
    data = np.packbits(np.asarray(column, dtype=bool), bitorder="little")
    words = np.zeros(-(-len(data) // 8), dtype=np.uint64)
    words.view(np.uint8)[: len(data)] = data
    return words


def unpacked(bits: Bits, rows: int) -> Any:
    """Return words as a column of 0 and 1, a byte a row."""
    words = np.broadcast_to(bits, -(-rows // WORD)) if np.ndim(bits) == 0 else bits
    return np.unpackbits(np.ascontiguousarray(words).view(np.uint8), bitorder="little", count=rows)
