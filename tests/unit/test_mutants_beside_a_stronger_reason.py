"""A reason that a stronger one outdoes is none, also where all changes to the rules are tried at once."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from advisor import Case
from advisor.knowledge.conditions import AllOf, AnswerIs
from advisor.knowledge.rules import Recommends
from advisor.scenarios.expectations import Expectations, Recommended
from advisor.scenarios.scenario import Scenario
from advisor.verification import try_mutants
from tests.support.strategies import rule_of, small_base

CASE = Case(answers={"q0": "a", "q1": "a"})
Q0, Q1 = (AnswerIs(answer=question, is_="a") for question in ("q0", "q1"))


def scenario(rules, because_of):
    expected = Recommended(id="tool", because_of=because_of, reason="So it is.")
    given: dict[str, Any] = {each.name: None for each in fields(Scenario)} | {
        "variations": (),
        "afterwards": (),
    }
    given |= {"id": "s", "case": CASE, "expect": Expectations(recommended=(expected,))}
    study = Scenario(**given)
    return small_base(rules), [study]


def reason(id_, when, strength):
    return rule_of(id_, when, Recommends(recommend="tool", strength=strength))


@pytest.mark.parametrize(("beside", "is_noticed"), [(Q0, True), (AllOf(all=(Q0, Q1)), True), (Q1, False)])
def test_a_weakened_reason_is_missed_where_a_stronger_one_says_the_same(beside, is_noticed):
    knowledge, told = scenario([reason("one", Q0, "strong"), reason("other", beside, "strong")], ("one",))
    found = {each.mutant.name: each.expectation for each in try_mutants(knowledge, told, ["s"])}
    assert found["one:weakened"] is is_noticed


def test_a_reason_that_is_outdone_is_not_missed_when_it_is_weakened():
    rules = [reason("one", Q0, "strong"), reason("other", Q0, "moderate")]
    knowledge, told = scenario(rules, ("one",))
    found = {each.mutant.name: each.expectation for each in try_mutants(knowledge, told, ["s"])}
    assert found["other:weakened"] is False
