"""Steps and texts fit the one they are said to: whether partners come, who is a party, who manages whom."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings

from advisor import Advisor, Case
from tests.support.amount import examples
from tests.support.strategies import cases

SHIPPED = Advisor(engine="columnar")
KNOWLEDGE = SHIPPED.knowledge
CASES = cases(KNOWLEDGE)
AWAY = {"coming": "never", "presence": "rarely-here", "how-often": "never", "when-we-meet": "no-meeting"}
COMES = re.compile(
    r"on site|when they come in|come in, and|door is open|near yours|in your building", re.IGNORECASE
)
HOUSE = re.compile(r"(?i)desk near yours|on your (rota|board)|based in your building|front desk")


def advised(answers):
    return SHIPPED.advise(Case(answers=answers))


def with_answers(case, more):
    """Return a case with these answers; items are set among those of their list."""
    answers = dict(case.answers)
    for question, answer in more.items():
        had = answers.get(question)
        parts = had if isinstance(had, dict) else {}
        answers[question] = {**parts, **answer} if isinstance(answer, dict) else answer
    return Case(answers=answers)


def step(advice, id_):
    return next(step for step in advice.plan if step.id == id_)


@settings(max_examples=examples(40))
@given(case=CASES)
def test_no_step_waits_for_people_who_never_come(case):
    plan = SHIPPED.advise(with_answers(case, AWAY)).plan
    assert [(each.id, each.text) for each in plan if COMES.search(f"{each.short} {each.text}")] == []


@settings(max_examples=examples(40))
@given(case=CASES)
@pytest.mark.parametrize(
    "danger",
    [
        {"child-at-risk": "maybe"},
        {"feared": {"harm-to-a-child": "yes"}},
        {"changes-lately": {"case-went-wrong": "yes"}},
    ],
)
def test_nothing_comes_before_the_safety_of_a_child(danger, case):
    (alert,) = SHIPPED.advise(with_answers(case, danger)).alerts
    assert (alert.id, "safeguarding" in alert.turn_to) == ("child-safety", True)


def test_where_no_child_is_feared_for_its_safety_is_not_spoken_of():
    assert advised({"disagreement": "personal", "feared": {"harm-to-a-child": "no"}}).alerts == ()


@settings(max_examples=examples(40))
@given(case=CASES)
def test_people_worn_out_by_change_are_asked_for_no_picture(case):
    weary = with_answers(case, {"changes-lately": {"tired-of-change": "yes"}})
    pictures = {"visioning", "clear-intention-and-vision", "time-to-build-shared-vision"}
    pictures.add("developing-shared-aspirations")
    assert pictures.isdisjoint(each.id for each in SHIPPED.advise(weary).plan)


def test_who_is_worn_out_by_change_has_something_taken_off_first():
    plan = advised({"changes-lately": {"tired-of-change": "yes"}, "shared-picture": "different"}).plan
    assert [each.id for each in plan[:2]] == ["process-managing", "managing-the-impact-of-change"]
    assert "yours to stop" in plan[0].text
    assert "have cost them" in plan[1].text


def quarrel(**more):
    return step(advised({"disagreement": "open-dispute", **more}), "conflict-handling")


def test_who_may_hear_the_sides_of_a_quarrel_is_told_as_far_as_it_is_known():
    assert quarrel(**{"my-part": "no"}).short == "Hear each side alone before anything else is planned."
    assert quarrel(**{"my-part": "yes"}).led_by == "A neutral person whom all sides accept"
    assert quarrel().text.startswith("If you are no side in it")


@pytest.mark.parametrize(("answers", "told"), [({}, False), ({"partner-kind": "i-manage"}, True)])
def test_the_manager_of_a_partner_hears_of_her_own_people_under_one_roof(answers, told):
    near = {"presence": "same-place", "contact": "when-needed", **answers}
    reminder = next(each for each in advised(near).reminders if each.id == "reculturing")
    assert ("Your people" in advised(near).firing(reminder.reason).title) == told


@pytest.mark.parametrize(
    ("visits", "words"),
    [("never", "Ask one of them whether you may come"), ("often", "Take one of your team along")],
)
def test_a_first_visit_asks_for_leave_and_who_goes_already_is_not_sent(visits, words):
    told = KNOWLEDGE.entry("building-and-rebuilding-relationships").said_otherwise
    way = next(way for way in told if getattr(way.when, "is_", None) == visits)
    assert way.in_practice.startswith(words)


@settings(max_examples=examples(40))
@given(case=CASES)
@pytest.mark.parametrize("kind", ["those-above", "we-fund"])
def test_neither_those_above_nor_those_who_are_paid_are_asked_into_the_house(kind, case):
    case = with_answers(case, {"partner-kind": kind})
    assume(case.answers.get("presence") not in ("same-place", "often-here", "one-roof-apart"))
    plan = SHIPPED.advise(case).plan
    assert [
        each.text for each in plan if each.id != "well-advertised-locally" and HOUSE.search(each.text)
    ] == []
