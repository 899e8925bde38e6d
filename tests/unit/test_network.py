"""Conditions as counters: what holds, through which facts, and what does not apply."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.inference.network import Matching, Network, positive, share_need
from advisor.knowledge.conditions import AllOf, AtLeast, ItemIs, NoneOf
from advisor.knowledge.facts import Fact

NO_KNOWLEDGE: Any = None  # conditions on items look nothing up


def items(*names, is_="yes"):
    return tuple(ItemIs(item=f"list.{name}", is_=is_) for name in names)


def matched(condition, *facts):
    """Return the facts that made the condition hold, or None where it does not."""
    network = Network()
    network.add("rule", positive(condition, NO_KNOWLEDGE))
    matching = Matching(network)
    fired = [rule for name, value in facts for rule in matching.learn(Fact("item", f"list.{name}", value))]
    assert fired in ([], ["rule"])
    return [(fact.id[5:], fact.value) for fact in matching.support("rule")] if fired else None


def test_all_needs_every_member():
    assert matched(AllOf(all=items("a", "b")), ("a", "yes")) is None
    assert matched(AllOf(all=items("a", "b")), ("b", "yes"), ("a", "yes")) == [("a", "yes"), ("b", "yes")]


def test_none_holds_only_when_every_member_is_known_to_be_false():
    assert matched(NoneOf(none=items("a", "b")), ("a", "no")) is None
    assert matched(NoneOf(none=items("a", "b")), ("a", "no"), ("b", "no")) == [("a", "no"), ("b", "no")]


def test_every_member_that_holds_is_named_not_only_the_first_few():
    said = matched(AtLeast(at_least=2, of=items("a", "b", "c")), ("a", "yes"), ("b", "yes"), ("c", "yes"))
    assert said == [("a", "yes"), ("b", "yes"), ("c", "yes")]


def test_what_does_not_apply_leaves_a_share_and_is_named():
    half = AtLeast(at_least="half", of=items("a", "b", "c", "d"))
    assert matched(half, ("a", "yes")) is None
    said = matched(half, ("a", "yes"), ("b", "not-applicable"), ("c", "not-applicable"))
    assert said == [("b", "not-applicable"), ("c", "not-applicable"), ("a", "yes")]


def test_what_does_not_apply_is_not_true_in_a_number():
    two = AtLeast(at_least=2, of=items("a", "b", "c"))
    assert matched(two, ("a", "yes"), ("b", "not-applicable"), ("c", "not-applicable")) is None


def test_a_share_of_nothing_is_not_reached_and_its_opposite_is():
    half = AtLeast(at_least="half", of=items("a"))
    assert matched(half, ("a", "not-applicable")) is None
    assert matched(NoneOf(none=(half,)), ("a", "not-applicable")) == [("a", "not-applicable")]


@pytest.mark.parametrize(
    ("share", "of", "need"), [("half", 4, 2), ("half", 5, 3), ("most", 4, 3), ("most", 5, 3), ("half", 1, 1)]
)
def test_half_and_most_of_a_number(share, of, need):
    assert share_need(share, of, negated=False) == need
