"""How to begin, and the line above it, belong to the reason that is told, and fit whom it is told to."""

from __future__ import annotations

import re

import pytest

from advisor import Advisor, Case
from advisor.knowledge.otherwise import SaidOtherwise

SHIPPED = Advisor()
KNOWLEDGE = SHIPPED.knowledge
SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
TOLD_STEPS = {"intervention": "first_step", "precondition": "first_step", "shift": "try_this"}


def planned(answers, id_):
    """Return the step of a plan about something, with the title of the reason that it tells."""
    advice = SHIPPED.advise(Case(answers=answers))
    step = next(step for step in advice.plan if step.id == id_)
    return step, advice.firing(step.reason).title


WEARY = {"changes-lately": {"tired-of-change": "yes", "too-many-initiatives": "yes"}}
IDLE = {"follow-through": "rarely", "when-we-meet": "news", "contact": "regular", "disagreement": "none-yet"}
WORDS = {"information-blocks": {"different-words": "yes"}, "disagreement": "none-yet"}
OVERRULED = {"disagreement": "they-decide"}
PULLED = {"managers": "pulling-apart"}
FOR_SHOW = {"managers": "for-show", "disagreement": "none-yet"}


@pytest.mark.parametrize(
    ("answers", "id_", "short", "begins"),
    [
        (WEARY, "process-managing", "running", "running"),
        (IDLE, "process-managing", "did not happen", "did not happen"),
        (WORDS, "brokering", "words", "five words"),
        (OVERRULED, "brokering", "whom they listen to", "Find out whom they listen to"),
        (PULLED, "strategic-managers-from-the-start", "wishes clash", "those who differ"),
        (FOR_SHOW, "strategic-managers-from-the-start", "one result", "serves"),
    ],
)
def test_heading_why_and_begin_are_about_the_same_trouble(answers, id_, short, begins):
    step, _ = planned(answers, id_)
    assert short in step.short
    assert begins in step.text


def test_of_two_troubles_the_step_is_that_of_the_one_that_is_told():
    step, title = planned({**IDLE, **WEARY}, "process-managing")
    assert title.startswith("People may be tired of change")
    assert "running" in step.text


def words_of(rule):
    """Return the texts of a rule itself in the form of those that are said otherwise."""
    return SaidOtherwise(when=rule.when, because=rule.because, first_step=rule.first_step)


def test_no_step_says_again_a_sentence_of_its_reason():
    told = [
        (rule.id, words.first_step, words.because or rule.because)
        for rule in KNOWLEDGE.rules
        for words in (words_of(rule), *rule.said_otherwise)
        if words.first_step
    ]
    again = [
        (id_, sentence)
        for id_, step, because in told
        for sentence in SENTENCE_ENDS.split(step)
        if sentence in SENTENCE_ENDS.split(because)
    ]
    assert len(told) > 200
    assert again == []


def test_a_step_that_is_said_otherwise_has_its_heading_otherwise():
    bare = [
        (entry.id, other.when)
        for kind, action in TOLD_STEPS.items()
        for entry in KNOWLEDGE.of_kind(kind)
        for other in entry.said_otherwise
        if getattr(other, action) and not other.short and entry.id != "conflict-handling"
    ]
    assert bare == []


def asked(answers, question):
    return next(
        item.because for item in SHIPPED.advise(Case(answers=answers)).to_ask if item.question == question
    )


def test_of_a_list_that_was_answered_in_part_the_open_items_are_named():
    items = {item.id: "no" for item in KNOWLEDGE.questions["who-could-help"].items if item.id != "can-sign"}
    assert asked({"who-could-help": items}, "who-could-help").endswith(
        "Still open: Managers on each side who can sign an agreement."
    )
    assert "Still open" not in asked({"contact": "none"}, "who-could-help")


def test_of_many_open_items_the_first_are_named_and_the_others_counted():
    because = asked({"my-support": {"worn-out": "yes"}}, "my-support")
    assert because.count(";") == 2
    items = KNOWLEDGE.questions["my-support"].items
    assert because.endswith(f"; and {len(items) - 3} more.")
