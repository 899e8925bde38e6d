"""The stated rules of a portfolio: what each needs, and that a knowledge base may do without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.integrity_portfolio import (
    portfolio_rules_are_there_once,
    portfolio_rules_say_enough,
)
from advisor.portfolio.stated import Stated


class Holding(KnowledgeBase):
    """A knowledge base of which only the rules of a portfolio are looked at."""

    def __init__(self, rules):
        self.stated = rules

    def of_kind(self, kind):
        return self.stated if kind == "portfolio-rule" else []

    def ids_of(self, kind):  # noqa: ARG002 (as the knowledge base has it)
        return []


@pytest.fixture
def rules(knowledge):
    """Return the shipped rules by their ids."""
    return {rule.id: rule for rule in knowledge.of_kind("portfolio-rule")}


def test_the_shipped_rules_say_enough(knowledge):
    assert not [*portfolio_rules_say_enough(knowledge), *portfolio_rules_are_there_once(knowledge)]


@pytest.mark.parametrize(
    ("id_", "change", "key"),
    [
        ("start-with-open-dispute", {"why": None}, "why"),
        ("start-with-open-dispute", {"findings": ()}, "findings"),
        ("one-cause-behind-many", {"one_in": None}, "one-in"),
        ("voices-of-one-round", {"days": None}, "days"),
        ("voices-of-one-round", {"days": 0}, "days"),
    ],
)
def test_what_a_rule_needs_is_told_where_it_is_missing(rules, id_, change, key):
    ((owner, _word, what, remedy),) = portfolio_rules_say_enough(Holding([replace(rules[id_], **change)]))
    assert owner == id_
    assert f"'{key}'" in what
    assert remedy


def test_two_rules_of_a_sort_of_which_there_is_one_are_told(rules):
    one = rules["voices-of-one-round"]
    ((owner, *_rest),) = portfolio_rules_are_there_once(Holding([one, replace(one, id="another")]))
    assert owner == "another"


def test_a_knowledge_base_may_state_no_rules_at_all():
    stated = Stated(Holding([]))
    assert (stated.heat(), stated.round_days, stated.told(own_part=True)) == ((), 0, ())


def test_heat_stands_in_its_order_and_each_rule_says_where_it_comes_from(knowledge):
    told = Stated(knowledge).told(own_part=False)
    assert [rule.by for rule in told] == ["heat"] * 5 + ["held-back", "first-step", "to-answer"]
    assert all("judgement" in rule.source or "p. " in rule.source for rule in told)
