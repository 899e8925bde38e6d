"""The way through an interview: what was asked, in order, and the place in it. It is plain data."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trail:
    """The questions that have an answer, in the order in which they were asked, and the place among them.

    `place` counts from 0; `len(asked)` is the end, where new questions come. `seen` are those of this
    sitting: a list that stays open in part is not asked twice in one. Each step returns a new trail.
    """

    asked: tuple[str, ...] = ()
    place: int = 0
    seen: frozenset[str] = frozenset()

    @classmethod
    def at_the_end_of(cls, asked: Iterable[str]) -> Trail:
        """Return the trail of an interview that is taken up again."""
        found = tuple(asked)
        return cls(found, len(found))

    @property
    def is_at_the_end(self) -> bool:
        """Whether a new question comes next."""
        return self.place == len(self.asked)

    def at(self, place: int) -> Trail:
        """Return the trail with another place, kept within its ends."""
        return Trail(self.asked, max(0, min(place, len(self.asked))), self.seen)

    def answered(self, question: str, is_new: bool) -> Trail:
        """Return the trail after an answer.

        From the question at the place it goes on to the next. An answer to another one moves nothing; one
        that was not in the trail, or `is_new` at the end, comes last in it.
        """
        seen = self.seen | {question}
        if question not in self.asked or (is_new and self.is_at_the_end):
            asked = (*(id_ for id_ in self.asked if id_ != question), question)
            return Trail(asked, len(asked) if self.is_at_the_end else self.place, seen)
        goes_on = not self.is_at_the_end and self.asked[self.place] == question
        return Trail(self.asked, self.place + goes_on, seen)

    def without(self, question: str) -> Trail:
        """Return the trail without a question."""
        if question not in self.asked:
            return self
        asked = tuple(id_ for id_ in self.asked if id_ != question)
        before = self.asked.index(question) < self.place
        return Trail(asked, self.place - before, self.seen - {question})

    def of(self, asked: Sequence[str]) -> Trail:
        """Return the trail with these questions and no others; those that are new to it come last."""
        kept = self
        for question in self.asked:
            kept = kept if question in asked else kept.without(question)
        found = (*kept.asked, *(question for question in asked if question not in kept.asked))
        return Trail(found, len(found) if kept.is_at_the_end else kept.place, kept.seen)


def is_trail(trail: object, questions: Collection[str]) -> bool:
    """Return whether this is a trail through some of these questions, each of them there once."""
    if not isinstance(trail, Trail) or not isinstance(trail.asked, tuple) or type(trail.place) is not int:
        return False
    if not isinstance(trail.seen, frozenset) or not all(id_ in questions for id_ in trail.seen):
        return False
    known = all(isinstance(id_, str) and id_ in questions for id_ in trail.asked)
    return known and len(set(trail.asked)) == len(trail.asked) and 0 <= trail.place <= len(trail.asked)
