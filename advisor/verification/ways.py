"""The smallest ways to make a rule's condition true: which answers would do, beside what is then told.

A title may say more than the answers that make its rule fire. Here a reader sees those answers and nothing
else, way by way, and can mark what nobody said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, islice

from advisor.errors import UnknownIdError
from advisor.inference.network import share_need
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AtLeast, Condition, FindingHolds, Leaf, NoneOf, leaves
from advisor.knowledge.facts import GIVEN_KINDS, Fact
from advisor.knowledge.phrases import asked_of, title_of, value_of
from advisor.knowledge.rules import Rule

MOST_KEPT = 500  # ways that are followed up for one condition; of more than that, the first
FIRST_STEPS = ("first_step", "try_this", "in_practice", "so_what", "how", "calls_for")


@dataclass(frozen=True, slots=True)
class Way:
    """Answers that make a condition true, in words, and what a leader who gives them is told."""

    answers: tuple[str, ...]
    title: str
    because: str
    first_step: str


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of one rule, smallest first; `not_listed` more were left out, or even more than that.

    `ruled_out` is what must be known not to be so in all of them.
    """

    id: str
    concludes: str
    ways: tuple[Way, ...]
    ruled_out: tuple[str, ...]
    not_listed: int
    or_more: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """Facts that make a condition true together; `found` are those that follow on the way."""

    facts: frozenset[Fact]
    found: frozenset[Fact] = frozenset()


@dataclass(slots=True)
class _Found:
    sets: list[_Set]
    is_cut: bool = False


def ways_of(rules: Iterable[Rule], knowledge: KnowledgeBase, most: int) -> Iterator[Ways]:
    """Yield for each rule at most so many of the smallest ways to make it fire."""
    search = _Search(knowledge)
    for rule in rules:
        found = search.of(rule.when)
        shown = found.sets[:most]
        yield Ways(
            id=rule.id,
            concludes=" ".join(rule.then.effect),
            ways=tuple(_told(rule, each, knowledge) for each in shown),
            ruled_out=tuple(dict.fromkeys(_ruled_out(rule.when, knowledge))),
            not_listed=len(found.sets) - len(shown),
            or_more=found.is_cut,
        )


def rules_about(ids: Sequence[str], knowledge: KnowledgeBase) -> list[Rule]:
    """Return the rules with these ids and those that conclude something of them; all where none is named.

    `UnknownIdError` if there is nothing of that name, or no rule concludes anything of it.
    """
    found: list[Rule] = []
    for id_ in ids:
        knowledge.entry(id_)
        about = [rule for rule in knowledge.rules if id_ in (rule.id, rule.then.subject)]
        if not about:
            raise UnknownIdError(f"no rule concludes anything of '{id_}'; name a rule, or what one concludes")
        found += about
    return list({rule.id: rule for rule in found}.values()) if ids else knowledge.rules


