"""No two steps that come first or next in a plan are the same thing to do, such as one more page."""

from __future__ import annotations

import itertools
import re

import pytest

from advisor import Advisor, Case
from tests.support.told import shipped_scenarios

SHIPPED = Advisor()
STORIES = shipped_scenarios()
UNDER_A_BOARD = {
    "partner-kind": "those-above",
    "trust": "careful",
    "disagreement": "one-gives-in",
    "my-part": "no",
    "power": "one-decides",
}
LET_DOWN = {**UNDER_A_BOARD, "broken-promise": "unmended-by-them", "trust": "not-at-all"}
WEAKER = [
    {**LET_DOWN, "output": "nothing", "contact": "now-and-then"},
    {**LET_DOWN, "contact": "in-writing", "disagreement": "avoided", "initiative": "them"},
    {**UNDER_A_BOARD, "contact": "when-needed", "accountability": "without-authority"},
    {**LET_DOWN, "contact": "none", "standing": "not-heard"},
    {**LET_DOWN, "partner-kind": "one-outside", "power-side": "theirs", "coming": "never"},
]
LINKS = re.compile(r"\b(a|and|ask|at|by|for|from|in|is|it|of|on|one|or|that|the|them|to|what|who|with|you)\b")


def leads(advice):
    return advice.leading.pattern


def headlines(case):
    return [step.short for step in SHIPPED.advise(case).plan if step.when in ("first", "next")]


def words(text):
    return set(re.findall(r"[a-z]+", LINKS.sub(" ", text.lower())))


@pytest.mark.parametrize("answers", WEAKER)
def test_the_weaker_side_is_sent_to_write_one_page_at_most(answers):
    found = headlines(Case(answers=answers))
    assert sum("page" in words(each) for each in found) <= 1
    assert len(found) > 3


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_two_headlines_of_one_plan_do_not_ask_for_the_same(story):
    pairs = itertools.combinations(headlines(story.case), 2)
    same = [(one, other) for one, other in pairs if len(words(one) & words(other)) > 3]
    assert same == []


def test_parents_who_never_heard_what_came_of_it_are_told_before_they_are_asked_again():
    families = {"asked-for-views": "yes", "not-told-what-came": "yes"}
    case = Case(answers={"families": families, "output": "good"})
    assert any(short.startswith("Tell families what came of") for short in headlines(case))


def test_a_contest_for_money_leads_before_a_dispute_that_nobody_names():
    careful = {"trust": "careful", "disagreement": "avoided", "getting-on": "cool"}
    contest = {"pressing": {"rivals": "yes"}, "feared": {"losing-money": "yes"}}
    assert leads(SHIPPED.advise(Case(answers={**careful, **contest}))) == "rivals-at-one-table"


def test_unfair_treatment_that_one_answer_tells_stands_before_what_several_answers_make_likely():
    careful = {"trust": "careful", "disagreement": "avoided", "contact": "regular"}
    seen = {"their-part": {"unfair-treatment": "yes"}}
    advice = SHIPPED.advise(Case(answers={**careful, **seen}))
    assert leads(advice) == "treated-worse"
    assert "cold-dispute" not in [each.id for each in advice.patterns if each.fit == "likely"]
