"""Laws of what is certain, of what decides, and of the reasons for what moves."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings, strategies as st

from advisor import Advisor, Case
from advisor.cases.edits import Edit, changed
from advisor.explanation import sensitivity, stage_settled, what_if, why, why_not
from advisor.inference.plain_truth import weighed_stage
from advisor.inference.weighing import sign_of
from advisor.knowledge.question import NOT_APPLICABLE
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.knowledge.rules import Rule
from advisor.knowledge.terms import STAGES
from advisor.reports import as_text
from advisor.reports.sensitivity_outline import sensitivity_outline
from advisor.reports.what_if_outline import future_outline
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor()
FACTORS = SHIPPED.knowledge.ids_of("factor")


@st.composite
def answered(draw, knowledge, left_open=0):
    """Draw a case in which every part of every question is answered, but so many questions."""
    ids = [*knowledge.questions]
    open_ = draw(st.sets(st.sampled_from(ids), min_size=left_open, max_size=left_open))
    answers: dict[str, Any] = {}
    for id_ in [each for each in ids if each not in open_]:
        parts = knowledge.memo(parts_of)[id_]
        if kind_of(knowledge.questions[id_]).in_actions:
            answers[id_] = NOT_APPLICABLE
        elif parts[0].key:
            answers[id_] = {part.key: draw(st.sampled_from(part.words)) for part in parts}
        else:
            answers[id_] = draw(st.sampled_from(parts[0].words))
    return Case(answers=answers)


@st.composite
def advisors(draw):
    """Draw the shipped knowledge or a small one, about as often."""
    return SHIPPED if draw(st.booleans()) else Advisor(draw(small_knowledge()))


@settings(max_examples=examples(25))
@given(data=st.data())
def test_with_every_answer_nothing_is_open_and_what_is_certain_is_the_advice(data):
    advisor = data.draw(advisors())
    case = data.draw(answered(advisor.knowledge))
    found, advice = sensitivity(advisor, case), advisor.advise(case)
    assert (found.possible, found.deciding, found.unsure) == ((), (), ())
    assert found.stages == {factor.id: factor.stage for factor in advice.factors}
    assert found.first == tuple(item.id for item in advice.interventions[:3])
    assert set(found.certain) == {item.id for item in advice.recommendations()}
    assert set(found.ruled_out).isdisjoint(found.certain)
    assert "Nothing is open" in as_text(sensitivity_outline(found, advisor.knowledge))


@settings(max_examples=examples(15))
@given(data=st.data())
def test_with_one_question_open_what_is_possible_is_and_what_decides_does(data):
    advisor = data.draw(advisors())
    knowledge = advisor.knowledge
    case = data.draw(answered(knowledge, left_open=1))
    open_ = next(id_ for id_ in knowledge.questions if id_ not in case.answers)
    parts = knowledge.memo(parts_of)[open_]
    assume(len(parts) == 1 and not parts[0].key)
    found = sensitivity(advisor, case)
    ways = [changed(case, [Edit(open_, word)], knowledge) for word in (*parts[0].words, NOT_APPLICABLE)]
    advised = [{item.id for item in advisor.advise(way).recommendations()} for way in (case, *ways)]
    assert set(found.certain) == set.intersection(*advised)
    assert set(found.possible) == set.union(*advised) - set(found.certain)
    if found.possible:
        assert [each.question for each in found.deciding] == [open_]


@settings(max_examples=examples(40))
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_whatever_moves_in_the_plan_has_a_reason_and_that_is_said(case, data):
    questions = [q for q in SHIPPED.knowledge.questions.values() if q.kind == "choice"]
    question = data.draw(st.sampled_from(questions))
    future = what_if(SHIPPED, case, [Edit(question.id, data.draw(st.sampled_from(question.options)).id)])
    assume(future.plan)
    said = " ".join(as_text(future_outline(future, SHIPPED.knowledge, full=True)).split())
    for moved in future.plan:
        assert moved.because
        assert " ".join(moved.because.split()) in said


@settings(max_examples=examples(20))
@given(case=cases(SHIPPED.knowledge), factor=st.sampled_from(FACTORS))
def test_an_answer_that_is_said_to_move_a_factor_does(case, factor):
    found = stage_settled(SHIPPED, case, factor)
    for turning in (*found.deciding, *found.hangs_on)[:6]:
        advice = SHIPPED.advise(changed(case, [turning.edit], SHIPPED.knowledge))
        assert {each.id: each.stage for each in advice.factors}[factor] == turning.stage != found.stage


@settings(max_examples=examples(30))
@given(case=cases(SHIPPED.knowledge), factor=st.sampled_from(FACTORS))
def test_without_a_sign_that_decides_a_factor_stands_elsewhere_and_without_another_it_does_not(case, factor):
    advice, knowledge = SHIPPED.advise(case), SHIPPED.knowledge
    stage = {each.id: each.stage for each in advice.factors}[factor]
    assume(stage != "unknown")
    found = why(advice, factor, knowledge)
    signs = [reason.id for reason in (*found.reasons, *found.against)]
    for sign in signs:
        others = [sign_of(knowledge.entry(each, Rule), True) for each in signs if each != sign]
        without = weighed_stage(others)
        assert ((without and without[0]) != stage) == (sign in found.decided_by)


@settings(max_examples=examples(10))
@given(case=cases(SHIPPED.knowledge), factor=st.sampled_from(FACTORS), data=st.data())
def test_what_would_bring_a_factor_to_a_stage_does_and_what_holds_it_says_otherwise(case, factor, data):
    stage = {each.id: each.stage for each in SHIPPED.advise(case).factors}[factor]
    wanted = data.draw(st.sampled_from([each for each in STAGES if each != stage]))
    found = why_not(SHIPPED, case, f"{factor}={wanted}")
    assert (found.stage, found.wanted) == (stage, wanted)
    fired = SHIPPED.advise(case).firings.by_id
    assert all(fired[reason.id].concludes.value != wanted for reason in found.blocked_by)
    for edits in found.changes:
        advice = SHIPPED.advise(changed(case, edits, SHIPPED.knowledge))
        assert {each.id: each.stage for each in advice.factors}[factor] == wanted
