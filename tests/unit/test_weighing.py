"""What several signs together say."""

from __future__ import annotations

import pytest

from advisor.inference.plain_truth import weighed_fit, weighed_stage
from advisor.inference.weighing import sign_of
from advisor.knowledge.conditions import AnswerIs, PlacedAt
from advisor.knowledge.entries import Source
from advisor.knowledge.rules import Rule, Signs, Speaks


def sign(stage, placing=False):
    when = PlacedAt(placed="factor", is_=stage) if placing else AnswerIs(answer="q", is_="a")
    source = Source(work="w", at="x")
    then = Signs(sign="factor", stage=stage)
    rule = Rule(id="r", title="T", when=when, then=then, because="B", basis="judgement", source=source)
    return sign_of(rule, True)


def speaking(way, key=False):
    then = Speaks(pattern="p", speaks=way, key=key)
    when = AnswerIs(answer="q", is_="a")
    source = Source(work="w", at="x")
    rule = Rule(id="r", title="T", when=when, then=then, because="B", basis="judgement", source=source)
    return sign_of(rule, True)


@pytest.mark.parametrize(
    ("stages", "stage"),
    [
        (["emerging", "emerging", "confident"], "emerging"),
        (["emerging", "developing", "confident"], "developing"),
        (["emerging", "confident", "confident"], "developing"),
        (["developing", "developing", "confident", "confident"], "developing"),
        (["confident", "confident", "developing"], "confident"),
        (["emerging", "confident"], "emerging"),
        (["emerging"], None),
        ([], None),
    ],
)
def test_the_stage_is_the_lower_middle_and_confident_needs_no_sign_of_emerging(stages, stage):
    assert weighed_stage([sign(each) for each in stages]) == stage


def test_the_own_placing_alone_makes_no_stage():
    assert weighed_stage([sign("confident", placing=True), sign("confident", placing=True)]) is None
    assert weighed_stage([sign("confident", placing=True), sign("developing")]) == "developing"


@pytest.mark.parametrize(
    ("speaks_for", "against", "fit"),
    [
        (0, 0, None),
        (1, 0, "possible"),
        (2, 0, "likely"),
        (2, 1, "possible"),
        (3, 1, "likely"),
        (2, 2, "possible"),
        (1, 1, None),
        (0, 3, None),
    ],
)
def test_a_pattern_is_likely_when_two_more_signs_speak_for_it(speaks_for, against, fit):
    signs = [speaking("for")] * speaks_for + [speaking("against")] * against
    assert weighed_fit(signs, keyed=False) == fit


def test_side_signs_alone_make_no_pattern_likely():
    side = [speaking("for")] * 4
    assert weighed_fit(side, keyed=True) == "possible"
    assert weighed_fit([*side, speaking("for", key=True)], keyed=True) == "likely"
