"""Checks of the rules against each other, held against looking at every case of a small knowledge base.

Whatever is complained of is so in every case; and whatever of its kind looking at every case finds is
complained of. Where each condition holds in all cases is read off the circuit, run on every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from advisor.inference.circuit.evaluator import evaluator_for
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnswerIs, AnyOf, AtLeast
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import (
    STRENGTHS,
    Cautions,
    ComesFirst,
    Finds,
    Recommends,
    Signs,
    Speaks,
    Withholds,
)
from advisor.verification import possible
from advisor.verification.checks import checks
from advisor.verification.parts import parts, with_members, with_part
from advisor.verification.subject import Subject
from tests.support.amount import examples
from tests.support.strategies import About, conditions, rule_of, small_base, small_knowledge

MOST_CASES = 6_000
FINDINGS = 2
IDS = ("one", "two", "three")


def _about():
    """Draw what conditions are about: so little that every case of it can be looked at."""
    little = About(("q0", "q1"), ("list.i0", "list.i1"), factors=(), sectors=(), tried=(), beside=())
    return st.sampled_from(
        [
            little,
            little._replace(tried=("one",)),
            little._replace(factors=("factor",), sectors=("health",)),
            little._replace(items=("list.i0",), factors=("factor",), tried=("one",)),
        ]
    )


@st.composite
def knowledge_bases(draw):
    """Draw a knowledge base with few answers and rules of each kind that can contradict one another."""
    about = draw(_about())
    low, when = conditions(FINDINGS, about=about), conditions(FINDINGS, weighed=True, about=about)
    ids = st.sampled_from(IDS)
    then = st.one_of(
        st.builds(Recommends, recommend=ids, strength=st.sampled_from(STRENGTHS)),
        st.builds(Withholds, withhold=ids),
        st.builds(Cautions, caution=ids),
        st.builds(ComesFirst, first=ids, before=ids),
    )
    signs = st.one_of(
        st.builds(Signs, sign=st.just("factor"), stage=st.sampled_from(["emerging", "confident"])),
        st.builds(Speaks, pattern=st.just("pattern"), speaks=st.sampled_from(["for", "against"])),
    )
    drawn: list[tuple[Any, Any]] = [
        (draw(conditions(n, about=about)), Finds(finding=f"f{n}")) for n in range(FINDINGS)
    ]
    drawn.append((draw(low), Speaks(pattern="pattern", speaks="for")))
    drawn += draw(st.lists(st.tuples(low, signs), min_size=1, max_size=4))
    shared = draw(when)  # conditions that rules have in common are what the checks are about
    for condition, said in draw(st.lists(st.tuples(when, then), min_size=4, max_size=9)):
        drawn.append((shared if draw(st.booleans()) else condition, said))
    return small_base([rule_of(f"x{n}", condition, said) for n, (condition, said) in enumerate(drawn)])


class AllCases:
    """Every case that the rules can tell apart, and where each condition holds: a bit for each case."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.evaluator = evaluator_for(knowledge)
        values: dict[tuple[str, str], set[str]] = {}
        for fact in self._given():
            values.setdefault(fact[:2], set()).add(fact.value)
        choices = [
            [None, *(Fact(*thing, each) for each in sorted(said))] for thing, said in sorted(values.items())
        ]
        number = 1
        for each in choices:
            number *= len(each)
        assert number <= MOST_CASES
        self.ways = list(product(*choices))
        self.known: dict[Fact, int] = {}
        for place, case in enumerate(self.ways):
            for fact in filter(None, case):
                self.known[fact] = self.known.get(fact, 0) | 1 << place

    def _given(self) -> Iterator[Fact]:
        circuit = self.evaluator.circuit
        for gate in range(len(circuit)):
            key = circuit.looks(gate)[1]
            if isinstance(key, Fact):
                yield key

    def where(self, *gates: int) -> list[int]:
        program = self.evaluator.circuit.program(gates)
        cells = program.run(self.known, 0, (1 << len(self.ways)) - 1)
        return [cells[program.cell_of[gate]] for gate in gates]

    def holds(self, condition, negated: bool = False) -> int:
        from advisor.inference.network import positive

        return self.where(self.evaluator.place(positive(condition, self.knowledge, negated)).gate)[0]


