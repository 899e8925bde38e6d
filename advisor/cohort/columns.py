"""The rows of a table as columns of bits: where each fact is given, and what is wrong with which row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

import numpy as np
import polars as pl

from advisor.cohort.answer_columns import AnswerColumn
from advisor.cohort.categories import NO_WORDS, Words
from advisor.cohort.cells import text_of, value_of, wrong_with
from advisor.cohort.far_times import cells_of
from advisor.cohort.marks import Bits, marks_in
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE

WORD = 64


@dataclass
class Given:
    """What the rows of a table say: where each fact is given, and what is wrong with which row.

    `faults` maps a row, counted from 0, to all that is wrong with it.
    """

    rows: int
    known: dict[Fact, Bits] = field(default_factory=dict)
    faults: dict[int, list[str]] = field(default_factory=dict)


def given_in(frame: pl.DataFrame, answers: Mapping[str, AnswerColumn], words: Words = NO_WORDS) -> Given:
    """Return what the rows of `frame` say in the columns that are among `answers`.

    `words` are the texts of those that hold numbers.
    """
    given = Given(len(frame))
    here = [answers[name] for name in frame.columns if name in answers]
    said: dict[str, dict[str, Bits]] = {}
    for answer, (where, strange) in marks_in(frame, here, words):
        cells = _cells(frame[answer.name], strange, words.get(answer.name))
        _look_closer(zip(map(int, strange), cells, strict=True), answer, where, given)
        said[answer.name] = where
        given.known.update({fact: where[value] for value, fact in answer.values.items() if fact is not None})
    for name in said:
        _speak_for_parts(answers[name], said, given)
    return given


def _look_closer(
    cells: Iterable[tuple[int, Any]], answer: AnswerColumn, where: dict[str, Bits], given: Given
) -> None:
    """Take cells for the values that they mean, with blanks around it or of another type; note faults."""
    outcomes: dict[str, tuple[str | None, str]] = {"": (None, "")}
    for row, cell in cells:
        text = text_of(cell)
        if text not in outcomes:
            outcomes[text] = value_of(text, answer), "; ".join(wrong_with(text, answer) or ())
        value, wrong = outcomes[text]
        if wrong:
            given.faults.setdefault(row, []).append(wrong)
        elif value in where:
            where[value].view(np.uint8)[row // 8] |= 1 << row % 8


def _cells(column: pl.Series, rows: Any, words: Sequence[str] | None) -> Iterable[Any]:
    if len(rows) == 0:
        return []
    if words is not None:
        return [words[number] for number in column.gather(rows)]
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


def unpacked(bits: Bits, rows: int) -> Any:
    """Return words as a column of 0 and 1, a byte a row."""
    words = np.broadcast_to(bits, -(-rows // WORD)) if np.ndim(bits) == 0 else bits
    return np.unpackbits(np.ascontiguousarray(words).view(np.uint8), bitorder="little", count=rows)
