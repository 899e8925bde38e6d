"""What tools/plans.py counts: items of a plan, and those that rest on an answer that is special here."""

from __future__ import annotations

import pytest

from advisor import Case
from tools.plans import Plans, middle, plans_of, said_by


@pytest.fixture(scope="module")
def quarrel(advisor):
    return advisor.read_case("scenario:hot-quarrel")


def test_beside_itself_no_item_of_a_case_has_a_ground(advisor, quarrel):
    found = plans_of([("it", quarrel)], said_by([quarrel], advisor.knowledge), advisor)
    plan = advisor.advise(quarrel).plan
    assert found.lengths == (len(plan),)
    assert found.groundless == tuple(("it", step.id) for step in plan)
    assert found.grounded == 0


def test_beside_nothing_every_item_has_a_ground(advisor, quarrel):
    found = plans_of([("it", quarrel), ("again", quarrel)], frozenset(), advisor)
    assert found.groundless == ()
    assert (found.grounded, found.mean) == (1, len(advisor.advise(quarrel).plan))


def test_an_item_loses_its_ground_with_the_answers_that_it_rests_on(advisor):
    said = Case(answers={"contact": "none"})
    everything = plans_of([("it", said)], frozenset(), advisor)
    assert everything.lengths[0]
    assert everything.groundless == ()
    assert plans_of([("it", said)], said_by([said], advisor.knowledge), advisor).grounded == 0


def test_no_plan_at_all_has_every_ground():
    assert Plans((0,), ()).grounded == 1


def test_the_middle_is_the_lower_of_two_on_every_scale(advisor):
    answers = middle(advisor.knowledge).answers
    scales = [question for question in advisor.knowledge.questions.values() if question.scale]
    assert set(answers) == {question.id for question in scales}
    for question in scales:
        steps = [option.id for option in question.options if option.id != "not-applicable"]
        below = steps.index(answers[question.id])
        assert below in (len(steps) - 1 - below, len(steps) - 2 - below)
