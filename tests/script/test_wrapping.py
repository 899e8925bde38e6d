"""Lines in the pictures of the script end where Python's end."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from tests.support.amount import examples
from tests.support.script import Script

SHIM = """
shim.wrapped = (text, width, most, placeholder) =>
  modules["pages/wrapping"].wrapped(text, width, most ?? Infinity, placeholder);
"""
SCRIPT = Script(Advisor(engine="columnar").knowledge, ["pages/wrapping"], SHIM)
HYPHENS = ["hand-over", "two--three", "--", "-", "x-", "-b", "co-op-", "a-" * 30, "don't--stop", "ab-cd-ef"]
ODD = ["é\u0301", "1-2", "²-x", "\u3000", "\t", "\n", "\x85", "\xa0", "\ufeff", "😀" * 5, "中文"]
WORDS = st.sampled_from(["a", "e.g.", "x" * 60, *HYPHENS, *ODD])
TEXTS = st.lists(WORDS | st.text(max_size=8), max_size=30).map(lambda words: " ".join(words))


@settings(max_examples=examples(600))
@given(text=TEXTS | st.text(), width=st.integers(8, 50), most=st.none() | st.integers(1, 4))
def test_a_text_is_broken_into_the_same_lines(text, width, most):
    wanted = textwrap.wrap(text, width, max_lines=most, placeholder=" ...")
    assert SCRIPT.call("wrapped", text, width, most, " ...") == wanted
