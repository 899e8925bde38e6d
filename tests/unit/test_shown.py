"""What is fit to be shown: nothing that steers a terminal, nothing that hides."""

from __future__ import annotations

import json
import textwrap
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor._text import in_lines, is_hidden, on_one_line, shown_name, steers
from advisor.files.positioned_yaml import parse_bytes
from tests.support.amount import examples

HIDDEN = [
    *("\u200b", "\u200e", "\u200f", "\u2060", "\u2064", "\ufeff", "\u00ad", "\u061c", "\u180e", "\u206f"),
    *("\U000e0001", "\U000e0041", "\U000e007f", "\ufff9", "\ufffb", "\u3164", "\uffa0", "\u115f", "\u1160"),
    *("\ufe0f", "\U000e0101", "\u034f", "\U0001d173", "\u2065"),
]


@pytest.mark.parametrize("character", HIDDEN, ids=map(ascii, HIDDEN))
def test_what_is_invisible_is_left_out_when_shown_and_taken_when_read(character):
    assert shown_name(f"pay{character}pal") == "paypal"
    tree, faults = parse_bytes(f"a: pay{character}pal\n".encode(), "file")
    assert faults == []
    assert tree is not None
    assert tree.at(("a",)).value == f"pay{character}pal"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a?b"),
        ("a\x1b[2Jb", "a?[2Jb"),
        ("a\ud800b", "a?b"),
        ("a\u200db", "ab"),  # between letters that join nothing a joiner only hides
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("\u200d\u0915\u200c", "\u0915"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\U0001f680"),
        ("caf\u00e9 \u00a0\u4e2d\u6587 \u2026", "caf\u00e9 \u00a0\u4e2d\u6587 \u2026"),
        ("\u0601\u0661", "\u0601\u0661"),  # a mark that is of the same class as what is hidden, and shows
    ],
    ids=ascii,
)
def test_what_a_script_needs_stays_and_what_steers_becomes_a_question_mark(text, shown):
    assert shown_name(text) == shown


@settings(max_examples=examples(500))
@given(st.text(st.characters()))
def test_what_is_shown_has_nothing_that_steers_or_hides_and_stays_as_it_is_when_shown_again(text):
    shown = on_one_line(text)
    assert not any(steers(character) for character in shown)
    assert all(character in "\u200c\u200d" for character in shown if is_hidden(character))
    assert on_one_line(shown) == shown


def test_of_all_of_unicode_no_letter_digit_or_sign_is_hidden_but_the_known_fillers():
    hidden = {chr(code) for code in range(0x110000) if is_hidden(chr(code))}
    seen = {each for each in hidden if unicodedata.category(each)[0] in "LNPS"}
    assert seen == set("\u115f\u1160\u3164\uffa0")


def test_half_a_character_in_a_case_is_an_escape_in_the_json(advisor: Advisor):
    advice = advisor.advise(Case(answers={"contact": "none"}, notes={"contact": "x"}))
    advice.case["notes"]["contact"] = "a\ud800b"  # a caller can; a file cannot
    assert json.loads(advice.as_json())["case"]["notes"]["contact"] == "a\ud800b"


@given(
    text=st.text(st.sampled_from("ab \u6f22\u5b57\uff21\u3042-\u00e9"), max_size=60),
    columns=st.integers(10, 30),
    indent=st.sampled_from(["", "  - "]),
)
def test_lines_fit_however_wide_their_letters_are_and_lose_none(text, columns, indent):
    lines = in_lines(text, columns, indent, " " * len(indent))
    assert all(
        len(line) + sum(unicodedata.east_asian_width(each) in "WF" for each in line) <= columns
        for line in lines
    )
    assert "".join("".join(line[len(indent) :].split()) for line in lines) == "".join(text.split())
    if text.isascii():
        assert lines == textwrap.wrap(
            text, columns, initial_indent=indent, subsequent_indent=" " * len(indent)
        )


@pytest.mark.parametrize("heap", [31, 100_000])
def test_of_a_heap_of_accents_upon_one_letter_thirty_are_shown(heap):
    """A browser draws a heap of them for minutes; no script puts as many upon one letter."""
    shown = "e" + "\u0301" * 30 + "f"
    assert shown_name("e" + "\u0301" * heap + "f") == shown
    assert shown_name(shown) == shown
