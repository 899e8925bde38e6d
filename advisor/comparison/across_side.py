"""A case under one of two knowledge bases: what is known of it, which rules fire, and which are ruled out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from advisor.advice.model import Advice
from advisor.advice.reasoner import Consultation
from advisor.inference.bottom_up import worked_out
from advisor.inference.firing import Firing
from advisor.inference.network import Test, positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import Fact, Thing, is_absence
from advisor.knowledge.rules import Conclusion


class Side:
    """A case under one of the two knowledge bases."""

    def __init__(self, consulted: Consultation, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.advice: Advice = consulted.advice
        facts = (*consulted.facts, *(each.concludes for each in consulted.advice.firings))
        self.known: Known = Known(facts, knowledge)
        self.fired: dict[str, Firing] = consulted.advice.firings.by_id

    def status(self, rule: str) -> bool | None:
        """Return whether a rule fires; None where that is open, False also where there is no such rule."""
        if self.knowledge.rule(rule) is None:
            return False
        return True if rule in self.fired else self.would(rule, self.known)

    def would(self, rule: str, known: Known) -> bool | None:
        """Return the same for other facts."""
        if holds(self.knowledge.memo(_positive)[rule], known):
            return True
        return False if holds(self.knowledge.memo(_opposite)[rule], known) else None

    def says(self, rule: str, thing: Thing) -> Conclusion | None:
        """Return what a rule says of a thing, if it fires and says something of it."""
        if rule not in self.fired:
            return None
        then: Conclusion = self.knowledge.entry(rule).then
        return then if thing in (then.effect[:2], then.weighs) else None


class Known(Collection[Fact]):
    """What is known of a case, and what is known not to be, whether a rule looks at that or not.

    An inference works an absence out where a rule looks at it, and another knowledge base looks at others.
    """

    def __init__(self, facts: Iterable[Fact], knowledge: KnowledgeBase) -> None:
        self.facts: frozenset[Fact] = frozenset(facts)
        self._below, self._ways = knowledge.memo(_below), knowledge.memo(_ways)
        self._opposites = knowledge.memo(_opposite)
        self._absent: dict[Thing, bool] = {}

    def __contains__(self, fact: object) -> bool:
        if fact in self.facts:
            return True
        if not isinstance(fact, Fact) or not is_absence(fact):
            return False
        return worked_out(fact[:2], self._absent, self._below.__getitem__, self._is_ruled_out)

    def _is_ruled_out(self, thing: Thing) -> bool:
        return all(holds(self._opposites[rule], self) for rule in self._ways[thing])

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)


def _ways(knowledge: KnowledgeBase, thing: Thing) -> tuple[str, ...]:
    """Return the rules by which something could be concluded."""
    return knowledge.once(_all_ways).get(thing, ())


def _all_ways(knowledge: KnowledgeBase) -> dict[Thing, tuple[str, ...]]:
    found: dict[Thing, tuple[str, ...]] = {}
    for rule in knowledge.rules:
        if rule.then.weighs is not None and not rule.then.is_against:
            found[rule.then.weighs] = (*found.get(rule.then.weighs, ()), rule.id)
    return found


def _below(knowledge: KnowledgeBase, thing: Thing) -> tuple[Thing, ...]:
    """Return the things of which it counts whether they are ruled out, for whether this is."""
    ways = (knowledge.entry(rule).when for rule in _ways(knowledge, thing))
    looked_at = (leaf.thing for when in ways for leaf in leaves(when))
    return tuple(dict.fromkeys(each for each in looked_at if each[0] in ("finding", "pattern")))


def _positive(knowledge: KnowledgeBase, rule: str) -> Test:
    return positive(knowledge.entry(rule).when, knowledge)


def _opposite(knowledge: KnowledgeBase, rule: str) -> Test:
    return positive(knowledge.entry(rule).when, knowledge, negated=True)
