"""What is told between two knowledge bases comes from the rule that was changed, and is gone without that."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.comparison import across
from advisor.comparison.across_model import By
from advisor.knowledge.rules import Recommends
from advisor.scenarios.loader import read_scenario, scenario_paths
from advisor.verification.mutants import mutants
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor(engine="columnar").knowledge
MUTANTS = mutants(SHIPPED)
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


@settings(max_examples=examples(300))
@given(data=st.data())
def test_in_any_small_knowledge_base_the_one_rule_that_changed_is_at_the_root_of_all_that_changed(data):
    knowledge = data.draw(small_knowledge())
    change = data.draw(st.sampled_from(mutants(knowledge)))
    case = data.draw(cases(knowledge))
    found = across([case], *either_way(data, knowledge, with_changed(knowledge, change))).cases[0]
    for each in (*found.changes, *found.rules):
        assert each.by in get_args(By)
    for each in found.changes:
        assert named(each) == {change.of}, each
        if each.by in sum(OF_RULES.values(), ()):
            assert each.by in OF_RULES[change.kind]
    for each in found.rules:
        assert {*each.roots} == {change.of}, each


@settings(max_examples=examples(300))
@given(data=st.data())
def test_with_the_rules_at_the_root_put_back_a_change_is_gone(data):
    old = data.draw(small_knowledge())
    several = data.draw(st.lists(st.sampled_from(mutants(old)), min_size=2, max_size=4, unique_by=lambda m: m.of))
    case = data.draw(cases(old))
    found = across([case], old, with_changed(old, *several)).cases[0]
    for each in found.changes:
        assert named(each) <= {change.of for change in several}
        if each.part in ("finding", "stage", "alert", "advised"):
            left = [change for change in several if change.of not in named(each)]
            then = across([case], old, with_changed(old, *left)).cases[0]
            assert (each.part, each.id) not in {(other.part, other.id) for other in then.changes}, each