class _Search:
    """Works out the ways of conditions; those of a finding once."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._findings: dict[str, _Found] = {}
        self._concluding: dict[str, list[Rule]] = {}
        for rule in knowledge.rules:
            if rule.then.effect.kind == "finding":
                self._concluding.setdefault(rule.then.subject, []).append(rule)

    def of(self, condition: Condition) -> _Found:
        found = self._any_order(condition)
        out = [fact for fact in _excluded(condition, self._knowledge) if fact.kind in GIVEN_KINDS]
        return _least([each for each in found.sets if each.facts.isdisjoint(out)], found.is_cut)

    def _any_order(self, condition: Condition) -> _Found:
        if isinstance(condition, NoneOf):
            return _Found([_Set(frozenset())])
        if isinstance(condition, FindingHolds):
            return self._finding(condition)
        if not condition.members:
            yes = [fact for leaf in leaves(condition) for fact in leaf.reads(self._knowledge).yes]
            return _Found([_Set(frozenset([fact])) for fact in yes])
        members = [self._any_order(member) for member in condition.members]
        return _together(members, _need(condition))

    def _finding(self, leaf: FindingHolds) -> _Found:
        if leaf.finding not in self._findings:
            found = [self.of(rule.when) for rule in self._concluding.get(leaf.finding, ())]
            also = leaf.reads(self._knowledge).yes
            sets = [_Set(each.facts, each.found.union(also)) for way in found for each in way.sets]
            self._findings[leaf.finding] = _least(sets, any(way.is_cut for way in found))
        return self._findings[leaf.finding]


def _need(condition: Condition) -> int:
    """Return how many members of a group have to hold."""
    number = len(condition.members)
    if isinstance(condition, AllOf):
        return number
    if not isinstance(condition, AtLeast):
        return 1
    least = condition.at_least
    return least if isinstance(least, int) else int(share_need(least, number, False))


def _together(members: Sequence[_Found], need: int) -> _Found:
    """Return the ways in which so many of the members hold."""
    chosen = list(islice(combinations(members, need), MOST_KEPT + 1))
    found = [reduce(_both, several) for several in chosen[:MOST_KEPT]]
    is_cut = len(chosen) > MOST_KEPT or any(each.is_cut for each in found)
    return _least([each for way in found for each in way.sets], is_cut)


def _both(one: _Found, other: _Found) -> _Found:
    pairs = (
        _Set(first.facts | second.facts, first.found | second.found)
        for first in one.sets
        for second in other.sets
    )
    return _least([each for each in pairs if _is_possible(each.facts)], one.is_cut or other.is_cut)


def _is_possible(facts: frozenset[Fact]) -> bool:
    """Return whether no question is answered in two ways."""
    return len({fact[:2] for fact in facts}) == len(facts)


def _least(sets: Iterable[_Set], is_cut: bool) -> _Found:
    """Return the sets that have no smaller one in them, smallest first, and of very many the first."""
    kept: list[_Set] = []
    for each in sorted(sets, key=lambda each: len(each.facts)):
        if len(kept) == MOST_KEPT:
            return _Found(kept, is_cut=True)
        if not any(other.facts <= each.facts for other in kept):
            kept.append(each)
    return _Found(kept, is_cut)


def _excluded(condition: Condition, knowledge: KnowledgeBase) -> Iterator[Fact]:
    """Yield what a condition wants known not to be so."""
    for leaf in _leaves_ruled_out(condition):
        yield from leaf.reads(knowledge).yes


def _ruled_out(condition: Condition, knowledge: KnowledgeBase) -> Iterator[str]:
    for fact in _excluded(condition, knowledge):
        yield _in_words(fact, knowledge)


def _leaves_ruled_out(condition: Condition) -> Iterator[Leaf]:
    if isinstance(condition, NoneOf):
        yield from leaves(condition)
        return
    for member in condition.members:
        yield from _leaves_ruled_out(member)


def _told(rule: Rule, way: _Set, knowledge: KnowledgeBase) -> Way:
    wording = Wording(knowledge, way.facts | way.found)
    told = wording.entry(rule.id)
    entry = wording.entry(rule.then.subject)
    steps = (getattr(entry, name, None) for name in FIRST_STEPS)
    places = knowledge.positions
    given = sorted(way.facts, key=lambda fact: (places.get(fact.id.partition(".")[0], 0), fact))
    return Way(
        answers=tuple(_in_words(fact, knowledge) for fact in given),
        title=told.title,
        because=told.because,
        first_step=next((step for step in steps if step), "") if _steps(rule) else "",
    )


def _steps(rule: Rule) -> bool:
    """Return whether a first step goes with a rule: it recommends something or speaks for a pattern."""
    return rule.then.effect.kind == "recommend" or rule.then.effect.value == "for"


def _in_words(fact: Fact, knowledge: KnowledgeBase) -> str:
    if fact.kind in GIVEN_KINDS:
        return f"{asked_of(fact.kind, fact.id, knowledge)} {value_of(*fact, knowledge)}"
    said = "" if fact.kind == "finding" else f" ({fact.value})"
    return f"{title_of(fact.id, knowledge)}{said}"
