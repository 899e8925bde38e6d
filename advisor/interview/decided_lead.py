"""Whether it is settled which situation leads and what it calls for, on which the plan's beginning rests.

On bounds, like `advisor.interview.decided`: where they cannot tell, it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from advisor.inference.circuit.bounds import CaseBounds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import PatternFits, leaves
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Recommends, Rule, Speaks
from advisor.knowledge.terms import HEATS

SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
Place = tuple[int, ...]


@dataclass
class About:
    """The rules that speak of one thing that can be advised; worked out once for a knowledge base."""

    supports: list[Rule] = field(default_factory=list)
    withholds: list[Rule] = field(default_factory=list)
    waits: list[Rule] = field(default_factory=list)
    helpers: list[Rule] = field(default_factory=list)


def lead_is_settled(certain: CaseBounds, about: Mapping[str, About], knowledge: KnowledgeBase) -> bool:
    """Return whether which situation leads is settled, that there is a trouble, and what is called for."""
    bounds = {id_: _Standing(id_, certain, knowledge) for id_ in knowledge.ids_of("pattern")}
    possible = [each for each in bounds.values() if each.may_lead]
    if not possible:
        return _some_trouble(certain, knowledge)
    first = min(possible, key=lambda each: each.worst)
    others = (each for each in possible if each is not first)
    if not (first.surely_leads and all(first.worst < each.best for each in others)):
        return False
    if first.is_strength and not _some_trouble(certain, knowledge):
        return False
    resting = knowledge.memo(_resting_on)[first.id]
    if resting and not any(certain.rules[rule.id] for rule in resting):
        return False  # what it calls for would hang on its signs, which is not looked into
    named = {rule.then.effect.id for rule in resting}
    return bool(resting) and all(_is_decided(id_, certain, about) for id_ in named)


def say_the_same(ids: Iterable[str], about: Mapping[str, About]) -> bool:
    """Return whether the reasons for two of these things may share a sentence: then one could be left out."""
    said: set[str] = set()
    for id_ in ids:
        own = {sentence for rule in about[id_].supports for sentence in _sentences(rule)}
        if own & said:
            return True
        said |= own
    return False


class _Standing:
    """Where a pattern can stand among the others: at `best`, and at `worst`."""

    def __init__(self, id_: str, certain: CaseBounds, knowledge: KnowledgeBase) -> None:
        entry, self.id = knowledge.entry(id_), id_
        self.is_strength = entry.tone == "strength"
        signs = knowledge.memo(signs_of)[id_]
        sure = {rule.id: certain.rules[rule.id] for rule in signs}
        keys = _number((r for r in signs if r.then.is_key and r.then.effect.value == "for"), sure)
        for_, against = (
            _number((r for r in signs if r.then.effect.value == said), sure) for said in ("for", "against")
        )
        likely = certain.facts.get(Fact("pattern", id_, "likely"), False)
        possible = certain.facts.get(Fact("pattern", id_, "possible"), False)
        has_keys = any(rule.then.is_key for rule in signs)
        heat = len(HEATS) if entry.heat is None else HEATS.index(entry.heat)
        hot = entry.heat is not None
        self.surely_leads = likely is True or (
            hot and likely is False and possible is True and (keys[0] > 0 or not has_keys)
        )
        self.may_lead = likely is not False or (
            hot and possible is not False and (keys[1] > 0 or not has_keys)
        )
        place = knowledge.positions[id_]
        self.best = (heat, self.is_strength, -keys[1], against[0] - for_[1], -for_[1], place)
        self.worst = (heat, self.is_strength, -keys[0], against[1] - for_[0], -for_[0], place)


def _number(rules: Iterable[Rule], sure: Mapping[str, bool | None]) -> tuple[int, int]:
    """Return how many rules fire, at least and at most."""
    said = [sure[rule.id] for rule in rules]
    return said.count(True), len(said) - said.count(False)


def signs_of(knowledge: KnowledgeBase, pattern: str) -> tuple[Rule, ...]:
    """Return the rules that speak for or against a pattern."""
    said = ((rule, rule.then) for rule in knowledge.rules)
    return tuple(rule for rule, then in said if isinstance(then, Speaks) and then.pattern == pattern)


def _resting_on(knowledge: KnowledgeBase, pattern: str) -> tuple[Rule, ...]:
    """Return the rules that recommend something, for more than a slight reason, and look at a pattern."""
    return tuple(
        rule
        for rule in knowledge.rules
        if isinstance(rule.then, Recommends)
        and rule.then.strength != "slight"
        and any(isinstance(leaf, PatternFits) and leaf.pattern == pattern for leaf in leaves(rule.when))
    )


def _is_decided(id_: str, certain: CaseBounds, about: Mapping[str, About]) -> bool:
    """Return whether each rule that speaks of a thing is settled, and so its place and readiness."""
    speaking = about[id_]
    rules = (*speaking.supports, *speaking.withholds, *speaking.waits)
    firsts = (rule.then.effect.value for rule in speaking.waits)
    return all(certain.rules[rule.id] is not None for rule in rules) and all(
        certain.recommended.get(first) is not None for first in firsts
    )


def _some_trouble(certain: CaseBounds, knowledge: KnowledgeBase) -> bool:
    """Return whether a trouble was surely found."""
    return any(certain.facts.get(fact) is True for fact in knowledge.once(_troubles))


def _troubles(knowledge: KnowledgeBase) -> tuple[Fact, ...]:
    found = ((kind, entry) for kind in knowledge.kinds.concluded for entry in knowledge.of_kind(kind))
    return tuple(
        Fact("finding", entry.id, "present")
        for kind, entry in found
        if kind != "finding" or entry.tone == "trouble"
    )


def _sentences(rule: Rule) -> Iterator[str]:
    for text in (rule.because, *(other.because for other in rule.said_otherwise)):
        yield from SENTENCE_ENDS.split(text or "")
