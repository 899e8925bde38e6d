"""Laws of the interview: whatever way it is gone through, and whatever it calls settled."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.cases.file import case_text
from advisor.interview.interview import MOST, Interview
from tests.support.amount import examples
from tests.support.strategies import answers_to, small_knowledge

SHIPPED = Advisor()


def answered_by(data, interview, question):
    """Draw an answer, and give it."""
    value = data.draw(answers_to(question, interview.knowledge))
    interview.answer(question.id, value)
    return value


@settings(max_examples=examples(12))
@given(data=st.data())
def test_it_always_ends_and_never_asks_more_than_it_may(data):
    interview = Interview(SHIPPED)
    asked = []
    while (question := interview.next_question()) is not None:
        answered_by(data, interview, question)
        asked.append(question.id)
    assert len(asked) == len(set(asked)) <= MOST
    # Or all that is left are parts of lists that were left open on the way.
    assert interview.ending in ("settled", "limit") or set(interview.open) <= set(asked)
    assert interview.ending is not None


@settings(max_examples=examples(12))
@given(data=st.data())
def test_the_file_is_that_of_a_straight_run_whatever_the_order_the_steps_back_and_the_resumes(data):
    interview, last = Interview(SHIPPED), {}
    for _ in range(data.draw(st.integers(1, 15))):
        step = data.draw(st.sampled_from(["answer", "answer", "back", "resume", "any"]))
        if step == "back":
            interview.back()
        elif step == "resume":
            interview = Interview(SHIPPED, interview.case)
        elif step == "any":
            question = data.draw(st.sampled_from(list(SHIPPED.knowledge.questions.values())))
            last[question.id] = answered_by(data, interview, question)
        elif (question := interview.next_question()) is not None:
            last[question.id] = answered_by(data, interview, question)
    straight = Interview(SHIPPED)
    for id_ in SHIPPED.knowledge.questions:
        if id_ in last:
            straight.answer(id_, last[id_])
    assert case_text(interview.case) == case_text(straight.case)
    assert (
        Interview(SHIPPED, interview.case).next_question()
        == Interview(SHIPPED, straight.case).next_question()
    )


@settings(max_examples=examples(15))
@given(data=st.data())
def test_no_completion_changes_what_is_settled(data):
    check_settled(data, SHIPPED, data.draw(st.integers(5, 40)))


@settings(max_examples=examples(50))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    check_settled(data, Advisor(data.draw(small_knowledge())), data.draw(st.integers(0, 5)))


def check_settled(data, advisor, number):
    """Answer some questions, note what is settled, answer the rest, and compare."""
    interview = Interview(advisor)
    questions = list(advisor.knowledge.questions.values())
    for question in data.draw(st.permutations(questions))[:number]:
        answered_by(data, interview, question)
    settled, before = interview.settled, interview.advice()
    open_ones, everything = interview.open, settled.everything or not interview.open
    for question in questions:
        if interview._is_new(question.id) and data.draw(st.booleans()):
            answered_by(data, interview, question)
    advice = interview.advice()
    stages = {factor.id: factor.stage for factor in advice.factors}
    assert {id_: stages[id_] for id_ in settled.stages} == settled.stages
    order = tuple(item.id for item in advice.interventions)
    assert order[: len(settled.interventions)] == settled.interventions
    if settled.plan_begins:
        assert first_of(advice) == first_of(before)
    if everything or not open_ones:
        assert stages == {factor.id: factor.stage for factor in before.factors}
        assert first_three(advice) == first_three(before)
        assert first_of(advice) == first_of(before)


def first_of(advice):
    return [step.id for step in advice.plan if step.when == "first"]


def first_three(advice):
    return [(item.id, item.readiness) for item in advice.interventions[:3]]


@settings(max_examples=examples(12))
@given(data=st.data())
def test_going_back_shows_what_was_asked_and_keeps_the_answers(data):
    interview = Interview(SHIPPED)
    shown = []
    for _ in range(data.draw(st.integers(1, 8))):
        question = interview.next_question()
        assert question is not None
        answered_by(data, interview, question)
        shown.append(question.id)
    case = interview.case
    gone_back_to = [interview.back() for _ in shown]
    assert [question and question.id for question in gone_back_to] == shown[::-1]
    assert interview.back() is None
    assert interview.case == case


def test_a_question_that_cannot_change_anything_is_not_asked():
    interview = Interview(SHIPPED, scope="all")
    assert interview.next_question() == next(iter(SHIPPED.knowledge.questions.values()))
    full: dict[str, str | dict[str, str]] = {
        question.id: "dont-know"
        for question in SHIPPED.knowledge.questions.values()
        if question.kind != "actions" and question.id != "contact"
    }
    full["tried"] = "not-applicable"
    assert Interview(SHIPPED, Case(answers={**full, "contact": "none"})).open == []
    assert Interview(SHIPPED, Case(answers=full)).open == ["contact"]


@settings(max_examples=examples(6))
@given(data=st.data())
def test_what_is_said_of_how_many_are_left_is_true_at_every_moment(data):
    interview, before = Interview(SHIPPED), len(SHIPPED.knowledge.questions)
    while (question := interview.next_question()) is not None:
        left = interview.left
        assert 0 < left <= before
        assert interview.asked + left <= max(MOST, interview.asked + len(interview.open))
        before = left if question.core and left > 1 else len(SHIPPED.knowledge.questions)
        answered_by(data, interview, question)
    assert interview.left == 0
