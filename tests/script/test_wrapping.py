"""Lines in the script end where Python's end: in the pictures, and in what is measured as at a terminal."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor._text import in_lines
from tests.support.amount import examples
from tests.support.script import Script

SHIM = """
shim.wrapped = (text, width, most, placeholder) =>
  modules["wrapping"].wrapped(text, width, { most: most ?? Infinity, placeholder });
shim.lines = (...given) => modules["in_lines"].inLines(...given);
shim.wide = (letters) => Array.from(letters).filter(modules["wide"].takesTwo);
"""
SCRIPT = Script(Advisor(engine="columnar").knowledge, ["wrapping", "in_lines", "wide"], SHIM)
HYPHENS = ["hand-over", "two--three", "--", "-", "x-", "-b", "co-op-", "a-" * 30, "don't--stop", "ab-cd-ef"]
ODD = ["é\u0301", "1-2", "²-x", "\u3000", "\t", "\n", "\x85", "\xa0", "\ufeff", "😀" * 5, "中文"]
WORDS = st.sampled_from(["a", "e.g.", "x" * 60, *HYPHENS, *ODD])
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=30).map(lambda words: " ".join(words))
LONG = ["", "a", "中" * 30, "x" * 70, "one two\u00a0three " * 9, "\U0001f600 \u3000 中 b" * 8]
BECAME_WIDE = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d376]")  # in Unicode 16


@settings(max_examples=examples(600))
@given(text=TEXTS | st.text(), width=st.integers(8, 50), most=st.none() | st.integers(1, 4))
def test_a_text_is_broken_into_the_same_lines(text, width, most):
    wanted = textwrap.wrap(text, width, max_lines=most, placeholder=" ...")
    assert SCRIPT.call("wrapped", text, width, most, " ...") == wanted


@settings(max_examples=examples(100))
@given(text=st.lists(WORDS, max_size=20).map(" ".join) | st.sampled_from(LONG), columns=st.integers(4, 40))
def test_so_it_is_between_words_alone_also_where_letters_take_two_columns(text, columns):
    wanted = in_lines(text, columns, "* ", "  ", at_hyphens=False)
    assert SCRIPT.call("lines", text, columns, "* ", "  ") == wanted


def test_the_same_letters_take_two_columns():
    letters = [each for each in map(chr, range(0xD800)) if unicodedata.category(each) != "Cn"]
    letters += [each for each in map(chr, range(0xE000, 0x3FFFE)) if unicodedata.category(each) != "Cn"]
    letters = [each for each in letters if not BECAME_WIDE.match(each)]
    wide = [each for each in letters if unicodedata.east_asian_width(each) in "WF"]
    assert "".join(SCRIPT.call("wide", "".join(letters))) == "".join(wide)
