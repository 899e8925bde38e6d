"""What is suggested in place of a word that is not known is near to it."""

from __future__ import annotations

import pytest

from advisor._suggest import nearest

KINDS = ["rules", "questions", "findings", "factors", "tools", "sources", "barriers"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("questons", "questions"), ("Qestions", "questions"), ("uestions", "questions"), ("facters", "factors")],
)
def test_a_slip_is_seen_for_what_was_meant(word, meant):
    assert nearest(word, KINDS) == meant


@pytest.mark.parametrize("word", ["regulations", "actions", "goals", "conditions", "people"])
def test_another_word_that_shares_some_letters_is_no_slip(word):
    assert nearest(word, KINDS) is None
