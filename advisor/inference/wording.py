"""In which words a case is told: the one place that decides where a text is said otherwise.

It looks at all that is known at the end, whatever engine concluded it, so every engine gives the same text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from advisor._language import _
from advisor.inference.doubt import Doubts, looking_at_possible, put_as_questions
from advisor.inference.firing import Concluding, Firing, Justification, justified
from advisor.inference.network import Count, Test, positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact

ALWAYS = Count(0, [])


class Wording:
    """The entries and rules of a knowledge base, in the words for one case.

    `known` are the facts that the case gives and those that were concluded; `concluding` is by what.
    """

    def __init__(
        self, knowledge: KnowledgeBase, known: Collection[Fact], concluding: Concluding | None = None
    ) -> None:
        self._ways = knowledge.memo(_ways)
        self._justified = knowledge.memo(_justified)
        self._opposites = knowledge.memo(_opposite)
        self._known = frozenset(known)
        self._changing = knowledge.once(_changing)
        self._told: dict[str, int] = {}
        self._doubts = Doubts(knowledge, self._known, concluding or {})

    def entry(self, id_: str) -> Any:
        """Return an entry or a rule with the first texts whose condition is true, or else its own."""
        return self._ways[id_][self._way(id_)][1]

    def firing(self, firing: Firing) -> Firing:
        """Return the firing of a rule, in the words for this case; what is only possible is a question."""
        if firing.id not in self._changing:
            return firing
        way, doubts = self._way(firing.id), self._doubts.of(firing)
        if not way and not doubts:
            return firing
        said = self._justified[firing.id, way]
        if doubts:
            said = put_as_questions(said, map(self.question, doubts))
        return Firing(firing.id, said, firing.support)

    def question(self, pattern: str) -> str:
        """Return a pattern as the question that it is while it is only possible."""
        entry = self.entry(pattern)
        asked: str | None = entry.question
        return asked or _("Is it so? {text}").format(text=entry.text)

    def is_ruled_out(self, id_: str) -> bool:
        """Return whether a rule is known not to hold; where it is open, it is not ruled out."""
        return holds(self._opposites[id_], self._known)

    def _way(self, id_: str) -> int:
        """Return which texts: a number from 1, or 0 for the entry's own."""
        ways = self._ways[id_]
        if len(ways) == 1:  # most have only one
            return 0
        if id_ not in self._told:
            self._told[id_] = self._first_that_holds(ways)
        return self._told[id_]

    def _first_that_holds(self, ways: Sequence[tuple[Test, Any]]) -> int:
        for number in range(1, len(ways)):
            if holds(ways[number][0], self._known):
                return number
        return 0


def _changing(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the rules whose words are not the same in every case."""
    otherwise = (rule.id for rule in knowledge.rules if rule.said_otherwise)
    return frozenset(otherwise) | knowledge.once(looking_at_possible)


def _ways(knowledge: KnowledgeBase, id_: str) -> tuple[tuple[Test, Any], ...]:
    """Return an entry as it is, then as it can be said otherwise, each with its test."""
    entry = knowledge.entry(id_)
    otherwise = getattr(entry, "said_otherwise", ())
    told = ((positive(each.when, knowledge), each.instead_of(entry)) for each in otherwise)
    return ((ALWAYS, entry), *told)


def _opposite(knowledge: KnowledgeBase, rule: str) -> Test:
    return positive(knowledge.entry(rule).when, knowledge, negated=True)


def _justified(knowledge: KnowledgeBase, way: tuple[str, int]) -> Justification:
    id_, number = way
    return justified(knowledge.memo(_ways)[id_][number][1], knowledge)
