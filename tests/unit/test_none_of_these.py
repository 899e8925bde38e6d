"""'None of these, but': what it answers, and where the leader's own words come back."""

from __future__ import annotations

import json

import pytest
from advisor.cli.replies import says_none, understood

from advisor import Action, Advisor, Case, Interview
from advisor.advice.model import OwnWords
from advisor.advice.open_questions import IN_YOUR_WORDS, WHO_COULD_TELL
from advisor.cases.facts import initial_facts
from advisor.explanation import sensitivity
from advisor.knowledge.question import Option
from advisor.knowledge.question_kinds.replies import ReplyError
from advisor.knowledge.question_kinds.table import kind_of
from advisor.reports import advice_outline, as_markdown, as_page, as_text, schema

SHIPPED = Advisor()
QUESTIONS = SHIPPED.knowledge.questions
LISTS = [id_ for id_, question in QUESTIONS.items() if question.kind == "checklist"]


@pytest.mark.parametrize("question", LISTS)
def test_none_of_a_list_is_no_for_each_item(question):
    interview = Interview(SHIPPED)
    none = interview.none_of_these(question)
    assert none == {item.id: "no" for item in QUESTIONS[question].items}
    interview.answer(question, none, "something else")
    assert interview.open_parts(question) == ()
    assert interview.case.notes == {question: "something else"}


def test_none_of_a_choice_says_nothing_false_to_the_rules():
    interview = Interview(SHIPPED)
    interview.answer("contact", interview.none_of_these("contact"), "only by post")
    assert initial_facts(interview.case, SHIPPED.knowledge) == []


def test_none_of_a_list_that_is_open_in_part_leaves_what_is_ticked():
    interview = Interview(
        SHIPPED, Case(answers={"families": {"mixed-advice": "yes", "smooth-handover": "no"}})
    )
    items = {item.id: "no" for item in QUESTIONS["families"].items}
    assert interview.none_of_these("families") == {**items, "mixed-advice": "yes"}


def test_none_of_a_list_that_is_answered_in_full_takes_the_ticks_away():
    interview = Interview(SHIPPED)
    interview.answer("families", {item.id: "yes" for item in QUESTIONS["families"].items})
    assert interview.none_of_these("families") == {item.id: "no" for item in QUESTIONS["families"].items}


def test_none_of_what_was_tried_leaves_what_is_noted_where_something_is_open():
    first = SHIPPED.knowledge.ids_of("intervention")[0]
    interview = Interview(SHIPPED)
    assert interview.none_of_these("tried") == "not-applicable"
    case = Case(actions=(Action(id=first, outcome="helped"),))
    interview = Interview(SHIPPED, case)
    assert interview.none_of_these("tried") == {first: "helped"}


def test_nought_alone_at_a_choice_says_how_and_with_words_it_is_an_answer():
    contact = QUESTIONS["contact"]
    assert not says_none("0", contact, "")
    with pytest.raises(ReplyError, match="0 : "):
        understood("0", contact, [])
    assert says_none("0", contact, "we only ring")
    assert says_none("0", QUESTIONS["families"], "")
    assert not says_none("0", QUESTIONS["placing"], "words")


@pytest.mark.parametrize("kind", ["choice", "checklist", "actions"])
def test_each_list_shows_what_nought_is_for(kind):
    question = next(question for question in QUESTIONS.values() if question.kind == kind)
    assert "0 : " in kind_of(question).none


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("2 worse", "worse"),
        ("2 it got worse", "worse"),
        ("2 Helped", "helped"),
        ("2=h", "helped"),
        ("2 no change", "no-change"),
        ("2 no-change", "no-change"),
        ("2 too early to say", "too-early"),
    ],
)
def test_what_came_of_what_was_tried_may_be_typed_in_words(typed, outcome):
    interventions = [Option(id=id_, text=id_) for id_ in SHIPPED.knowledge.ids_of("intervention")]
    said = understood(f"1h {typed}, 3n", QUESTIONS["tried"], interventions)
    assert list(said.values())[:4] == ["helped", outcome, "no-change", "not-applicable"]


WORDS = "since <b>the</b> move"
NOTED = Case(answers={"contact": "dont-know"}, notes={"tried": "we baked", "contact": WORDS, "trust": "  "})


def page(advice):
    return advice_outline(advice, SHIPPED.knowledge)


def test_own_words_come_back_in_every_form_in_the_order_of_the_questions():
    advice = SHIPPED.advise(NOTED)
    assert advice.notes == (
        OwnWords("contact", QUESTIONS["contact"].prompt, WORDS),
        OwnWords("tried", QUESTIONS["tried"].prompt, "we baked"),
    )
    assert json.loads(advice.as_json())["notes"][1] == {
        "question": "tried",
        "prompt": QUESTIONS["tried"].prompt,
        "text": "we baked",
    }
    for text in (as_text(page(advice), 200), as_markdown(page(advice))):
        assert "in your own words" in text.lower()
        assert "we baked" in text
    assert WORDS in as_text(page(advice), 200)
    made = as_page(page(advice))
    assert "<b>the</b>" not in made
    assert "since &lt;b&gt;the&lt;/b&gt; move" in made


def test_without_a_note_there_is_no_heading_for_it():
    advice = SHIPPED.advise(Case(answers={"contact": "none"}))
    assert advice.notes == ()
    assert "own words" not in as_text(page(advice), 200).lower()


def test_notes_change_nothing_else_of_the_advice():
    bare = Case(answers=NOTED.answers)
    with_words, without = (json.loads(SHIPPED.advise(case).as_json()) for case in (NOTED, bare))
    for told in (with_words, without):
        del told["notes"], told["case"], told["to_ask"]  # what may be said in her own words is asked last
    assert with_words == without


def test_the_schema_of_an_advice_knows_the_notes():
    assert "notes" in schema("advice", SHIPPED.knowledge)["properties"]


def test_the_schema_of_an_advice_says_that_every_key_of_a_pattern_is_always_there():
    pattern = schema("advice", SHIPPED.knowledge)["$defs"]["PatternAdvice"]
    assert set(pattern["required"]) == set(pattern["properties"]) >= {"text", "calls_for", "makes_worse"}


NOT_KNOWN = {"contact": "dont-know", "trust": "dont-know", "disagreement": "dont-know"}


def test_a_choice_that_may_be_answered_in_her_own_words_is_asked_again_last_of_all():
    advised = SHIPPED.advise(Case(answers=NOT_KNOWN, notes={"contact": "It comes and goes"}))
    asked = {each.question: each.because for each in advised.to_ask}
    assert asked["trust"] == WHO_COULD_TELL
    assert [*asked.items()][-1] == ("contact", IN_YOUR_WORDS)


def test_a_blank_note_and_a_note_on_a_list_stand_for_no_answer():
    answers = {**NOT_KNOWN, "families": "dont-know"}
    notes = {"trust": " ", "families": "ask the night team"}
    bare = SHIPPED.advise(Case(answers=answers))
    assert SHIPPED.advise(Case(answers=answers, notes=notes)).to_ask == bare.to_ask


def test_what_she_does_not_know_is_told_as_such_whatever_she_noted_beside_it():
    case = Case(answers=NOT_KNOWN, notes={"contact": "will ask the night team"})
    assert {"contact", "trust"} <= set(sensitivity(SHIPPED, case).unsure)
