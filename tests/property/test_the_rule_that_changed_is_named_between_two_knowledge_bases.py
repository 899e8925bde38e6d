"""What is told between two knowledge bases comes from the rule that was changed, and is gone without that."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.comparison import across
from advisor.comparison.across_model import By
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenario, scenario_paths
from advisor.verification.mutants import mutants
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor(engine="columnar").knowledge
MUTANTS = mutants(SHIPPED)
SCENARIOS = [*scenario_paths(SHIPPED)]
REASONER = Reasoner(SHIPPED, "columnar")
OF_RULES = {
    "removed": ("rule-removed", "rule-added"),
    "flipped": ("condition-changed",),
    "dropped": ("condition-changed",),
    "weakened": ("conclusion-changed",),
}


def with_changed(knowledge, *changes):
    """Return a knowledge base with each mutant in it."""
    rules = {rule.id: rule for rule in knowledge.rules}
    for change in changes:
        if change.rule is None:
            del rules[change.of]
        else:
            rules[change.of] = change.rule
    return knowledge.with_rules(rules)


def named(change):
    return {root.rule for root in change.roots}


def either_way(data, one, other):
    return (one, other) if data.draw(st.booleans()) else (other, one)


def several_cases(data, knowledge):
    return data.draw(st.lists(cases(knowledge), min_size=3, max_size=3))


@settings(max_examples=examples(150))
@given(data=st.data())
def test_in_any_small_knowledge_base_the_one_rule_that_changed_is_at_the_root_of_all_that_changed(data):
    knowledge = data.draw(small_knowledge())
    change = data.draw(st.sampled_from(mutants(knowledge)))
    sides = either_way(data, knowledge, with_changed(knowledge, change))
    for found in across(several_cases(data, knowledge), *sides).cases:
        for each in found.changes:
            assert each.by in get_args(By)
            assert named(each) == {change.of}, each
            assert (each.entries, each.answers) == ((), ())
            if each.by in sum(OF_RULES.values(), ()):
                assert each.by in OF_RULES[change.kind], each
        for turned in found.rules:
            assert {*turned.roots} == {change.of}, turned


@settings(max_examples=examples(100))
@given(data=st.data())
def test_with_the_rules_at_the_root_as_they_were_a_change_is_gone(data):
    old = data.draw(small_knowledge())
    changes = st.sampled_from(mutants(old))
    several = data.draw(st.lists(changes, min_size=2, max_size=4, unique_by=lambda each: each.of))
    new = with_changed(old, *several)
    drawn = several_cases(data, old)
    for case, found in zip(drawn, across(drawn, old, new).cases, strict=True):
        for each in found.changes:
            assert named(each), each
            assert named(each) <= {change.of for change in several}
            left = [change for change in several if change.of not in named(each)]
            then = across([case], old, with_changed(old, *left)).cases[0]
            if each.part in ("finding", "stage", "pattern", "alert", "advised"):
                gone = {(other.part, other.id, other.after) for other in then.changes}
                assert (each.part, each.id, each.after) not in gone, (each, several)


def with_entries(knowledge, kind, entries):
    """Return a knowledge base with other entries of a kind, in this order."""
    held = {
        each: {entry.id: entry for entry in knowledge.of_kind(each)}
        for each in (*knowledge.kinds.names, "work")
    }
    held[kind] = {entry.id: entry for entry in entries}
    return KnowledgeBase(knowledge.name, knowledge.version, "other", held)


@settings(max_examples=examples(100))
@given(data=st.data())
def test_where_only_the_order_of_entries_changed_it_is_the_order_and_no_rule(data):
    knowledge = data.draw(small_knowledge())
    kind = data.draw(st.sampled_from(["intervention", "rule", "factor"]))
    new = with_entries(knowledge, kind, data.draw(st.permutations(knowledge.of_kind(kind))))
    for found in across(several_cases(data, knowledge), knowledge, new).cases:
        assert found.rules == ()
        assert {(each.by, each.roots) for each in found.changes} <= {("order", ())}


@settings(max_examples=examples(60))
@given(data=st.data())
def test_where_only_texts_changed_it_is_the_texts(data):
    knowledge = data.draw(small_knowledge())
    kind = data.draw(st.sampled_from(["intervention", "pattern", "alert"]))
    said = [replace(entry, title=f"{entry.title} anew") for entry in knowledge.of_kind(kind)]
    new = with_entries(knowledge, kind, said)
    for found in across(several_cases(data, knowledge), knowledge, new).cases:
        for each in found.changes:
            assert (each.part, each.by, each.roots, each.entries) == ("text", "text-only", (), (each.id,))


@settings(max_examples=examples(10))
@given(data=st.data())
def test_of_the_shipped_rules_one_that_is_taken_away_or_changed_is_at_the_root(data):
    case = read_scenario(data.draw(st.sampled_from(SCENARIOS)), SHIPPED).case
    fires = REASONER.advise(case).firings.by_id
    change = data.draw(st.sampled_from([each for each in MUTANTS if each.of in fires]))
    found = across([case], *either_way(data, SHIPPED, with_changed(SHIPPED, change))).cases[0]
    for each in found.changes:
        assert named(each) == {change.of}, (change.name, each)
        assert (each.entries, each.answers) == ((), ())
    for turned in found.rules:
        assert {*turned.roots} == {change.of}, (change.name, turned)
