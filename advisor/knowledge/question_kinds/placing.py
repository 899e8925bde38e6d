"""The placing: where the leader herself sees each factor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from advisor._language import N_, _
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import UNKNOWN, Option, Question
from advisor.knowledge.question_kinds.base import WORDS, Part, Tried
from advisor.knowledge.question_kinds.replies import ReplyError, words_in
from advisor.knowledge.question_kinds.rows import RowsKind
from advisor.knowledge.terms import STAGE_WORDS, STAGES

MARKS = dict(zip("123?", (*STAGES, UNKNOWN), strict=True))


class Placing(RowsKind):
    """A stage for each factor; what the stages look like stands in the options."""

    name = "placing"
    fact_kind = "placed"
    alias = "placing"
    written_under = "rows"
    shows: ClassVar[tuple[str, ...]] = ("options", "rows")
    is_own_view = True
    words: ClassVar[tuple[str, ...]] = STAGES
    how: ClassVar[str] = N_(
        "Type a number for each of a, b, c and d in turn, ? where you don't know. Such as 2 1 3 ?"
    )

    on_paper: ClassVar[str] = N_("Tick one box in each row.")

    def fact_id(self, question: Question, row: str) -> str:
        """Return the factor."""
        return row

    def say(self, question: Question | None, value: str) -> str:
        """Return where a factor was placed."""
        return _(STAGE_WORDS.get(value, WORDS.get(value, value)))

    def tries(self, question: Question, parts: Sequence[Part]) -> Iterator[Tried]:
        """Yield all factors at the same stage, stage by stage."""
        for stage in STAGES:
            yield tuple(Fact(*part.thing, stage) for part in parts)

    def marks(self) -> Iterable[str]:
        """Return letters; numbers are for the stages."""
        return "abcdefgh"

    def lines(self, question: Question, interventions: Sequence[Option]) -> Sequence[Option]:
        """Return the factors in plain words."""
        return question.rows

    def scale(self, question: Question) -> Sequence[Option]:
        """Return what the stages look like."""
        return question.options

    def ticks(self, mark: str) -> Sequence[str]:
        """Return a box for each stage, and one for not knowing; the lines are told apart by their order."""
        return tuple(MARKS)

    def heads(self, question: Question) -> Sequence[str]:
        """Return what the stages look like."""
        return *(option.text for option in question.options), _(WORDS[UNKNOWN])

    def understood(self, reply: str, question: Question, lines: Sequence[Option]) -> dict[str, str]:
        """Return the stage of each factor, from a mark for each."""
        words = list("".join(words_in(reply)))
        if len(words) != len(lines) or not set(words) <= MARKS.keys():
            marks = " ".join("213?"[: len(lines)])
            raise ReplyError(
                _("Type {number} marks in a row, each 1, 2, 3 or ?, such as {marks}.").format(
                    number=len(lines), marks=marks
                )
            )
        return {row.id: MARKS[word] for row, word in zip(lines, words, strict=True)}

    def typed_parts(self, answer: Mapping[str, str], question: Question, lines: Sequence[Option]) -> str:
        """Return the mark of each factor."""
        marks = {stage: mark for mark, stage in MARKS.items()}
        return " ".join(marks.get(answer.get(row.id, ""), "-") for row in lines)
