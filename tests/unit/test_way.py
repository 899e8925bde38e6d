"""The list of what an interview has asked, and the place in it."""

from __future__ import annotations

import datetime
import pickle

import pytest

from advisor import Action, Advisor, AdvisorError, Case, CaseError, Interview
from advisor.cases.questions import is_open, was_not_asked
from advisor.interview.trail import Trail
from advisor.interview.way import Entry, State

SHIPPED = Advisor()
DAY = datetime.date(2026, 6, 1)
EARLIER, BEFORE_THAT = datetime.date(2026, 5, 4), datetime.date(2026, 1, 10)


@pytest.fixture
def interview():
    """Five questions are answered."""
    found = Interview(SHIPPED)
    for _ in range(5):
        question = found.next_question()
        assert question is not None
        found.answer(question.id, "dont-know")
    return found


def asked(interview):
    return [entry.question for entry in interview.entries]


def next_of(interview):
    """Return the id of the question at the place; None if there is none."""
    question = interview.next_question()
    return question and question.id


def test_after_going_back_and_changing_one_those_between_are_still_there(interview):
    before, new = asked(interview), interview.next_question()
    for _ in range(5):
        interview.back()
    interview.answer(before[0], "not-applicable")
    assert (asked(interview), interview.place) == (before, 1)
    assert interview.next_question().id == before[1]
    assert [interview.forward().id for _ in range(3)] == before[2:]
    assert interview.go_on() == new
    assert interview.is_going_back is False


def test_an_answer_to_another_question_leaves_the_place_where_it_is(interview):
    interview.back()
    here = interview.next_question()
    interview.answer("output", "good")
    interview.answer("tried", "not-applicable")
    assert interview.next_question() == here
    assert asked(interview)[-1] == "tried"


def test_an_entry_has_the_answer_the_note_and_what_is_open():
    case = Case(answers={"changes-lately": {"posts-vacant": "yes"}}, notes={"changes-lately": "since May"})
    (entry,) = Interview(SHIPPED, case).entries
    assert entry == Entry("changes-lately", {"posts-vacant": "yes"}, "since May", entry.open_parts)
    items = [item.id for item in SHIPPED.knowledge.questions["changes-lately"].items]
    assert entry.open_parts == tuple(item for item in items if item != "posts-vacant")


def test_one_can_go_to_what_was_asked_and_to_nothing_else(interview):
    assert interview.go_to("contact").id == "contact"
    assert interview.place == asked(interview).index("contact")
    for name in ("tried", "no-such-question"):
        with pytest.raises(AdvisorError, match=name):
            interview.go_to(name)


def test_what_is_taken_back_is_asked_anew_and_its_note_stays(interview):
    interview.note("output", "ask her")
    interview.take_back("output")
    assert "output" not in asked(interview)
    assert "output" not in interview.case.answers
    assert interview.case.notes == {"output": "ask her"}
    assert (interview.place, interview.next_question().id) == (4, "output")
    with pytest.raises(AdvisorError, match="no-such-question"):
        interview.take_back("no-such-question")


def test_there_is_nothing_to_keep_of_a_new_question(interview):
    with pytest.raises(AdvisorError, match="no answer yet"):
        interview.keep()


def test_a_state_can_be_put_away_and_set_again(interview):
    interview.back()
    state = pickle.loads(pickle.dumps(interview.state))
    other = Interview(SHIPPED)
    other.state = state
    assert (other.case, other.entries, other.place) == (interview.case, interview.entries, interview.place)


@pytest.mark.parametrize(
    "trail",
    [
        Trail(("contact",), 2),
        Trail(("contact",), -1),
        Trail(("contact", "contact"), 1),
        Trail(("contact", "moon"), 1),
        Trail((), 0),
    ],
)
def test_a_state_that_does_not_fit_is_refused_and_nothing_changes(interview, trail):
    before = interview.state
    with pytest.raises(AdvisorError, match="begin from its case"):
        interview.state = State(Case(answers={"contact": "none"}), trail)
    with pytest.raises(CaseError):
        interview.state = State(Case(answers={"contact": "moon"}), Trail(("contact",), 1))
    assert interview.state == before


@pytest.mark.parametrize(
    "answer",
    [
        "helped",
        "banana",
        7,
        None,
        ["convening"],
        {"convening": "banana"},
        {"convening": "dont-know"},
        {"convening": ["helped"]},
        {"nothing": "helped"},
        {7: "helped"},
        {"convening": "helped", "nothing": "not-applicable"},
    ],
)
def test_a_wrong_answer_to_what_was_tried_is_refused_and_nothing_changes(answer):
    interview = Interview(SHIPPED, Case(actions=(Action(id="convening", outcome="worse", note="a note"),)))
    before = interview.state
    with pytest.raises(CaseError) as refused:
        interview.answer("tried", answer)
    assert refused.value.faults[0].path == ("answers", "tried")
    assert interview.state == before


