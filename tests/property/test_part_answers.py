"""What is answered in part is open for the rest, and no promise leaves the rest out of account."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from advisor import Action, Advisor, Interview
from advisor.cases.questions import is_open, parts_not_asked, was_not_asked
from advisor.explanation import sensitivity
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.question import UNKNOWN
from tests.property.test_interview import first_of, first_three
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor()


def completed(data, case, knowledge, fills=parts_not_asked):
    """Return the case with further answers, by hand: to some of the parts that have none."""
    answers, actions = dict(case.answers), list(case.actions)
    for question in knowledge.questions.values():
        for part in fills(question.id, case, knowledge):
            if not data.draw(st.booleans()):
                continue
            if question.kind == "actions":
                actions.append(Action(id=part.key, outcome=data.draw(st.sampled_from(OUTCOMES))))
            elif not part.key:
                answers[question.id] = data.draw(st.sampled_from((*part.values, UNKNOWN)))
            else:
                said = data.draw(st.sampled_from((*part.values, UNKNOWN)))
                answers[question.id] = {**answers.get(question.id, {}), part.key: said}
    return replace(case, answers=answers, actions=tuple(actions))


def check_the_promise(data, advisor, case):
    interview = Interview(advisor, case)
    settled, before = interview.settled, interview.advice()
    after = advisor.advise(completed(data, case, advisor.knowledge))
    stages = {factor.id: factor.stage for factor in after.factors}
    assert {id_: stages[id_] for id_ in settled.stages} == settled.stages
    order = tuple(item.id for item in after.interventions)
    assert order[: len(settled.interventions)] == settled.interventions
    if settled.plan_begins:
        assert first_of(after) == first_of(before)
    if settled.everything or not interview.open:
        assert stages == {factor.id: factor.stage for factor in before.factors}
        assert first_three(after) == first_three(before)


@settings(max_examples=examples(20))
@given(data=st.data())
def test_no_further_answer_by_hand_changes_what_is_settled(data):
    check_the_promise(data, SHIPPED, data.draw(cases(SHIPPED.knowledge)))


@settings(max_examples=examples(150))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    advisor = Advisor(data.draw(small_knowledge()))
    check_the_promise(data, advisor, data.draw(cases(advisor.knowledge)))


@settings(max_examples=examples(100))
@given(data=st.data())
def test_nor_does_a_doubt_that_is_cleared_up_change_what_settle_calls_certain(data):
    advisor = Advisor(data.draw(small_knowledge()))
    case = data.draw(cases(advisor.knowledge))
    found = sensitivity(advisor, case)
    after = advisor.advise(completed(data, case, advisor.knowledge, open_or_in_doubt))
    stages = {factor.id: factor.stage for factor in after.factors}
    assert {id_: stages[id_] for id_ in found.stages} == found.stages
    advised = {item.id for item in (*after.interventions, *after.tools)}
    assert not advised.intersection(found.ruled_out)
    assert {id_ for id_ in found.certain if advisor.knowledge.kind(id_) == "intervention"} <= advised


def open_or_in_doubt(question, case, knowledge):
    """Return the parts that nothing is known of; none of a list that was answered as a whole."""
    answer = case.answers.get(question)
    if isinstance(answer, dict):
        parts = parts_not_asked(question, replace(case, answers={}), knowledge)
        return [part for part in parts if answer.get(part.key, UNKNOWN) == UNKNOWN]
    return parts_not_asked(question, case, knowledge)


@settings(max_examples=examples(30))
@given(data=st.data())
def test_what_the_interview_leaves_out_was_asked_or_changes_nothing(data):
    """Asked to the end, every question that is still open bears on nothing that is not settled."""
    advisor = Advisor(data.draw(small_knowledge()))
    interview = Interview(advisor, data.draw(cases(advisor.knowledge)))
    while (question := interview.next_question()) is not None:
        if question.kind == "actions":
            interview.answer(question.id, "not-applicable")
        else:
            there = interview.answer_to(question.id)
            rest = dict.fromkeys(interview.open_parts(question.id), "no" if question.items else UNKNOWN)
            value = {**(there if isinstance(there, dict) else {}), **rest}
            interview.answer(question.id, value if question.kind != "choice" else UNKNOWN)
    assert interview.ending == "settled"
    assert interview.open == []


@given(data=st.data())
def test_open_is_what_has_a_part_that_was_not_asked_or_of_which_nothing_is_known(data):
    case = data.draw(cases(SHIPPED.knowledge))
    for question in SHIPPED.knowledge.questions.values():
        left = parts_not_asked(question.id, case, SHIPPED.knowledge)
        assert was_not_asked(question.id, case, SHIPPED.knowledge) == bool(left)
        assert is_open(question.id, case, SHIPPED.knowledge) or not left