def complaints(knowledge: KnowledgeBase) -> tuple[dict[str, list[tuple[str, str]]], set[str]]:
    subject = Subject(knowledge, ())
    names = (
        "never-true", "duplicate-rules", "covered-rules", "opposite-signs", "recommended-in-vain",
        "said-of-nothing-advised", "redundant-parts", "waits-for-each-other",
    )  # fmt: skip
    found = {
        check.name: [(of, what) for of, _, what, _ in check.complaints(subject)]
        for check in checks()
        if check.name in names
    }
    return found, {name for name, _ in subject.left_out}


def without(rule, place):
    """Return a rule's condition without the part at a place."""
    *above, number = place
    group = dict(parts(rule.when))[tuple(above)]
    rest = (*group.members[:number], *group.members[number + 1 :])
    return with_part(rule.when, tuple(above), with_members(group, rest))


def idle_parts(rule, cases: AllCases) -> list[tuple[int, ...]]:
    """Return the places of the parts without which the rule holds, and fails, in the same cases."""
    found = []
    matters = (
        rule.then.weighs is not None
        and not rule.then.is_against
        and Fact(rule.then.weighs[0], rule.then.weighs[1], "absent") in cases.evaluator.concluded
    )
    for place, _ in parts(rule.when):
        if not place:
            continue
        group = dict(parts(rule.when))[place[:-1]]
        share = isinstance(group, AtLeast) and isinstance(group.at_least, str)
        if len(group.members) < 2 or share:
            continue
        other = without(rule, place)
        same = cases.holds(rule.when) == cases.holds(other)
        if same and matters:
            same = cases.holds(rule.when, True) == cases.holds(other, True)
        if same:
            found.append(place)
    return found


def has_ring(edges: set[tuple[str, str]]) -> bool:
    left = {edge for edge in edges if edge[0] != edge[1]}
    while left:
        begun = {first for first, _ in left} - {then for _, then in left}
        if not begun:
            return True
        left = {edge for edge in left if edge[0] not in begun}
    return False


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck), deadline=None)
@given(knowledge_bases())
def test_what_is_complained_of_is_so_in_every_case_and_nothing_of_its_kind_is_passed_over(knowledge):
    cases = AllCases(knowledge)
    found, left_out = complaints(knowledge)
    assert not left_out
    of = {name: {id_ for id_, _ in each} for name, each in found.items()}
    rules = {rule.id: rule for rule in knowledge.rules}
    fires = dict(zip(rules, cases.where(*(cases.evaluator.fires_at[id_] for id_ in rules)), strict=True))

    assert of["never-true"] == {id_ for id_, where in fires.items() if not where}
    able = {id_ for id_, where in fires.items() if where}

    for id_ in able:
        _check_said_again(id_, rules, fires, able, of)
        _check_signs(id_, rules, fires, able, found)
    _check_advised(rules, fires, able, of)
    _check_parts(rules, able, cases, of)
    _check_rings(rules, fires, cases, found)


def said(rule):
    return {key: value for key, value in rule.then.as_dict().items() if key not in ("strength", "key")}


def as_strong(one, other) -> bool:
    if isinstance(one.then, Recommends):
        return STRENGTHS.index(one.then.strength) <= STRENGTHS.index(other.then.strength)
    return not isinstance(one.then, Speaks) or one.then.key or not other.then.key


def _check_said_again(id_, rules, fires, able, of):
    rule = rules[id_]
    wide = [
        each
        for each in able
        if each != id_
        and said(rules[each]) == said(rule)
        and as_strong(rules[each], rule)
        and not fires[id_] & ~fires[each]
    ]
    alike = [each for each in wide if fires[each] == fires[id_] and as_strong(rule, rules[each])]
    order = [*rules]
    first = all(order.index(id_) < order.index(each) for each in alike)
    assert (id_ in of["duplicate-rules"]) == (bool(alike) and not first)
    assert (id_ in of["covered-rules"]) == (first and len(wide) > len(alike))