def history(*actions):
    return Case(date=DAY, actions=tuple(Action(id=i, outcome=o, date=d, note=n) for i, o, d, n in actions))


TWICE = (("convening", "helped", EARLIER, "first"), ("convening", "worse", BEFORE_THAT, "older"))


@pytest.mark.parametrize("actions", [TWICE, TWICE[::-1]])
def test_the_latest_outcome_is_the_answer_and_keeping_it_changes_nothing(actions):
    interview = Interview(SHIPPED, history(*actions))
    assert interview.answer_to("tried") == {"convening": "helped"}
    interview.go_to("tried")
    interview.keep()
    assert interview.case == history(*actions)


def test_another_outcome_comes_beside_what_was_noted_on_an_earlier_day():
    interview = Interview(SHIPPED, history(*TWICE))
    for outcome in ("no-change", "too-early"):  # the second puts right what was said on the same day
        interview.answer("tried", {"convening": outcome, "brokering": "helped"})
        assert interview.answer_to("tried") == {"convening": outcome, "brokering": "helped"}
        assert (
            interview.case.actions
            == history(*TWICE, ("convening", outcome, DAY, ""), ("brokering", "helped", DAY, "")).actions
        )
    assert interview.case.answers == {"tried": "not-applicable"}
    interview.answer("tried", {"brokering": "helped"})
    assert interview.case.actions == history(("brokering", "helped", DAY, "")).actions


def test_what_was_noted_on_the_day_or_later_is_put_right_and_keeps_its_note():
    later = datetime.date(2026, 9, 1)
    interview = Interview(SHIPPED, history(("convening", "helped", later, "a note"), *TWICE[1:]))
    interview.answer("tried", {"convening": "worse"})
    assert interview.case.actions == history(("convening", "worse", later, "a note"), *TWICE[1:]).actions


def test_a_list_that_is_answered_in_part_is_asked_for_the_rest_and_enter_leaves_it_so():
    case = Case(answers={"changes-lately": {"posts-vacant": "yes"}})
    interview = Interview(SHIPPED, case, scope="all")
    while (question := interview.next_question()) is not None and question.id != "changes-lately":
        interview.answer(question.id, "dont-know")
    assert question is not None
    assert "changes-lately" in interview.open
    before = interview.case
    interview.keep()
    assert interview.case == before
    assert asked(interview)[-1] == "changes-lately"
    assert next_of(interview) != "changes-lately"
    assert "changes-lately" in interview.open
    assert next_of(Interview(SHIPPED, interview.case, scope="all")) == "changes-lately"


def test_one_item_left_out_of_everything_is_asked_if_it_can_change_something():
    answers = {question.id: in_full(question) for question in SHIPPED.knowledge.questions.values()}
    assert Interview(SHIPPED, Case(answers=answers)).ending == "settled"
    rest = {**answers["changes-lately"]}
    del rest["constant-turnover"]
    interview = Interview(SHIPPED, Case(answers={**answers, "changes-lately": rest}))
    assert interview.open == ["changes-lately"]
    assert next_of(interview) == "changes-lately"
    interview.answer("changes-lately", {**rest, "constant-turnover": "no"})
    assert next_of(interview) is None
    assert interview.ending == "settled"


def in_full(question):
    if question.kind == "choice":
        return question.options[-1].id
    if question.kind == "actions":
        return "not-applicable"
    return {row.id: "no" if question.items else "developing" for row in (*question.items, *question.rows)}


@pytest.mark.parametrize("answer", [{}, {"posts-vacant": "yes"}, {"posts-vacant": "dont-know"}])
def test_advice_asks_for_the_rest_of_a_list(answer):
    case = Case(answers={"changes-lately": answer})
    assert was_not_asked("changes-lately", case, SHIPPED.knowledge)
    assert is_open("changes-lately", case, SHIPPED.knowledge)
    asked_for = {item.question: item.because for item in SHIPPED.advise(case).to_ask}
    if SHIPPED.knowledge.questions["changes-lately"].core:
        assert "You said you do not know" not in asked_for["changes-lately"]


def test_with_nothing_else_tried_the_question_is_closed():
    tried = (Action(id="convening", outcome="helped"),)
    assert was_not_asked("tried", Case(actions=tried), SHIPPED.knowledge)
    assert not was_not_asked(
        "tried", Case(answers={"tried": "not-applicable"}, actions=tried), SHIPPED.knowledge
    )


def test_what_is_taken_out_of_an_answer_afterwards_leaves_the_interview_alone():
    interview, mine = Interview(SHIPPED), {"posts-vacant": "yes"}
    interview.answer("changes-lately", mine)
    mine["posts-vacant"] = "no"
    given = interview.answer_to("changes-lately")
    assert given == {"posts-vacant": "yes"}
    given.clear()
    assert interview.answer_to("changes-lately") == {"posts-vacant": "yes"}
