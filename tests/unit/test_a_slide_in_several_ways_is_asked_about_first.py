"""What slid back in several ways is asked about first, unless whoever would ask is treated worse there."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case
from advisor.knowledge.facts import Fact

ADVISOR = Advisor(engine="columnar")
BACK = [
    Fact("moved", "relational-nourishment", "back"),
    Fact("moved", "operational-cohesion", "back"),
    Fact("observed", "tried-lately", "no"),
]
CASE = Case(
    answers={"contact": "regular", "trust": "careful", "information": "patchy", "disagreement": "none-yet"}
)


def told(case: Case, beside: list[Fact]) -> str | None:
    advice = ADVISOR.advise(case, beside=beside)
    return next((step.short for step in advice.plan if step.id == "being-curious"), None)


def test_she_is_to_ask_what_has_happened_since():
    assert told(CASE, BACK) == "Ask first what has happened since it went better."


def test_where_she_tells_of_a_change_around_her_she_is_not_told_to_look_for_one():
    case = Case(answers={**CASE.answers, "changes-lately": {"money-cut": "yes"}})
    assert told(case, BACK) == "Ask what the change around you has done to their side."


@pytest.mark.parametrize("beside", [BACK[:2], [*BACK[:2], Fact("observed", "tried-lately", "yes")], BACK[1:]])
def test_one_slide_or_one_while_something_is_tried_is_no_such_reason(beside):
    fired = {firing.id for firing in ADVISOR.advise(CASE, beside=beside).firings}
    assert "a-slide-in-several-ways-calls-first-for-looking-around" not in fired


def test_whoever_is_treated_worse_is_not_sent_to_ask():
    case = Case(answers={**CASE.answers, "my-support": {"treated-worse": "yes"}})
    assert told(case, BACK) is None
