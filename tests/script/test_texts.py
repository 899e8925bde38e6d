"""Texts are to the script what they are to Python: what is hidden, steers, is alike or near."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor._suggest import SAME, did_you_mean, names_one, nearest
from advisor._text import holds_control, on_one_line, shown, shown_name
from advisor.cases.naming import letters_of, name_key
from advisor.cases.sectors import SECTORS, sector_named
from advisor.knowledge.dates import date_in
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.texts import ODD

KNOWLEDGE = Advisor(engine="columnar").knowledge
WANTED = ["text", "cases/sectors", "suggest", "knowledge/dates"]
SHIM = """
const { sparing, nearest, didYouMean, namesOne } = modules["suggest"];
shim.name_key = (texts) => texts.map(modules["cases/sectors"].nameKey);
shim.letters_of = (texts) => texts.map(modules["cases/sectors"].lettersOf);
shim.casefold = (texts) => texts.map(modules["text"].casefolded);
shim.holds_control = (texts) => texts.map(modules["text"].holdsControl);
shim.shown_name = (texts) => texts.map(modules["text"].shownName);
shim.on_one_line = (texts) => texts.map(modules["text"].onOneLine);
shim.shown = (texts) => texts.map(modules["text"].shown);
shim.sector_named = (texts) => texts.map((text) => modules["cases/sectors"].sectorNamed(text, knowledge));
shim.date_in = (texts) => texts.map(modules["knowledge/dates"].dateIn);
shim.stripped = modules["text"].stripped;
shim.withoutStops = modules["text"].withoutStops;
shim.near = (texts, known) => texts.map((text) => {
  const remedy = didYouMean(text, known, sparing(knowledge));
  return [nearest(text, known, sparing(knowledge)), remedy, namesOne(remedy)];
});
"""
SCRIPT = Script(KNOWLEDGE, WANTED, SHIM)
MANY = 1_000_000  # of one letter: a pattern that tries each run of them would not end
BY_PYTHON = {
    "name_key": name_key,
    "letters_of": letters_of,
    "casefold": str.casefold,
    "holds_control": holds_control,
    "shown_name": shown_name,
    "on_one_line": on_one_line,
    "shown": shown,
}
PLANES = (range(0x3400), range(0xA000, 0xAC00), range(0xE000, 0x1FFFF), range(0xE0000, 0xE1000))
LATER = "\u0890\u0891\u08e2\u061c\u2066\u2069\u1e9e\ua7ae\U000110bd\U000110cd\U0001f600\U0001f9d1"
# The engine's Unicode may be another than Python's; and Cherokee has its small letters the other way round.
CHARACTERS = [
    *LATER,
    *(
        each
        for each in map(chr, [point for plane in PLANES for point in plane])
        if unicodedata.ucd_3_2_0.category(each) != "Cn" and "CHEROKEE" not in unicodedata.name(each, "")
    ),
]
TAILS = (
    "",
    " team",
    "\tServices",
    "\xa0STAFF  ",
    "\ufeffteam",
    " \u017fervices",
    " serv\u0131ce team",
    "\x1fteam",
)
CHANGES = (
    str.upper,
    str.title,
    lambda word: word.replace(" ", "-"),
    lambda word: word.replace("i", "\u0131"),
)
OPTIONS = ["none", "when-needed", "in-writing", "now-and-then", "regular", "dont-know", "not-applicable"]
KNOWN = {
    "answers": ["yes", "no", "dont-know", "not-applicable"],
    "options": OPTIONS,
    "questions": list(KNOWLEDGE.questions),
    "entries": list(KNOWLEDGE.ids(KNOWLEDGE.kinds.advisable)),
    "nothing": [],
}


@pytest.mark.parametrize("name", BY_PYTHON)
def test_each_character_of_unicode_is_what_it_is_to_python(name):
    found = SCRIPT.call(name, CHARACTERS)
    by_python = BY_PYTHON[name]
    assert [each for each, said in zip(CHARACTERS, found, strict=True) if said != by_python(each)] == []


@pytest.mark.parametrize("heap", [29, 30, 31, 400])
def test_of_a_heap_of_accents_both_show_as_much(heap):
    texts = ["e" + "\u0301" * heap + "f" + "\u0301", "\u0301" * heap, "\u0301\u200b" * heap]
    assert SCRIPT.call("shown_name", texts) == [shown_name(text) for text in texts]


@settings(max_examples=examples(150))
@given(st.lists(ODD, min_size=5, max_size=20))
def test_texts_are_shown_and_compared_alike(texts):
    texts = [text for text in texts if not any("\ud800" <= each <= "\udfff" for each in text)]
    for name in ("shown_name", "on_one_line", "shown", "holds_control"):
        assert SCRIPT.call(name, texts) == [BY_PYTHON[name](text) for text in texts]


def test_the_words_for_sectors_mean_the_same_however_they_are_written():
    words = [word for each in SECTORS for word in (each.id, each.title, *each.words)]
    said = [change(word) + tail for word in words for change in (str, *CHANGES) for tail in TAILS]
    said += ["", "&", "a & e", "health" * 33, "health" * 34]
    found = [sector_named(word) for word in said]
    assert SCRIPT.call("sector_named", said) == [each and each.id for each in found]
    assert 0 < found.count(None) < len(found)


@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN)
@settings(max_examples=examples(40))
@given(data=st.data())
def test_what_is_near_is_the_same(known, data):
    slips = st.one_of(
        ODD, st.sampled_from([each for written, _ in SAME for each in written]), misspelt(known)
    )
    words = [word for word in data.draw(st.lists(slips, min_size=5, max_size=20)) if word.isprintable()]
    for word, (near, remedy, is_one) in zip(words, SCRIPT.call("near", words, known), strict=True):
        assert (near, is_one) == (nearest(word, known), names_one(did_you_mean(word, known)))
        if len(known) <= 100 or is_one:
            assert remedy == did_you_mean(word, known)


def misspelt(known):
    """Draw a known word with slips of the pen."""
    return st.builds(
        lambda word, at, letters: word[:at] + letters + word[at + 1 :],
        st.sampled_from(known or ["x"]),
        st.integers(0, 12),
        st.text("abcdensty- ", max_size=3),
    )


@settings(max_examples=examples(100))
@given(st.lists(st.one_of(ODD, st.dates().map(str), st.from_regex(r"\A\d{4}-\d\d-\d\d\Z")), max_size=30))
def test_a_day_is_a_day_to_both(texts):
    found = [date_in(text) for text in texts]
    assert SCRIPT.call("date_in", texts) == [day and day.isoformat() for day in found]


@pytest.mark.parametrize("letter", [" ", "\u00a0", "\n", "."])
def test_a_long_run_inside_a_text_is_passed_over(letter):
    text = f" a{letter * MANY}b. "
    assert SCRIPT.call("stripped", text) == text.strip()
    assert SCRIPT.call("withoutStops", f"{text.strip()}..") == text.strip().rstrip(".")
