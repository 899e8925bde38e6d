"""What may be typed at a prompt, and what it means."""

from __future__ import annotations

import pytest
from advisor.cli.replies import LONGEST, cleaned, understood
from hypothesis import given, strategies as st

from advisor._text import steers
from advisor.knowledge.question import Option
from advisor.knowledge.question_kinds.replies import ReplyError

ITEMS = "changes-lately"


def reply(knowledge, question, text):
    interventions = [Option(id=id_, text=id_) for id_ in knowledge.ids_of("intervention")]
    return understood(text, knowledge.questions[question], interventions)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1 3", {1, 3}),
        ("2-4", {2, 3, 4}),
        ("1,3 , 5-6", {1, 3, 5, 6}),
        ("0", set()),
        ("3 - 4", {3, 4}),
        ("2 2", {2}),
        ("1. 2.", {1, 2}),
    ],
)
def test_a_checklist_takes_numbers_and_ranges_and_what_is_not_named_is_no(knowledge, text, numbers):
    items = knowledge.questions[ITEMS].items
    expected = {item.id: "yes" if number in numbers else "no" for number, item in enumerate(items, 1)}
    assert reply(knowledge, ITEMS, text) == expected


def test_an_item_in_doubt_is_not_known(knowledge):
    answer = reply(knowledge, ITEMS, "1 ?4 ?5-6")
    assert list(answer.values())[:7] == ["yes", "no", "no", "dont-know", "dont-know", "dont-know", "no"]


def test_a_choice_takes_its_number(knowledge):
    assert [reply(knowledge, "contact", text) for text in ("5", "5.", "5)")] == ["regular"] * 3


def test_the_placing_takes_a_mark_for_each_line(knowledge):
    assert list(reply(knowledge, "placing", "1 3 ? 2").values()) == [
        "emerging",
        "confident",
        "dont-know",
        "developing",
    ]
    assert reply(knowledge, "placing", "13?2") == reply(knowledge, "placing", "1 3 ? 2")


def test_what_was_tried_takes_numbers_with_letters(knowledge):
    said = reply(knowledge, "tried", "1h 3W")
    assert {id_: outcome for id_, outcome in said.items() if outcome != "not-applicable"} == {
        "visioning": "helped",
        "reflective-intervening": "worse",
    }
    assert list(said) == knowledge.ids_of("intervention")
    assert reply(knowledge, "tried", "1 h 3  w") == reply(knowledge, "tried", "1h 3w")
    assert reply(knowledge, "tried", "0") == "not-applicable"


@pytest.mark.parametrize("question", ["contact", ITEMS, "placing", "tried"])
@pytest.mark.parametrize(("text", "answer"), [("u", "dont-know"), ("N", "not-applicable")])
def test_every_question_takes_dont_know_and_does_not_apply(knowledge, question, text, answer):
    assert reply(knowledge, question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        *(("contact", text) for text in ("0", "9", "yes", "1 2", "1 because", "²", "-1", "99999999999")),
        *((ITEMS, text) for text in ("99", "0-3", "4-2", "a", "?", "1-", "--", "2 ?2", "1-3 ?2")),
        *(("placing", text) for text in ("1 2 3", "1 2 3 4", "12345", "a b c d")),
        *(("tried", text) for text in ("9h", "1", "h", "1x", "0h", "2h 2w")),
    ],
)
def test_anything_else_is_answered_with_what_to_type(knowledge, question, text):
    with pytest.raises(ReplyError, match=r"^Type "):
        reply(knowledge, question, text)


@given(st.text())
def test_nothing_that_is_left_of_a_line_can_steer_a_terminal(line):
    assert not any(steers(character) for character in cleaned(line))
    assert len(cleaned(line)) <= LONGEST


@pytest.mark.parametrize(
    "pasted", ["\x1b[200~2\x1b[201~", "2\x07", "\x1b]0;title\x07 2", "\x1b[31m2\x1b[0m", "2\r"]
)
def test_a_pasted_number_is_a_number(pasted):
    assert cleaned(pasted) == "2"
