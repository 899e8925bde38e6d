"""Advice without a rule is what a knowledge base gives that never had it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.scenarios.loader import read_scenario, scenario_paths
from advisor.scenarios.scenario import tellings
from advisor.verification.mutants import mutants
from advisor.verification.removals import Without
from tests.support.amount import examples

KNOWLEDGE = Advisor(engine="columnar").knowledge
SCENARIOS = [*scenario_paths(KNOWLEDGE)]


@pytest.fixture(scope="module")
def without():
    changes = [each for each in mutants(KNOWLEDGE) if each.kind == "removed"]
    return Without(KNOWLEDGE, changes)


@settings(max_examples=examples(6))
@given(data=st.data(), id_=st.sampled_from(SCENARIOS))
def test_without_a_rule_it_is_as_if_the_rule_had_never_been_there(data, id_, without):
    telling = next(tellings(read_scenario(id_, KNOWLEDGE), KNOWLEDGE))
    told = without.told(telling)
    rule = data.draw(st.sampled_from(told.fires))
    never = KNOWLEDGE.with_rules({each.id: each for each in KNOWLEDGE.rules if each.id != rule})
    expected, found = Reasoner(never, "columnar").advise(telling.case), told.advice(rule)
    assert found.plan == expected.plan
    assert found.factors == expected.factors
    assert found.leading == expected.leading
    assert concluded(found) == concluded(expected)


def concluded(advice):
    """Return what fired on what; a rule that rests on fewer others may fire, and be named, earlier."""
    return {firing.id: (firing.concludes, frozenset(firing.support)) for firing in advice.firings}
