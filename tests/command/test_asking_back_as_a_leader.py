"""Asking back as a tired leader does it: with what stands on the screen, without the name of the case."""

from __future__ import annotations

import json

import pytest

from tests.command.run import advisor

CASE = "scenario:health-visitors"
SCREEN = 28
A_CASE = "format: 1\npartnership: Two doors\nanswers: {contact: none, acquaintance: hardly, trust: careful}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "my-case.yaml").write_text(A_CASE, encoding="utf-8")
    return tmp_path


def said(*words, **options):
    result = advisor(*words, **options)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize("name", [("1",), ("VISIONING",), ("Visi",), ("1. Visioning:",), ("[visioning]",)])
def test_a_number_a_title_in_any_case_and_a_beginning_of_it_ask_for_the_same(name):
    assert said("why", CASE, *name) == said("why", CASE, "visioning")


def test_a_title_of_several_words_needs_no_quotes():
    assert said("why", CASE, "learning", "together") == said("why", CASE, "learning-together")
    assert said("settle", CASE, "how", "people", "get", "on") == said(
        "settle", CASE, "relational-nourishment"
    )


def test_the_case_that_lies_here_needs_no_name(folder):
    for words in (("why", "1"), ("why-not", "mediation"), ("what-if", "--set", "trust=openly"), ("settle",)):
        named = (words[0], "my-case.yaml", *words[1:])
        assert said(*words, folder=folder) == said(*named, folder=folder)


def test_where_several_cases_lie_here_one_is_to_be_named(folder):
    (folder / "other.yaml").write_text(A_CASE, encoding="utf-8")
    result = advisor("why", "1", folder=folder)
    assert result.returncode == 2
    assert result.stderr.startswith(
        "CASE: several cases lie here (my-case.yaml, other.yaml); name one, as in: "
    )
    assert result.stderr.rstrip().endswith("why my-case.yaml 1")


@pytest.mark.parametrize("command", ["why", "why-not"])
def test_whoever_names_only_the_case_is_told_how_to_go_on(command):
    result = advisor(command, CASE)
    assert result.returncode == 2
    assert f"as in: advisor {command} {CASE} 1" in result.stderr


def test_why_not_of_a_step_says_to_ask_why():
    assert advisor("why-not", CASE, "1").stderr.rstrip().endswith(f"ask: advisor why {CASE} visioning")


def test_why_leads_with_what_the_advice_showed_and_has_no_ids():
    text = " ".join(said("why", CASE, "1").split())
    assert text.startswith("1. Visioning: Let each person say what families would notice")
    why, begin, answers, sources = (
        text.index(word) for word in ("Why: ", "Begin: ", "What you said", "Where this")
    )
    assert why < begin < answers < sources
    assert "[" not in text
    assert "[visioning-" in said("why", CASE, "1", "--full") or "reason)" in said("why", CASE, "1", "--full")


def test_a_way_to_do_something_and_a_situation_can_be_asked_for():
    assert "It is a way to do what stands in your plan: Visioning." in said(
        "why", CASE, "shared strategy maps"
    )
    assert "Would make it worse: " in said("why", CASE, "different pictures")


def test_where_nothing_presses_a_step_is_not_said_to_wait_for_others():
    assert "It is number 1 in your plan, and nothing presses." in said("why", "scenario:everything-well", "1")


def test_why_of_what_comes_before_all_else_says_whom_to_turn_to():
    text = " ".join(said("why", "scenario:everything-at-its-worst", "a child's safety").split())
    alert = json.loads(said("advise", "scenario:everything-at-its-worst", "--format", "json"))["alerts"][0]
    assert alert["turn_to"] in text
    assert alert["text"] in text


def test_a_case_of_which_nothing_is_known_has_nothing_certain(folder):
    (folder / "my-case.yaml").write_text("format: 1\nanswers: {contact: dont-know}\n", encoding="utf-8")
    assert "Nothing yet: too little is known." in said("settle", folder=folder)
    assert advisor("why", "1", folder=folder).stderr == "there is no step 1: this advice has no steps yet\n"
    assert "Nothing comes first, as before." in said("what-if", "--set", "trust=openly", folder=folder)


def test_nobody_is_told_to_have_a_quarrel():
    text = said("why-not", CASE, "conflict handling")
    assert "dispute" not in text
    assert "you lose nothing by leaving it" in " ".join(text.split())


def test_where_an_answer_is_what_was_said_nothing_changes():
    text = said("what-if", CASE, "--set", "trust=mostly")
    assert "Nothing changes" in text
    assert "This is what you have said." in text


def test_where_nothing_changes_it_is_said_what_holds_it():
    text = said("what-if", "scenario:hot-quarrel", "--set", "trust=careful")
    assert "Nothing changes" in text
    assert "Other things that you said hold it:" in text


@pytest.mark.parametrize(
    "words",
    [
        ("settle", CASE, "relational"),
        (
            "what-if",
            CASE,
            "--set",
            "trust=careful",
            "--set",
            "contact=none",
            "--set",
            "disagreement=personal",
        ),
        ("why-not", CASE, "operational"),
        ("why-not", CASE, "place, times=tight"),
        ("why", CASE, "relational"),
    ],
)
def test_nothing_is_longer_than_a_screen(words):
    assert len(said(*words).splitlines()) <= SCREEN


def test_what_if_without_an_answer_behind_set_says_so():
    result = advisor("what-if", CASE, "trust=openly", "--set", "contact=none")
    assert result.returncode == 2
    assert "'trust=openly' is no case; what would be different stands behind --set" in result.stderr


@pytest.mark.parametrize(
    ("in_words", "by_id"),
    [
        ("Can people say what they think=Only with care", "trust=careful"),
        ("can people say what they think when you meet?=3", "trust=careful"),
        ("trust=Only with care. We stay polite", "trust=careful"),
        ("leaving the work aside, how do you get=it is cool", "getting-on=cool"),
        ("I have other leaders to talk to=yes", "my-support.peers=yes"),
        ("What happens when you disagree?=We leave it. It stays in the room unsaid", "disagreement=avoided"),
    ],
)
def test_another_answer_can_be_given_in_the_words_of_the_question(in_words, by_id):
    assert said("what-if", CASE, "--set", in_words) == said("what-if", CASE, "--set", by_id)


def test_a_change_that_may_be_several_or_none_is_told():
    several = advisor("what-if", CASE, "--set", "what=yes").stderr
    assert several.startswith("what: this may be several questions; say which: ")
    none = advisor("what-if", CASE, "--set", "can people say what they think=perhaps").stderr
    assert "'can people say what they think' has no option 'perhaps'; use one of: not-at-all" in none
