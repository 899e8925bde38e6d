"""Whoever could help and was named is gone to; only where nobody was named is it asked who there is."""

from __future__ import annotations

import pytest

from advisor import Advisor

ADVISOR = Advisor(engine="columnar")
UNSURE = ("If you know", "If somebody", "If you know of nobody")
SITUATIONS = [
    ("neutral-person", {"disagreement": "open-dispute", "trust": "not-at-all"}),
    ("neutral-person", {"disagreement": "open-dispute", "my-part": "yes"}),
    ("neutral-person", {"disagreement": "open-dispute", "my-part": "no", "partner-kind": "own-house"}),
    ("neutral-person", {"broken-promise": "unmended", "trust": "careful", "power-side": "theirs"}),
    ("trusted-by-both", {"information": "hardly", "links": "not-at-all", "contact": "when-needed"}),
    ("trusted-by-both", {"power": "others-leave", "power-side": "theirs"}),
    ("trusted-by-both", {"power": "others-leave", "power-side": "ours"}),
]


@pytest.mark.parametrize(("helper", "answers"), SITUATIONS, ids=str)
def test_who_was_named_is_gone_to(helper, answers):
    advice = ADVISOR.advise({"answers": {**answers, "who-could-help": {helper: "yes"}}})
    begins = [step.text for step in advice.plan]
    assert begins
    assert [begin for begin in begins for unsure in UNSURE if unsure in begin] == []


def test_where_nobody_was_named_it_is_asked():
    advice = ADVISOR.advise({"answers": {"disagreement": "open-dispute", "my-part": "yes"}})
    assert any(unsure in step.text for step in advice.plan for unsure in UNSURE)
