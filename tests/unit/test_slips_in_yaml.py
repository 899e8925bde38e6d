"""Slips of the pen in YAML: each is told where it was made, in words that say what to do to it."""

from __future__ import annotations

import pytest

from advisor.files.positioned_yaml import parse_tree
from advisor.files.yaml_cut import cut_texts, cuts

CUT = "the text ends here, since a hash behind a blank begins a comment"
SLIPS = {
    "a:\n  b:There is\n  c: d\n": "f:2:5: a blank is missing behind the colon",
    "a:\n  -id: x\n  - id: y\n": "f:2:4: a blank is missing behind the dash",
    "rules\n  - id: x\n    title: y\n": "f:1:6: a colon is missing here",
    "a:\n\u00a0\u00a0b: c\n  d: e\n": "f:2:1: there is a blank here that is none to YAML",
    "a: @home\n": "f:1:4: a text cannot begin with this sign",
    "a: >folded text\n": "f:1:5: a text cannot begin with this sign",
    "a: *two words*\n": "f:1:4: '&' and '*' before a word have a meaning of their own",
    "a:\n  b: c\n   d: e\n": "f:3:5: this line does not begin where YAML looks for a key",
    "a: {b: two words #4 more}\nc: d\n": f"f:1:17: {CUT}",
    "a: two words\n  in #4 more\n  lines\nc: d\n": f"f:2:5: {CUT}",
    "- id: x\n  title: y\n  id: z\n": "f:3:3: the key 'id' is here twice (first in line 1); "
    "if another entry begins here, write '- ' before it",
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_where_it_was_made(text):
    _tree, faults = parse_tree(text, "f")
    assert str(faults[0]).startswith(SLIPS[text])


@pytest.mark.parametrize(
    "text",
    [
        "a: Room #4 is small\n",
        "a: Room #4\n",
        "a: Two words #andmore\n",
        "a: Room # 4 is small\n",
        "- One of group\t#2\n",
        "a: \N{GRINNING FACE} in room #4\n",
    ],
)
def test_a_text_that_a_hash_cuts_off_is_told(text):
    (place,) = cuts(text)
    line, column = place
    rest = text.split("\n")[line - 1][column - 1 :]
    assert rest.lstrip().startswith("#")


@pytest.mark.parametrize(
    "text",
    [
        "a: two words # and a comment\n",
        "a: two words  # 4 of them\n",
        "a: none #old\n",
        'a: "Room #4 is small"\n',
        "a: 'Room #4'\n",
        "a: >-\n  Room #4 is small\n",
        "a: Room#4\n",
        "# a comment #4\na: b\n",
        "a: {b: c} #4\n",
    ],
)
def test_a_comment_and_a_text_that_is_whole_are_left_alone(text):
    assert list(cuts(text)) == []


def test_a_text_that_is_cut_off_before_the_yaml_breaks_off_is_told_too():
    found = [str(fault) for fault in cut_texts(b"\xef\xbb\xbfa: Room #4 is small\r\nb: [\r\n", "f")]
    assert [each.partition(": ")[0] for each in found] == ["f:1:8"]
    assert list(cut_texts(b"\xff\xfe", "f")) == []
