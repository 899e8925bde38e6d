"""Questions that make no sense after another answer: not asked, and an answer that is there counts."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, Interview, KnowledgeError
from advisor.inference.cache import knowledge_in
from advisor.knowledge import load_folder
from advisor.knowledge.scaffold import start_knowledge

ADVISOR = Advisor()
ONE = ["own-house", "one-team", "one-outside", "those-above", "i-manage"]


def asked(answers, scope="all"):
    """Return the questions that an interview asks where all that it asks is not known."""
    interview = Interview(ADVISOR, Case(answers=answers), scope=scope)
    found = []
    while (question := interview.next_question()) is not None:
        found.append(question.id)
        interview.answer(question.id, "dont-know")
    return found


@pytest.mark.parametrize("kind", ONE)
def test_with_one_partner_nobody_asks_whether_the_partners_know_each_other(kind):
    assert "links" not in asked({"partner-kind": kind})


def test_with_several_partners_or_where_nobody_said_so_it_is_asked_whether_they_know_each_other():
    assert "links" in asked({"partner-kind": "several"})
    assert "links" in asked({"partner-kind": "dont-know"})


def test_where_nothing_is_agreed_nobody_asks_whether_it_gets_done():
    assert "follow-through" not in asked({"agreed-goals": "nothing"})
    assert "follow-through" in asked({"agreed-goals": "in-talk"})


@pytest.mark.parametrize("scope", ["what-matters", "all"])
def test_what_makes_no_sense_is_neither_left_nor_open(scope):
    interview = Interview(ADVISOR, Case(answers={"partner-kind": "own-house"}), scope=scope)
    assert "links" not in interview.open
    before = interview.left
    interview.answer("partner-kind", "several")
    assert "links" in interview.open
    assert scope != "all" or interview.left == before + 1


def test_what_makes_no_sense_is_not_named_among_what_to_ask():
    def named(kind):
        answers = {"partner-kind": kind, "initiative": "us", "my-support": {"alone": "yes"}}
        return {each.question for each in ADVISOR.advise(Case(answers=answers)).to_ask}

    assert "links" in named("several")
    assert "links" not in named("own-house")


def test_a_file_that_answers_it_all_the_same_is_advised_on_as_ever():
    answers = {"partner-kind": "one-outside", "links": "through-me", "agreed-goals": "nothing"}
    case = Case(answers={**answers, "follow-through": "rarely"})
    advice = ADVISOR.advise(case)
    assert advice.firing("only-through-you-means-all-through-leader") is not None
    assert [entry.question for entry in Interview(ADVISOR, case).entries].count("links") == 1


def test_a_new_answer_brings_the_question_back():
    interview = Interview(ADVISOR, Case(answers={"partner-kind": "own-house"}))
    interview.answer("partner-kind", "several")
    assert "links" in interview.open


def test_the_compiled_copy_keeps_when_a_question_is_not_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/more.yaml").write_text(question("{answer: contact, is: none}"))
    first, again = (knowledge_in(tmp_path / "kb").questions["more"] for _ in range(2))
    assert first == again
    assert again.asked_unless is not None


def question(condition):
    return (
        "questions:\n  - {id: more, kind: choice, prompt: P, why: W, options: [{id: one, text: O},\n"
        f"     {{id: two, text: T}}], asked-unless: {condition}}}\n"
    )


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        ("{answer: contakt, is: none}", "there is no question 'contakt' with options"),
        ("{answer: more, is: one}", "'asked-unless' looks at the question itself"),
        ("{finding: no-contact}", "'asked-unless' looks at answers and items alone"),
        ("{all: []}", "a group of conditions is empty"),
    ],
)
def test_a_condition_that_cannot_say_whether_to_ask_is_refused(tmp_path, condition, what):
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/more.yaml").write_text(question(condition))
    with pytest.raises(KnowledgeError) as error:
        load_folder(tmp_path / "kb")
    assert what in [fault.what for fault in error.value.faults]
