"""A table of cases as columns of bits: which columns are understood, and where each fact is given.

One row is one case. A choice has a column named after its question, a checklist one for each item, named
QUESTION.ITEM; the placing one for each factor, placing.FACTOR; what was tried one for each
intervention, tried.INTERVENTION, with its outcome. An empty cell was not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import or_
from typing import Any

import numpy as np
import polars as pl

from advisor._suggest import did_you_mean
from advisor._text import shown, shown_name
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE, SPECIAL_ANSWERS, UNKNOWN, Question
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of

Bits = Any  # a NumPy column of 64-bit words, one bit a row, the first row in the lowest bit
WORD = 64
YES_NO = {True: "yes", False: "no"}
_FIRST, _STRANGE = 1, 255


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column that is understood: its name, and for each value that may stand in it the fact it gives.

    That of don't know says only that it was asked; where there are no values, nothing may stand.
    A whole checklist may have a column too; it speaks for those of its `parts` whose own columns say nothing.
    `reads` returns the value that a text stands for, where texts are not the values themselves; None for one
    that says nothing. `misfit` then says what is wrong with a text that may not stand there.
    """

    name: str
    values: Mapping[str, Fact | None]
    parts: tuple[AnswerColumn, ...] = ()
    reads: Callable[[str], str | None] | None = None
    misfit: Callable[[str], str | None] | None = None


def answers_of(knowledge: KnowledgeBase) -> dict[str, AnswerColumn]:
    """Return the columns that are understood, by their names, in the order of the questionnaire."""
    found = [answer for question in knowledge.questions.values() for answer in _answers(question, knowledge)]
    return {answer.name: answer for answer in found}


def _answers(question: Question, knowledge: KnowledgeBase) -> Iterator[AnswerColumn]:
    parts = [(part, _column(question, part)) for part in knowledge.memo(parts_of)[question.id]]
    if any(part.key for part, _ in parts):
        words = {word: asked_as_a_whole(question.id, word) for word in SPECIAL_ANSWERS}
        yield AnswerColumn(question.id, words, tuple(column for part, column in parts if part.special))
    yield from (column for _, column in parts)


def asked_as_a_whole(question: str, word: str) -> Fact:
    """Return the fact that a list was answered with one word; no rule reads it."""
    return Fact("asked", question, word)


def _column(question: Question, part: Part) -> AnswerColumn:
    given = {value: Fact(*part.thing, value) for value in part.values}
    name = f"{question.id}.{part.key}" if part.key else question.id
    values = {**given, UNKNOWN: Fact(*part.thing, UNKNOWN)} if part.special else given
    misfit = None if part.reads is None else partial(_misfit, question)
    return AnswerColumn(name, values, reads=part.reads, misfit=misfit)


def _misfit(question: Question, text: str) -> str | None:
    """Return what is wrong with a text that is no answer, as a case file would be told; None if nothing."""
    kind = kind_of(question)
    return None if kind.takes(question)(text) else "; ".join(kind.misfit(question, text))


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
        where = {value: packed(code == number) for number, value in enumerate(answer.values, _FIRST)}
        for row in np.flatnonzero(code == _STRANGE):
            _look_closer(frame[answer.name][int(row)], int(row), answer, where, given)
        said[answer.name] = where
        given.known.update({fact: where[value] for value, fact in answer.values.items() if fact is not None})
    for name in said:
        _speak_for_parts(answers[name], said, given)
    return given


def _code(answer: AnswerColumn, type_: pl.DataType) -> pl.Expr:
    """Return the number of each value among those that may stand in a column, in a byte.

    0 is an empty cell, 255 what may not stand there. Numbers are worked out by Polars, many columns at
    a time; comparing texts in Python would take most of the time that a million rows take.
    """
    text = pl.col(answer.name) if type_ == pl.String else pl.col(answer.name).cast(pl.String)
    number = text.cast(pl.Enum(["", *answer.values]), strict=False).to_physical()
    empty = pl.col(answer.name).is_null()
    code = pl.when(empty).then(pl.lit(0, pl.UInt8)).otherwise(number.cast(pl.UInt8).fill_null(_STRANGE))
    return code.alias(answer.name)


def _look_closer(cell: Any, row: int, answer: AnswerColumn, where: dict[str, Bits], given: Given) -> None:
    """Take a value with blanks around it for what it is; note a fault for anything else."""
    text = str(cell).strip()
    value = text if answer.reads is None or text in where else answer.reads(text)
    if value in where:
        where[value].view(np.uint8)[row // 8] |= 1 << row % 8
    elif text and answer.misfit is not None:
        wrong = answer.misfit(text)
        if wrong is not None:  # else it is an answer that says nothing
            given.faults.setdefault(row, []).append(f"{shown_name(answer.name)}: {wrong}")
    elif text and not answer.values:
        what = f"there are more cells than headings: '{shown(cell)}'; give each cell a heading"
        given.faults.setdefault(row, []).append(what)
    elif text:
        remedy = did_you_mean(YES_NO.get(cell, text) if isinstance(cell, bool) else text, answer.values)
        what = f"{shown_name(answer.name)} has no value '{shown(cell)}'; {remedy}"
        given.faults.setdefault(row, []).append(what)


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
