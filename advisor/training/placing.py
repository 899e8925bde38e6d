"""Place the phrase: leaders' sentences are dealt and sorted into tight, in between and loose."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.terms import STAGES, Stage
from advisor.knowledge.training import Phrase


def dealt(knowledge: KnowledgeBase) -> list[Phrase]:
    """Return all sentences, shuffled, the same way each time: all who play have the same cards before them.

    The first nine, and each nine after them, hold about as many of one place as of another, so that a short
    game is a fair one.
    """
    piles = [
        sorted(
            (phrase for phrase in knowledge.of_kind("phrase") if phrase.place == place),
            key=lambda phrase: (_mixed(phrase.id), phrase.id),
        )
        for place in STAGES
    ]
    ninths = [
        [phrase for pile in piles for phrase in pile[start : start + 3]]
        for start in range(0, max(map(len, piles), default=0), 3)
    ]
    return [phrase for ninth in ninths for phrase in sorted(ninth, key=lambda each: _mixed(f"{each.id}."))]


def _mixed(text: str) -> int:
    """Return a number that has nothing to do with the place of a sentence, and is the same everywhere."""
    return zlib.crc32(text.encode())


@dataclass
class Placing:
    """One game: the sentences in their order, and where each was put so far."""

    phrases: list[Phrase]
    placed: dict[str, Stage] = field(default_factory=dict)

    def put(self, phrase: Phrase, place: Stage) -> bool:
        """Put a sentence somewhere; return whether the study's leaders put one like it there too."""
        self.placed[phrase.id] = place
        return place == phrase.place

    @property
    def otherwise(self) -> list[Phrase]:
        """The sentences that were put elsewhere than the study's leaders did: those to talk about."""
        return [each for each in self.phrases if self.placed.get(each.id, each.place) != each.place]
