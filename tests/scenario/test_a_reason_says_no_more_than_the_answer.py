"""What a single answer makes known is told in no more than that answer says."""

from __future__ import annotations

import json

import pytest

from advisor import Advisor

ADVISOR = Advisor(engine="columnar")
NOT_SAID = [
    ({"follow-through": "mostly"}, ["look at how it went", "looking at how it went"]),
    ({"contact": "regular"}, ["both ways", "each way"]),
    ({"contact": "now-and-then"}, ["by chance", "happen to be in"]),
    ({"power": "others-leave"}, ["The people who left", "People leave when"]),
    ({"power": "others-leave", "power-side": "ours"}, ["The people who left", "People leave when"]),
    ({"power": "others-leave", "power-side": "theirs"}, ["The people who left", "People leave when"]),
    ({"in-place-relational": {"shared-induction": "no"}}, ["not shown round"]),
    ({"in-place-relational": {"shared-induction": "yes"}}, ["are shown round"]),
]


@pytest.mark.parametrize(("answers", "words"), NOT_SAID, ids=str)
def test_nothing_is_added_to_what_she_said(answers, words):
    advice = ADVISOR.advise({"answers": answers})
    told = json.dumps([advice.as_dict()["findings"], advice.as_dict()["firings"]]) + advice.as_text(full=True)
    assert advice.firings
    assert [each for each in words if each in told] == []
