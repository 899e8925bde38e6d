"""Checks of the rules against each other: what can never be, what is said twice, what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from advisor.inference.circuit.truth_table import can_hold, covers, facts_in, surely_meet
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.facts import Fact, Thing
from advisor.knowledge.rules import STRENGTHS, ComesFirst, Recommends, Rule, Speaks
from advisor.knowledge.strata import CONCLUDED_KINDS, concluded_by, layers
from advisor.verification.checks import check
from advisor.verification.subject import Subject


@check("error")
def never_true(subject: Subject) -> Iterator[Complaint]:
    """A rule's condition can be true: it wants neither two answers at once nor what nothing concludes."""
    reachable = _reachable(subject)
    for rule in subject.knowledge.rules:
        test = subject.tests[rule.id]
        if not can_hold(test) or not can_hold(subject.deep[rule.id]):
            what = f"the condition of '{rule.id}' can never be true"
            yield rule.id, "when", what, "take one part of it out"
        elif not can_hold(test, reachable):
            what = f"'{rule.id}' waits for something that can never be concluded"
            yield rule.id, "when", what, "mend the rules that should conclude it"


def _reachable(subject: Subject) -> frozenset[Fact]:
    """Return the facts that can come about: all that are given, and what rules can conclude from those."""
    ways: dict[Thing, list[Rule]] = {}
    for rule in subject.knowledge.rules:
        thing = rule.then.weighs
        if thing is not None and not rule.then.is_against:
            ways.setdefault(thing, []).append(rule)
    conclusions = {fact for fact in subject.read if fact[:2] in ways or fact.kind in CONCLUDED_KINDS}
    reachable = set(subject.read - {fact for fact in conclusions if fact.value != "absent"})
    by_thing: dict[Thing, list[Fact]] = {}
    for fact in conclusions:
        by_thing.setdefault(concluded_by(fact), []).append(fact)
    layer_of = layers(subject.knowledge.rules)
    for thing in sorted(ways, key=lambda thing: (layer_of[thing], thing)):  # what it rests on comes before it
        if any(can_hold(subject.tests[rule.id], reachable) for rule in ways[thing]):
            reachable.update(by_thing.get(thing, ()))
    return frozenset(reachable)


@check("error")
def duplicate_rules(subject: Subject) -> Iterator[Complaint]:
    """No two rules conclude the same under the same condition."""
    for rule, other in _pairs(subject):
        if _is_as_strong(other, rule) and _is_as_strong(rule, other) and _same(rule, other, subject):
            what = f"'{other.id}' says the same under the same condition as '{rule.id}'"
            yield other.id, "when", what, "keep one of them"


@check("warning")
def covered_rules(subject: Subject) -> Iterator[Complaint]:
    """A rule says something of its own: none that is as strong concludes the same wherever it fires."""
    for one, other in _pairs(subject):
        for narrow, wide in ((one, other), (other, one)):
            if not _is_as_strong(wide, narrow) or _same(narrow, wide, subject):
                continue
            can = can_hold(subject.deep[narrow.id])
            if can and covers(subject.deep[wide.id], subject.deep[narrow.id]):
                what = f"'{narrow.id}' fires only where '{wide.id}' does, which concludes the same"
                yield narrow.id, "when", what, "take it out, or say what it adds"


def _same(one: Rule, other: Rule, subject: Subject) -> bool:
    first, second = subject.deep[one.id], subject.deep[other.id]
    return covers(first, second) and covers(second, first)


def _pairs(subject: Subject) -> Iterator[tuple[Rule, Rule]]:
    """Yield the pairs of rules that conclude the same and look at something in common."""
    alike: dict[tuple[str, ...], list[Rule]] = {}
    for rule in subject.knowledge.rules:
        said = {key: value for key, value in rule.then.as_dict().items() if key not in ("strength", "key")}
        alike.setdefault((*said, *map(str, said.values())), []).append(rule)
    looks_at = {id_: frozenset(facts_in(test)) for id_, test in subject.deep.items()}
    for rules in alike.values():
        for one, other in combinations(rules, 2):
            if not looks_at[one.id].isdisjoint(looks_at[other.id]):
                yield one, other


def _is_as_strong(one: Rule, other: Rule) -> bool:
    """Return whether a rule's conclusion weighs as much as the other's, or more."""
    if isinstance(one.then, Recommends) and isinstance(other.then, Recommends):
        return STRENGTHS.index(one.then.strength) <= STRENGTHS.index(other.then.strength)
    if isinstance(one.then, Speaks) and isinstance(other.then, Speaks):
        return one.then.key or not other.then.key
    return True


@check("error")
def waits_for_each_other(subject: Subject) -> Iterator[Complaint]:
    """No intervention waits for itself, and no two wait for each other in the same case."""
    waits = [rule for rule in subject.knowledge.rules if isinstance(rule.then, ComesFirst)]
    for rule in waits:
        if _pair(rule)[0] == _pair(rule)[1]:
            what = f"'{_pair(rule)[0]}' waits for itself"
            yield rule.id, "before", what, "name another intervention"
    for one, other in combinations(waits, 2):
        opposite = _pair(one) == _pair(other)[::-1] != _pair(other)
        if opposite and surely_meet(subject.deep[one.id], subject.deep[other.id]):
            what = f"'{one.id}' and '{other.id}' can both hold, and each wants the other's second first"
            yield other.id, "first", what, "say in one of the conditions when it is the other way round"


def _pair(rule: Rule) -> tuple[str, str]:
    assert isinstance(rule.then, ComesFirst)
    return rule.then.first, rule.then.before
