"""An interview and an advisor that are copied or sent elsewhere, and a case that is set from outside."""

from __future__ import annotations

import copy
import datetime
import pickle
from dataclasses import replace

import pytest

from advisor import Action, Advisor, AdvisorError, Case, CaseError, Interview, Partner

SHIPPED = Advisor()
CASE = Case(answers={"output": "good", "contact": "none", "changes-lately": {"posts-vacant": "yes"}})
WAYS = {
    "pickle": lambda each: pickle.loads(pickle.dumps(each)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("engine", ["experta", "columnar"])
def test_an_advisor_that_was_copied_gives_the_same_advice(way, engine):
    advisor = Advisor(engine=engine)
    expected = advisor.advise(CASE)
    other = WAYS[way](advisor)
    assert (type(other), other.engine) == (Advisor, engine)
    assert other.advise(CASE).as_json() == expected.as_json()


@pytest.mark.parametrize("way", WAYS)
def test_an_interview_that_was_copied_goes_on_at_its_place_and_leaves_the_other_alone(way):
    interview = Interview(SHIPPED, CASE, scope="core")
    interview.answer("trust", "careful", "a note")
    interview.go_to("contact")
    before = interview.state
    other = WAYS[way](interview)
    assert (other.state, other.scope, other.place) == (before, "core", 1)
    other.answer("contact", "regular")
    assert (other.place, other.case.answers["contact"]) == (2, "regular")
    assert interview.state == before


def test_the_state_is_all_that_a_service_need_keep():
    interview = Interview(SHIPPED, CASE)
    assert len(pickle.dumps(interview.state)) < 1000 < len(pickle.dumps(interview))


def next_of(interview):
    return interview.next_question().id


def entries(interview):
    return [entry.question for entry in interview.entries]


def test_a_case_that_is_set_gives_the_list_what_it_has_answers_to():
    interview = Interview(SHIPPED, CASE)
    interview.back()
    assert next_of(interview) == "changes-lately"
    interview.case = Case(answers={"trust": "careful", "changes-lately": {"posts-vacant": "no"}})
    assert entries(interview) == ["changes-lately", "trust"]
    assert next_of(interview) == "changes-lately"
    interview.go_on()
    interview.case = replace(interview.case, actions=(Action(id="convening", outcome="helped"),))
    assert entries(interview) == ["changes-lately", "trust", "tried"]
    assert not interview.is_going_back
    interview.state = interview.state
    with pytest.raises(CaseError):
        interview.case = Case(answers={"trust": "moon"})
    assert entries(interview) == ["changes-lately", "trust", "tried"]


def test_what_else_is_set_in_the_case_leaves_the_list_as_it_is():
    interview = Interview(SHIPPED, CASE)
    interview.answer("trust", "careful")
    interview.go_to("trust")
    trail = interview.state.trail
    interview.case = replace(interview.case, date=datetime.date(2026, 6, 1))
    assert interview.state.trail == trail


@pytest.mark.parametrize("rest", [None, "dont-know"])
def test_to_say_on_purpose_what_was_tried_answers_the_rest_and_to_keep_it_does_not(rest):
    case = replace(CASE, actions=(Action(id="convening", outcome="helped", note="a note"),))
    case = replace(case, answers={**case.answers, **({"tried": rest} if rest else {})})
    interview = Interview(SHIPPED, case)
    interview.go_to("tried")
    interview.keep()
    assert interview.case == case
    interview.answer("tried", {"convening": "helped"})
    assert interview.case.actions == case.actions
    assert interview.case.answers["tried"] == "not-applicable"
    assert interview.open_parts("tried") == ()
    said = interview.case
    interview.answer("tried", {"convening": "helped"})
    assert interview.case == said


def test_what_is_changed_in_a_case_of_an_interview_changes_nothing_in_it():
    partners, actions = (Partner(name="School"),), (Action(id="convening", outcome="helped"),)
    case = replace(CASE, partners=partners, actions=actions)
    interview = Interview(SHIPPED, case)
    interview.case.answers["contact"] = "nonsense"  # type: ignore[index]  # what a caller may do by mistake
    interview.state.case.answers["changes-lately"]["posts-vacant"] = "no"  # type: ignore[index]  # so too
    interview.state.case.notes["contact"] = "nonsense"  # type: ignore[index]  # and so
    interview.case.partners[0].name = interview.state.case.partners[0].name = "Other"
    interview.case.actions[0].outcome = interview.state.case.actions[0].outcome = "worse"
    assert interview.case == case
    assert interview.answer_to("contact") == "none"


def test_a_kept_interview_whose_case_was_lost_is_not_taken_up_as_a_new_one():
    kept = Interview(SHIPPED, CASE).as_dict()
    del kept["case"]
    with pytest.raises(AdvisorError, match="this is no interview that was kept"):
        Interview.from_dict(SHIPPED, kept)
