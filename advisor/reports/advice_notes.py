"""The leader's own notes, each beside what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice, OwnWords
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things

# A stage or a situation rests on a dozen answers: a note beside one of them says nothing about what follows.
_TOO_WIDE = ("stage", "sure", "pattern")


class Notes:
    """The notes of a case as a page tells them: each once, beside the first thing that it speaks of."""

    def __init__(self, advice: Advice, knowledge: KnowledgeBase) -> None:
        self._advice, self._asked = advice, asked_things(knowledge)
        self._grounds = Grounds(advice.firings, by_conclusion(advice.firings)) if advice.notes else None
        self._told: set[str] = set()

    def beside(self, firings: Iterable[str]) -> Iterator[OwnWords]:
        """Yield the notes, not told yet, of the questions whose answers decide these firings.

        What the first of them rests on comes first, and the answers that it looks at itself before others.
        """
        if self._grounds is None:
            return
        notes = {note.question: note for note in self.rest()}
        for question in dict.fromkeys(self._questions(firings)):
            if question in notes:
                self._told.add(question)
                yield notes[question]

    def rest(self) -> list[OwnWords]:
        """Return the notes that are not told yet."""
        return [note for note in self._advice.notes if note.question not in self._told]

    def _questions(self, firings: Iterable[str]) -> Iterator[str]:
        for id_ in firings:
            for fact in (*self._advice.firing(id_).support, *sorted(self._behind(id_))):
                asked = self._asked.get(fact[:2])
                is_left_out = fact.kind == "item" and fact.value != "yes"  # of a list, what she did not tick
                if asked is not None and not is_left_out:
                    yield asked.question.id

    def _behind(self, id_: str) -> frozenset[Fact]:
        assert self._grounds is not None
        support = [fact for fact in self._advice.firing(id_).support if fact.kind not in _TOO_WIDE]
        return frozenset[Fact]().union(*map(self._grounds.of_fact, support))
