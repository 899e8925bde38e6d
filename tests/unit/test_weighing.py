"""What several signs together say."""

from __future__ import annotations

import pytest

from advisor.inference.plain_truth import weighed_fit, weighed_stage
from advisor.inference.weighing import sign_of
from advisor.knowledge.conditions import AnswerIs
from advisor.knowledge.entries import Source
from advisor.knowledge.rules import Rule, Signs, Speaks
from advisor.knowledge.terms import STAGES


def sign(stage, weight="plain"):
    when = AnswerIs(answer="q", is_="a")
    source = Source(work="w", at="x")
    then = Signs(sign="factor", stage=stage, weight=weight)
    rule = Rule(id="r", title="T", when=when, then=then, because="B", basis="judgement", source=source)
    return sign_of(rule, True)


def speaking(way, key=False):
    then = Speaks(pattern="p", speaks=way, key=key)
    when = AnswerIs(answer="q", is_="a")
    source = Source(work="w", at="x")
    rule = Rule(id="r", title="T", when=when, then=then, because="B", basis="judgement", source=source)
    return sign_of(rule, True)


E, D, C = STAGES


@pytest.mark.parametrize(
    ("stages", "stage"),
    [
        ([E, E, C], E),
        ([E, D, C], D),
        ([E, C, C], D),
        ([D, D, C, C], D),
        ([C, C, D], C),
        ([E, C], E),
        ([E], E),
    ],
)
def test_the_stage_is_the_lower_middle_and_confident_needs_no_sign_of_emerging(stages, stage):
    assert stage_of(stages) == stage


def test_without_any_sign_the_stage_is_unknown():
    assert weighed_stage([]) is None


@pytest.mark.parametrize(
    ("stages", "sure"),
    [
        ([C], "confident-tentative"),
        ([C, C], "confident-firm"),
        ([E, C], "emerging-tentative"),
        ([E, E, C], "emerging-firm"),
        ([E, E, C, C], "emerging-tentative"),
        ([D, C, C], "confident-tentative"),
        ([D, C, C, C], "confident-firm"),
        ([E, C, C, C, C, C], "developing-tentative"),
        ([E, E, C, C, C, C], "developing-tentative"),
        ([D, D], "developing-firm"),
    ],
)
def test_a_stage_is_firm_where_two_signs_say_it_and_one_less_would_change_nothing(stages, sure):
    assert sure_of([sign(each) for each in stages]) == sure


def test_a_defining_sign_is_firm_by_itself_and_outweighs_a_list():
    assert sure_of([sign(E, "defining")]) == "emerging-firm"
    assert sure_of([sign(E, "defining"), sign(D), sign(D, "again")]) == "emerging-firm"
    assert sure_of([sign(C, "defining"), sign(D)]) == "confident-firm"


def test_opposite_defining_signs_give_the_lower_and_not_firmly():
    assert sure_of([sign(E, "defining"), sign(C, "defining")]) == "emerging-tentative"


def test_nearly_all_of_a_list_counts_twice_and_is_still_one_answer():
    assert sure_of([sign(C), sign(C, "again")]) == "confident-tentative"
    assert sure_of([sign(D), sign(E), sign(E, "again")]) == "emerging-tentative"


def test_one_gap_says_something_only_where_nothing_else_does():
    assert sure_of([sign(E, "faint")]) == "emerging-tentative"
    assert sure_of([sign(E, "faint"), sign(C)]) == "confident-tentative"
    assert sure_of([sign(E, "faint"), sign(E, "faint")]) == "emerging-tentative"


def sure_of(signs):
    found = weighed_stage(signs)
    assert found is not None
    return found[1]


def stage_of(stages):
    return sure_of([sign(each) for each in stages]).partition("-")[0]


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
