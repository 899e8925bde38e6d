"""FIRST takes what has a strong reason, of whatever sort, before what has only moderate ones."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case
from tests.support.told import shipped_scenarios

SHIPPED = Advisor()
SCENARIOS = shipped_scenarios()


def strong_of(advice):
    return {item.id: item.strong for item in advice.recommendations() if not getattr(item, "after", ())}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_nothing_of_moderate_reasons_comes_first_while_a_step_of_strong_ones_comes_next(scenario):
    advice = SHIPPED.advise(scenario.case)
    strong = strong_of(advice)
    called = {call.id for call in advice.leading.calls} if advice.leading else set()
    first = [step.id for step in advice.plan if step.when == "first" and step.id not in called]
    next_ = [step.id for step in advice.plan if step.when == "next"]
    assert all(strong.get(id_) for id_ in first) or not any(strong.get(id_) for id_ in next_)


def test_an_own_breach_is_owned_without_waiting_for_somebody_of_weight():
    answers = {"broken-promise": "unmended-by-us", "trust": "careful", "disagreement": "avoided"}
    answers |= {"power": "one-decides", "partner-kind": "one-outside", "my-part": "yes"}
    first = [step.id for step in SHIPPED.advise(Case(answers=answers)).plan if step.when == "first"]
    assert "conflict-handling" in first
