"""Slips of the pen in YAML: each is told where it was made, in words that say what to do to it."""

from __future__ import annotations

import pytest

from advisor.files.positioned_yaml import parse_bytes, parse_tree
from advisor.files.yaml_cut import cut_texts, cuts
from tests.support.bullets import TEXTS_WITH_BULLETS

CUT = "the text ends here, since a hash behind a blank begins a comment"
SLIPS = {
    "a:\n  b:There is\n  c: d\n": "f:2:5: a blank is missing behind the colon",
    "a:\n  -id: x\n  - id: y\n": "f:2:4: a blank is missing behind the dash",
    "rules\n  - id: x\n    title: y\n": "f:1:6: a colon is missing here",
    "a:\n\u00a0\u00a0b: c\n  d: e\n": "f:2:1: there is a blank here that is none to YAML",
    "a:\n  \u2022 b: c\n": "f:2:3: this line begins with '\u2022', and no list is written so",
    "a:\n  b: c\n  \u2022d: e\n": "f:3:3: this line begins with '\u2022'",
    "a:\n\u2013 b: c\n  d: e\n": "f:2:1: this line begins with '\u2013'",
    "a:\n  \u2014 b: c\n  \u2014 b: d\n": "f:2:3: this line begins with '\u2014'",
    "a:\n  * b: c\n": "f:2:3: this line begins with '*'",
    "a:\n  + b: c\n": "f:2:3: this line begins with '+'",
    "a: [\u2022 b: c]\n": "f:1:5: this line begins with '\u2022'",
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
        "a: \u2022 b\n",
        "a: \u2013 b\n",
        "a: |\n  \u2022 b: c\n  - d: e\n",
        "\u2013b: c\n",
        "a: ['* b', \u2014]\n",
    ],
)
def test_a_text_may_begin_with_whatever_sign(text):
    tree, faults = parse_tree(text, "f")
    assert (tree is not None, faults) == (True, [])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi\\deff0 format: 1\\par}", "a file of a word processor or another program"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a file of a word processor or another program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a file of a word processor or another program"),
        (b"%PDF-1.7\n%\xe2\xe3", "a file of a word processor or another program"),
        (b"<!DOCTYPE html><p>format: 1</p>", "a web page (HTML)"),
        (b"\xef\xbb\xbf\r\n<HTML><BODY>format: 1", "a web page (HTML)"),
        (b'<?xml version="1.0"?><html/>', "a web page (HTML)"),
        (b"<p>format: 1</p>\n<p>partnership: Us</p>\n", "a web page (HTML)"),
    ],
)
def test_a_file_of_another_program_is_known_by_how_it_begins(data, kind):
    tree, (fault,) = parse_bytes(data, "f")
    remedy = "open it in its own program and save it as plain text, in UTF-8"
    assert (tree, str(fault)) == (None, f"f:1:1: this is {kind}, and not plain text; {remedy}")


@pytest.mark.parametrize("data", [b"a: <b>\n", b"# <html>\na: b\n", b"{a: b}\n", b"'<p>': b\n", b"< a: b\n"])
def test_what_only_holds_such_signs_is_read(data):
    assert parse_bytes(data, "f")[0] is not None


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


@pytest.mark.parametrize("text", TEXTS_WITH_BULLETS)
def test_a_bullet_in_a_text_is_not_blamed_for_a_slip_in_the_line_below(text):
    _, (fault,) = parse_bytes(text.encode(), "f")
    assert (fault.line, "no list is written so" in fault.what) == (text.count("\n"), False)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  # which\n  \u2013 b: c\n    d: e\n",
        "a: b\nc: # which\n  \u2013 b: c\n    d: e\n",
        "\u2013 b: c\n  d: e\n",
        "- a: b\n  c:\n    \u2013 b: c\n      d: e\n",
    ],
)
def test_a_bullet_in_the_place_of_a_list_is_blamed_for_what_is_wrong_in_the_line_below(text):
    _, (fault,) = parse_bytes(text.encode(), "f")
    assert (fault.line, "no list is written so" in fault.what) == (text.count("\n") - 1, True)
