"""In which words a case is told: the one place that decides where a text is said otherwise.

It looks at all that is known at the end, whatever engine concluded it, so every engine gives the same text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from advisor.inference.firing import Firing, Justification, justified
from advisor.inference.network import Count, Seek, Test, positive, share_need
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact

ALWAYS = Count(0, [])


class Wording:
    """The entries and rules of a knowledge base, in the words for one case.

    `known` are the facts that the case gives and those that were concluded from them.
    """

    def __init__(self, knowledge: KnowledgeBase, known: Collection[Fact]) -> None:
        self._ways = knowledge.memo(_ways)
        self._justified = knowledge.memo(_justified)
        self._opposites = knowledge.memo(_opposite)
        self._known = frozenset(known)

    def entry(self, id_: str) -> Any:
        """Return an entry or a rule with the first texts whose condition is true, or else its own."""
        return self._ways[id_][self._way(id_)][1]

    def firing(self, firing: Firing) -> Firing:
        """Return the firing of a rule, in the words for this case."""
        way = self._way(firing.id)
        if not way:
            return firing
        return Firing(firing.id, self._justified[firing.id, way], firing.support)

    def is_ruled_out(self, id_: str) -> bool:
        """Return whether a rule is known not to hold; where it is open, it is not ruled out."""
        return holds(self._opposites[id_], self._known)

    def _way(self, id_: str) -> int:
        """Return which texts: a number from 1, or 0 for the entry's own."""
        ways = self._ways[id_]
        return next((n for n in range(1, len(ways)) if holds(ways[n][0], self._known)), 0)


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


def holds(test: Test, known: Collection[Fact]) -> bool:
    """Return whether a test is known to hold, by what is known."""
    if isinstance(test, Seek):
        return any(fact in known for fact in test.facts)
    if test.share is None:
        return _number(test.members, known) >= test.need
    apply = [each for each in test.members if not _is_outside(each, known)]
    need: int = share_need(test.share, len(apply), test.negated)
    return _number(apply, known) >= need


def _number(tests: Iterable[Test], known: Collection[Fact]) -> int:
    return sum(holds(test, known) for test in tests)


def _is_outside(test: Test, known: Collection[Fact]) -> bool:
    """Return whether what a member of a share looks at does not apply."""
    return isinstance(test, Seek) and test.outside is not None and test.outside in known
