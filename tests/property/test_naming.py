"""Laws of names: when two files speak of the same partnership, and when they may do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings, strategies as st

from advisor.cases import likeness, name_key
from advisor.cases.naming import letters_of
from tests.support.amount import examples
from tests.support.texts import ODD

FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
ANY = st.one_of(st.text(), ODD)
WORDS = st.lists(st.text("abcdeEFG\u00e9\u00df", min_size=1, max_size=8), min_size=1, max_size=5)


@settings(max_examples=examples(2_000))
@given(ANY, FORMS)
@example("\u0345\u03b1", "NFC")
@example("\u1e9e", "NFKC")
@example("\u0130", "NFD")
def test_the_form_in_which_unicode_writes_a_name_makes_no_difference(name, form):
    assert name_key(unicodedata.normalize(form, name)) == name_key(name)


@settings(max_examples=examples(2_000))
@given(ANY)
def test_the_key_of_a_key_is_the_key(name):
    assert name_key(name_key(name)) == name_key(name)
    assert letters_of(letters_of(name)) == letters_of(name)


@settings(max_examples=examples(2_000))
@given(ANY)
def test_case_makes_no_difference(name):
    assert name_key(name.casefold()) == name_key(name)
    assert name_key(name.swapcase().casefold()) == name_key(name.swapcase())


@settings(max_examples=examples(500))
@given(WORDS, st.text(" \t\u00a0\u2009\u200b\n", min_size=1, max_size=3))
def test_spacing_makes_no_difference_wherever_it_is(words, gap):
    name = " ".join(words)
    assert likeness(name, gap + gap.join(words) + gap) == "same"
    assert likeness(name, "".join(words)) == "same"
    assert likeness(name.upper(), name.lower()) == "same"


@settings(max_examples=examples(2_000))
@given(ANY, ANY)
def test_it_is_the_same_from_either_side_and_same_is_equality_of_keys(name, other):
    assert likeness(name, other) == likeness(other, name)
    assert (likeness(name, other) == "same") == (name_key(name) == name_key(other) != "")


@settings(max_examples=examples(1_000))
@given(WORDS, st.data())
def test_a_slip_in_a_name_that_is_long_enough_is_near(words, data):
    name = " ".join([*words, "and the health visitors"])
    at = data.draw(st.integers(0, len(name) - 1))
    slip = data.draw(st.sampled_from(["", "x", name[at] + "x"]))
    assert likeness(name, name[:at] + slip + name[at + 1 :]) in ("same", "near")


@settings(max_examples=examples(1_000))
@given(WORDS, st.randoms())
def test_the_same_words_in_another_order_are_near(words, random):
    other = random.sample(words, len(words))
    assert likeness(" ".join(words), ", ".join(other)) in ("same", "near")


@settings(max_examples=examples(1_000))
@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_what_counts_as_slips_is_what_a_plain_count_of_them_says(name, other):
    """The names have a part in common, so that they are long enough for slips."""
    common = "children's centre, "
    if not name_key(name) or not name_key(other) or name == other:
        return
    slips = plain_distance(letters_of(name), letters_of(other))
    expected = "near" if slips <= 2 else "other"
    assert likeness(common + name, common + other) == expected


def plain_distance(one, other):
    """Return how many letters must be put in, left out or changed, by the textbook."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row[0] = row[0], number
        for place, each in enumerate(other, 1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != each))
    return row[-1]


@pytest.mark.parametrize(
    ("name", "other", "found"),
    [
        ("Centre and midwives", "CENTRE  AND MIDWIVES", "same"),
        ("Caf\u00e9 Club", "Cafe\u0301 club", "same"),
        ("Children's Centre", "Children\u2019s centre", "near"),
        ("Centre & midwives", "Midwives and centre", "near"),
        ("Health visitors", "Health vistors", "near"),
        ("Team 1", "Team 2", "other"),
        ("Centre, 2026 round", "Centre, 2027 round", "other"),
        ("A", "B", "other"),
        ("Health visitors", "Midwives", "other"),
        ("", "", "other"),
        (" ", "\u200b", "other"),
        ("?!", "?!", "same"),
        ("?!", "!?", "other"),
    ],
)
def test_names_that_people_give(name, other, found):
    assert likeness(name, other) == found
