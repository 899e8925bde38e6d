"""Answers that are tried in advance, all at once: every answer to each question is a row, and a row a bit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of


class Trials:
    """The answers to some questions, each tried alone; `left` has the parts that an answer would be about.

    A column is one whole number, in which each row has its bit; the last row, `now`, is the case as it is.
    """

    def __init__(self, left: Mapping[str, Sequence[Part]], knowledge: KnowledgeBase) -> None:
        tries = {
            id_: list(kind_of(knowledge.questions[id_]).tries(knowledge.questions[id_], parts))
            for id_, parts in left.items()
        }
        self._rows = [answer for several in tries.values() for answer in several]
        self.now: int = 1 << len(self._rows)
        self._everywhere = (self.now << 1) - 1
        self._masks: dict[str, int] = {}
        row = 0
        for id_, several in tries.items():
            self._masks[id_] = ((1 << len(several)) - 1) << row
            row += len(several)

    def columns(self, known: Iterable[Fact]) -> tuple[dict[Fact, int], int]:
        """Return in which rows each fact is known, given what is known in all; and the column of all rows."""
        columns = dict.fromkeys(known, self._everywhere)
        for row, answer in enumerate(self._rows):
            for fact in answer:
                columns[fact] = columns.get(fact, 0) | 1 << row
        return columns, self._everywhere

    def changed(self, column: int) -> int:
        """Return in which rows something is other than in the case as it is."""
        return column ^ (self._everywhere if column & self.now else 0)

    def share(self, *columns: int) -> dict[str, float]:
        """Return for each question in how many of its rows these columns hold, on average over the rows."""
        return {
            id_: sum((column & mask).bit_count() for column in columns) / max(1, mask.bit_count())
            for id_, mask in self._masks.items()
        }


def rows_of(column: int) -> Iterator[int]:
    """Yield each row of a column, as a column of its own."""
    while column:
        row = column & -column
        yield row
        column ^= row
