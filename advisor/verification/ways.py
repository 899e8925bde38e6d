"""The smallest ways to make a rule's condition true: which answers would do, beside what is then told.

A title may say more than the answers that make its rule fire. Here a reader sees those answers and nothing
else, way by way, and can mark what nobody said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, islice

from advisor._language import _
from advisor.errors import UnknownIdError
from advisor.inference.bottom_up import worked_out
from advisor.inference.network import share_need
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AtLeast, Condition, FindingHolds, NoneOf, leaves
from advisor.knowledge.facts import GIVEN_KINDS, Fact
from advisor.knowledge.phrases import asked_of, title_of, value_of
from advisor.knowledge.rules import Rule

MOST_KEPT = 500  # ways that are followed up for one condition; of more than that, the first
FIRST_STEPS = ("first_step", "try_this", "in_practice", "so_what", "how", "calls_for")


@dataclass(frozen=True, slots=True)
class Way:
    """Answers that make a condition true, in words, and what a leader who gives them is told.

    `facts` are the same answers, beside stages and patterns that are weighed, as the rules read them.
    `ruled_out` is what must be known not to be so.
    """

    facts: tuple[Fact, ...]
    answers: tuple[str, ...]
    ruled_out: tuple[str, ...]
    title: str
    because: str
    first_step: str


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of one rule, smallest first; `not_listed` more were left out, or even more than that."""

    id: str
    concludes: str
    ways: tuple[Way, ...]
    not_listed: int
    or_more: bool


@dataclass(frozen=True, slots=True)
class _Set:
    """Facts that make a condition true together; `found` follow on the way, `out` must be known not to be."""

    facts: frozenset[Fact]
    found: frozenset[Fact] = frozenset()
    out: frozenset[Fact] = frozenset()

    def and_(self, other: _Set) -> _Set:
        return _Set(self.facts | other.facts, self.found | other.found, self.out | other.out)

    @property
    def is_possible(self) -> bool:
        """Whether no question is answered in two ways, nor with what is ruled out."""
        known = self.facts | self.found
        return len({fact[:2] for fact in known}) == len(known) and known.isdisjoint(self.out)


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
            raise UnknownIdError(
                _("no rule concludes anything of '{id}'; name a rule, or what one concludes").format(id=id_)
            )
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
        if isinstance(condition, NoneOf):
            ruled_out = (fact for leaf in leaves(condition) for fact in leaf.reads(self._knowledge).yes)
            return _Found([_Set(frozenset(), out=frozenset(ruled_out))])
        if isinstance(condition, FindingHolds):
            return self._finding(condition)
        if not condition.members:
            yes = [fact for leaf in leaves(condition) for fact in leaf.reads(self._knowledge).yes]
            return _Found([_Set(frozenset([fact])) for fact in yes])
        members = [self.of(member) for member in condition.members]
        return _together(members, _need(condition))

    def _finding(self, leaf: FindingHolds) -> _Found:
        return worked_out(leaf.finding, self._findings, self._below, self._worked_out)

    def _below(self, finding: str) -> list[str]:
        """Return the findings that rules look at to conclude another one."""
        rules = self._concluding.get(finding, ())
        seen = (leaf for rule in rules for leaf in leaves(rule.when))
        return [leaf.finding for leaf in seen if isinstance(leaf, FindingHolds)]

    def _worked_out(self, finding: str) -> _Found:
        found = [self.of(rule.when) for rule in self._concluding.get(finding, ())]
        also = FindingHolds(finding=finding).reads(self._knowledge).yes
        sets = [each.and_(_Set(frozenset(), frozenset(also))) for way in found for each in way.sets]
        return _least(sets, any(way.is_cut for way in found))


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
    pairs = (first.and_(second) for first in one.sets for second in other.sets)
    return _least([each for each in pairs if each.is_possible], one.is_cut or other.is_cut)


def _least(sets: Iterable[_Set], is_cut: bool) -> _Found:
    """Return the sets that have no smaller one in them, smallest first, and of very many the first."""
    kept: list[_Set] = []
    for each in sorted(sets, key=lambda each: (len(each.facts), len(each.out))):
        if len(kept) == MOST_KEPT:
            return _Found(kept, is_cut=True)
        if not any(other.facts <= each.facts for other in kept):
            kept.append(each)
    return _Found(kept, is_cut)


def _told(rule: Rule, way: _Set, knowledge: KnowledgeBase) -> Way:
    wording = Wording(knowledge, way.facts | way.found)
    told = wording.entry(rule.id)
    entry = wording.entry(rule.then.subject)
    steps = (told.first_step, *(getattr(entry, name, None) for name in FIRST_STEPS))
    given = _in_order(way.facts, knowledge)
    return Way(
        facts=tuple(given),
        answers=tuple(_in_words(fact, knowledge) for fact in given),
        ruled_out=tuple(_in_words(fact, knowledge) for fact in _in_order(way.out, knowledge)),
        title=told.title,
        because=told.because,
        first_step=next((step for step in steps if step), "") if _steps(rule) else "",
    )


def _in_order(facts: Iterable[Fact], knowledge: KnowledgeBase) -> list[Fact]:
    """Return facts in the order of the questionnaire."""
    places = knowledge.positions
    return sorted(facts, key=lambda fact: (places.get(fact.id.partition(".")[0], 0), fact))


def _steps(rule: Rule) -> bool:
    """Return whether a first step goes with a rule: it recommends something or speaks for a pattern."""
    return rule.then.effect.kind == "recommend" or rule.then.effect.value == "for"


def _in_words(fact: Fact, knowledge: KnowledgeBase) -> str:
    if fact.kind in GIVEN_KINDS:
        return f"{asked_of(fact.kind, fact.id, knowledge)} {value_of(*fact, knowledge)}"
    said = "" if fact.kind == "finding" else f" ({fact.value})"
    return f"{title_of(fact.id, knowledge)}{said}"
