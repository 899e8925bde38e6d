"""The leader's own notes, each beside what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice, OwnWords
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things

# A stage rests on a dozen answers: a note beside one of them says nothing about what follows from the stage.
_TOO_WIDE = ("stage", "sure")


class Notes:
    """The notes of a case as a page tells them: each once, beside the first thing that it speaks of."""

    def __init__(self, advice: Advice, knowledge: KnowledgeBase) -> None:
        self._advice, self._asked = advice, asked_things(knowledge)
        self._grounds = Grounds(advice.firings, by_conclusion(advice.firings)) if advice.notes else None
        self._told: set[str] = set()

    def beside(self, firings: Iterable[str]) -> Iterator[OwnWords]:
        """Yield the notes, not told yet, of the questions whose answers are behind these firings."""
        if self._grounds is None:
            return
        behind = frozenset[Fact]().union(*map(self._behind, firings))
        questions = {self._asked[fact[:2]].question.id for fact in behind if fact[:2] in self._asked}
        for note in self.rest():
            if note.question in questions:
                self._told.add(note.question)
                yield note

    def rest(self) -> list[OwnWords]:
        """Return the notes that are not told yet."""
        return [note for note in self._advice.notes if note.question not in self._told]

    def _behind(self, id_: str) -> frozenset[Fact]:
        assert self._grounds is not None
        support = [fact for fact in self._advice.firing(id_).support if fact.kind not in _TOO_WIDE]
        return frozenset[Fact]().union(*map(self._grounds.of_fact, support))