def _check_signs(id_, rules, fires, able, found):
    opposite = ({"emerging", "confident"}, {"for", "against"})
    named = {each for _, what in found["opposite-signs"] for each in re.findall(r"'(\w+)'", what)}
    told = {(fires[each], *said(rules[each]).items()) for each in named & able}  # or one that says the same
    for other in able:
        one, two = rules[id_].then, rules[other].then
        is_opposite = one.subject == two.subject and {one.effect.value, two.effect.value} in opposite
        if isinstance(one, (Signs, Speaks)) and is_opposite and not fires[id_] & ~fires[other]:
            alike = {(fires[each], *said(rules[each]).items()) for each in (id_, other)}
            assert alike & told
    for of, what in found["opposite-signs"]:
        narrow, wide = re.findall(r"'(\w+)' (?:is a sign|is one)", what)
        assert of == narrow
        assert not fires[narrow] & ~fires[wide]


def _check_advised(rules, fires, able, of):
    def where(kind, id_):
        found = 0
        for rule in rules.values():
            if isinstance(rule.then, kind) and rule.then.subject == id_:
                found |= fires[rule.id]
        return found

    for id_ in rules:
        then = rules[id_].then
        if isinstance(then, Recommends):
            in_vain = id_ in able and not fires[id_] & ~where(Withholds, then.subject)
            assert (id_ in of["recommended-in-vain"]) == in_vain
        if isinstance(then, (Cautions, ComesFirst)):
            ids = {then.subject, *([then.first] if isinstance(then, ComesFirst) else [])}
            there = fires[id_]
            for each in ids:
                there &= where(Recommends, each) & ~where(Withholds, each)
            reasons = all(
                any(isinstance(r.then, Recommends) and r.then.subject == each for r in rules.values())
                for each in ids
            )
            assert (id_ in of["said-of-nothing-advised"]) == (not reasons or (id_ in able and not there))


def _check_parts(rules, able, cases, of):
    for id_, rule in rules.items():
        idle = idle_parts(rule, cases) if id_ in able else []
        assert (id_ in of["redundant-parts"]) == bool(idle), (rule.when.as_dict(), idle)


def _check_rings(rules, fires, cases, found):
    waits = [rule for rule in rules.values() if isinstance(rule.then, ComesFirst)]
    rings = [
        re.findall(r"'(\w+)'", what)
        for _, what in found["waits-for-each-other"]
        if "waits for itself" not in what
    ]
    for number in range(len(cases.ways)):
        holding = [rule for rule in waits if fires[rule.id] >> number & 1]
        edges = {(rule.then.first, rule.then.before) for rule in holding}
        told = any(
            all((rules[id_].then.first, rules[id_].then.before) in edges for id_ in ring) for ring in rings
        )
        assert has_ring(edges) == told


@settings(max_examples=examples(5), suppress_health_check=list(HealthCheck), deadline=None)
@given(small_knowledge())
def test_with_no_steps_to_search_what_is_open_is_counted_and_nothing_false_is_said(base):
    leaf, wide = AnswerIs(answer="q0", is_="a"), AnswerIs(answer="q0", in_=("a", "b"))
    rules = [
        rule_of("r1", AllOf(all=(leaf, wide)), Recommends(recommend="one", strength="slight")),
        rule_of("r2", AnyOf(any=(leaf, wide)), Recommends(recommend="one", strength="slight")),
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(possible, "ALL_STEPS", 0)
        patch.setattr(possible, "ROUNDS", 0)
        patch.setattr(possible, "DRAWN", 0)
        found, left_out = complaints(base.with_rules({rule.id: rule for rule in rules}))
    assert not any(found.values())
    assert {"never-true", "covered-rules", "redundant-parts"} <= left_out
