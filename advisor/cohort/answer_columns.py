"""Which columns of a table are understood, and what may stand in them.

One row is one case. A choice has a column named after its question, a checklist one for each item, named
QUESTION.ITEM; the placing one for each factor, placing.FACTOR; what was tried one for each
intervention, tried.INTERVENTION, with its outcome. An empty cell was not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import SPECIAL_ANSWERS, UNKNOWN, Question
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A column that is understood: its name, and for each value that may stand in it the fact it gives.

    That of don't know says only that it was asked; where there are no values, nothing may stand.
    A whole checklist may have a column too; it speaks for those of its `parts` whose own columns say nothing.
    `reads` returns the value that a text stands for, where texts are not the values themselves; None for one
    that says nothing. `misfit` then says what is wrong with a text that may not stand there, and what to try.
    """

    name: str
    values: Mapping[str, Fact | None]
    parts: tuple[AnswerColumn, ...] = ()
    reads: Callable[[str], str | None] | None = None
    misfit: Callable[[str], tuple[str, str] | None] | None = None

    @property
    def is_flaw(self) -> bool:
        """Whether it is no answer, and says what was wrong with the row itself."""
        return self.name == FLAW.name


# What reads a file says here what is wrong with a row. No heading of a file can be its name.
FLAW = AnswerColumn("\0flaw", {})


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


def _misfit(question: Question, text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text that is no answer, as a case file would be told; None if nothing."""
    kind = kind_of(question)
    return None if kind.takes(question)(text) else kind.misfit(question, text)
