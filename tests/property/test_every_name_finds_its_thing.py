"""Laws of how things are named when the advice is asked back: a number, a title, an id mean the same."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.naming import named, plain, plain_names
from advisor.errors import CaseError, UnknownIdError
from tests.support.amount import examples
from tests.support.strategies import cases

SHIPPED = Advisor()
KNOWLEDGE = SHIPPED.knowledge
ENTRIES = [id_ for kind in KNOWLEDGE.kinds.names if kind != "rule" for id_ in KNOWLEDGE.ids_of(kind)]
TOLD = [id_ for id_ in ENTRIES if KNOWLEDGE.kind(id_) != "question"]


def found_or_told(text):
    try:
        return named(text, KNOWLEDGE)
    except UnknownIdError as error:
        return str(error)


def in_any_case(text, draw):
    return "".join(letter.upper() if draw(st.booleans()) else letter.lower() for letter in text)


@settings(max_examples=examples(25))
@given(case=cases(KNOWLEDGE), data=st.data())
def test_number_title_short_text_and_id_of_each_step_name_the_same_thing(case, data):
    advice = SHIPPED.advise(case)
    for number, step in enumerate(advice.plan, 1):
        title = KNOWLEDGE.entry(step.id).title
        as_shown = (
            f"{number}",
            f" {number}. ",
            f"Step {number}",
            f"{number}. {title} [{step.id}]: {step.short}",
        )
        for said in (*as_shown, step.id, in_any_case(title, data.draw), f"{title}: {step.short}", step.short):
            assert named(said, KNOWLEDGE, advice) == step.id


@settings(max_examples=examples(100))
@given(id_=st.sampled_from(ENTRIES), data=st.data())
def test_each_entry_is_found_by_its_id_and_by_its_title_in_any_case(id_, data):
    assert named(id_, KNOWLEDGE) == id_
    assert named(in_any_case(KNOWLEDGE.entry(id_).title, data.draw), KNOWLEDGE) == id_


def test_no_two_entries_share_a_title():
    titles = [plain(KNOWLEDGE.entry(id_).title) for id_ in ENTRIES]
    assert [title for title, times in Counter(titles).items() if times > 1] == []


@settings(max_examples=examples(100))
@given(id_=st.sampled_from(TOLD), data=st.data())
def test_a_beginning_that_only_one_title_has_is_enough(id_, data):
    title = KNOWLEDGE.entry(id_).title
    beginning = title[: data.draw(st.integers(1, len(title)))]
    others = {each for each in TOLD if KNOWLEDGE.entry(each).title.startswith(beginning)}
    found = found_or_told(beginning)
    assert found == id_ or len(others) > 1 or "may be several things" in found or found in KNOWLEDGE.questions


@settings(max_examples=examples(50))
@given(text=st.text(max_size=30))
def test_whatever_is_typed_means_something_or_is_answered_in_one_line(text):
    found = found_or_told(text)
    assert KNOWLEDGE.has(found, KNOWLEDGE.kinds.names) or (len(found.splitlines()) == 1 and "; " in found)


def test_a_factor_has_its_plain_name_from_the_interview():
    assert len(plain_names(KNOWLEDGE)) == 4
    for name, id_ in plain_names(KNOWLEDGE):
        assert named(name.upper(), KNOWLEDGE) == id_


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("9", "there is no step 9; the steps of the advice are 1 to 8"),
        ("0", "there is no step 0; the steps of the advice are 1 to 8"),
        ("shared", "'shared' may be several things; say which: 'Shared training', "),
        ("Differnt pictures", "there is no 'Differnt pictures' in this knowledge base; "
         "did you mean 'Different pictures'?"),
        ("convene", "there is no 'convene' in this knowledge base; did you mean 'Convening'?"),
        ("vision work", "there is no 'vision work' in this knowledge base; "),
        ("", "'' names nothing; give a number, a title or an id"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_what_is_near(typed, told):
    advice = SHIPPED.advise(SHIPPED.read_case("scenario:health-visitors"))
    with pytest.raises(UnknownIdError) as raised:
        named(typed, KNOWLEDGE, advice)
    assert str(raised.value).startswith(told)


def test_what_is_of_the_kinds_that_are_meant_comes_first():
    assert named("place", KNOWLEDGE, kinds=("factor",)) == "geographical-synchronicity"
    assert named("visioning", KNOWLEDGE, kinds=("factor",)) == "visioning"


@pytest.mark.parametrize("signed", ["-1", " -1", "--1", "step -1", "#-1", "'-1'", "\u22121", "+1"])
def test_a_number_with_a_sign_names_neither_a_step_nor_a_scenario(signed):
    case = SHIPPED.read_case("scenario:health-visitors")
    with pytest.raises(UnknownIdError, match="there is no"):
        SHIPPED.why(case, signed)
    with pytest.raises(CaseError, match="there is no such scenario"):
        SHIPPED.scenario(signed)


@pytest.mark.parametrize("said", ["5", "05", "# 5", "case 5", "No. 5", "number_5", "Case-5."])
def test_a_number_behind_a_word_for_it_names_a_scenario(said):
    assert SHIPPED.scenario(said).number == 5
