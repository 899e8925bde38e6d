"""What is said to somebody who is a side, to whom people keep changing, and before a meeting does harm."""

from __future__ import annotations

import re

import pytest

from advisor import Advisor, Case
from advisor.advice.meeting import NotNow, meeting_for
from advisor.scenarios.loader import read_scenario

ADVISOR = Advisor()
SIDE: dict[str, str | dict[str, str]] = {
    "partner-kind": "one-outside",
    "contact": "regular",
    "disagreement": "open-dispute",
    "my-part": "yes",
    "my-support": {"worn-out": "yes"},
    "child-at-risk": "no",
    "changes-lately": {"case-went-wrong": "yes"},
}
LEFT_OPEN = re.compile(
    r"^either of the two|it is the hands|it is this\b|look at this\b|treated so\b|^such families",
    re.IGNORECASE,
)


def told(answers, id_):
    advice = ADVISOR.advise(Case(answers=answers))
    item = next(item for item in advice.recommendations() if item.id == id_)
    return " ".join(advice.firing(firing).because for firing in item.cautions)


def test_a_worn_out_side_of_a_quarrel_is_not_told_that_she_stands_between():
    assert "To be one of the sides" in told(SIDE, "conflict-handling")
    assert "between angry sides" not in told(SIDE, "conflict-handling")
    assert "between angry sides" in told({**SIDE, "my-part": "no"}, "conflict-handling")


def test_a_side_asks_only_her_own_people_after_a_case_that_went_wrong():
    rule = "those-in-a-case-that-went-wrong-are-heard-first"
    assert ADVISOR.advise(Case(answers=SIDE)).firing(rule).because.startswith("Your own people")
    calm = {**SIDE, "disagreement": "worked-out"}
    assert not ADVISOR.advise(Case(answers=calm)).firing(rule).because.startswith("Your own people")


def test_where_people_keep_changing_that_leads_over_a_dip():
    scenario = read_scenario("revolving-door", ADVISOR.knowledge)
    advice = ADVISOR.advise(scenario.case)
    assert advice.leading is not None
    assert advice.leading.pattern in ("broken-link", "revolving-door")


def test_a_dip_leads_where_people_stay():
    advice = ADVISOR.advise(read_scenario("in-the-dip", ADVISOR.knowledge).case)
    assert advice.leading is not None
    assert advice.leading.pattern == "in-the-dip"


@pytest.mark.parametrize("name", ["rosier-than-it-is", "yes-and-then-otherwise"])
def test_no_meeting_is_called_that_would_make_it_worse(name):
    advice = ADVISOR.advise(read_scenario(name, ADVISOR.knowledge).case)
    assert isinstance(meeting_for(advice, ADVISOR.knowledge), NotNow)


def test_no_alert_keeps_back_whom_to_turn_to_first():
    assert "safeguarding" in ADVISOR.knowledge.entry("child-safety").no_meeting


def test_texts_name_what_they_speak_of():
    texts = [look.tells for pattern in ADVISOR.knowledge.of_kind("pattern") for look in pattern.look_alikes]
    for rule in ADVISOR.knowledge.rules:
        texts += [text for text in (rule.because, getattr(rule, "short", None)) if text]
    assert [text for text in texts if LEFT_OPEN.search(text)] == []
