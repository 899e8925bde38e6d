"""The smallest ways to make rules fire, as they are told: what was said, beside what a leader is told."""

from __future__ import annotations

import pytest

from advisor.knowledge.facts import Fact
from advisor.reports.outline import Point, Title
from advisor.reports.ways_outline import ways_outline
from advisor.verification.ways import Way, Ways


def told(*ways, left=0, or_more=False):
    rule = Ways("a-rule", "recommend visioning", ways, left, or_more)
    return [block.text for block in ways_outline([rule]).blocks if isinstance(block, (Title, Point))]


def way(contact, first_step="", ruled_out=()):
    fact = Fact("answer", "contact", contact)
    return Way(
        (fact,), (f"Contact: {contact}",), ruled_out, "You hardly meet", "Nobody knows you.", first_step
    )


def test_title_reason_and_first_step_stand_once_above_the_ways_that_tell_the_same():
    assert told(way("none", "Ring one of them."), way("rare", "Ring one of them.")) == [
        "a-rule: recommend visioning",
        "Told: You hardly meet",
        "Reason: Nobody knows you.",
        "First step: Ring one of them.",
        "Said: Contact: none",
        "Said: Contact: rare",
    ]


def test_what_must_be_known_not_to_be_so_stands_below_its_way():
    assert told(way("none", ruled_out=("they quarrel", "it ends")))[-2:] == [
        "Said: Contact: none",
        "and it is known not to be so: they quarrel; it ends",
    ]


@pytest.mark.parametrize(
    ("left", "or_more", "said"),
    [
        (1, False, "and 1 way that is not listed"),
        (3, False, "and 3 ways that are not listed"),
        (3, True, "and 3 or more ways that are not listed"),
    ],
)
def test_how_many_ways_are_not_listed_is_said(left, or_more, said):
    assert told(way("none"), left=left, or_more=or_more)[-1] == said
