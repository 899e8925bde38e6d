"""What only one seat can tell of is no difference between people in two seats."""

from __future__ import annotations

from advisor import Advisor, Case
from advisor.comparison import compare

KNOWLEDGE = Advisor().knowledge
COMMON = {"contact": "regular", "disagreement": "worked-out"}


def apart(centre, partner):
    """Return the questions that make the difference between a voice in each seat."""
    ours = Case(respondent="Head", share="yes", seen_from="centre", answers={**COMMON, **centre})
    theirs = Case(respondent="Midwife", share="yes", seen_from="partner", answers={**COMMON, **partner})
    found = compare([ours, theirs], KNOWLEDGE)
    return {answers.id for topic in found.talk for answers in topic.answers}


def test_an_answer_without_a_counterpart_differs_from_nothing():
    warm, cool = {"getting-on": "a-we", "trust": "openly"}, {"getting-on": "cool", "trust": "not-at-all"}
    told = apart({**warm, "initiative": "mostly-us"}, {**cool, "initiative": "them"})
    assert told >= {"getting-on", "trust"}
    assert "initiative" not in told
    assert "initiative" in apart({**warm, "initiative": "us"}, {**cool, "initiative": "us"})
