"""A case built in code that is plainly sound is taken without a tree; it comes out as with one."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.cases.check import checked_case, tree_of
from advisor.cases.sound import sound_case
from tests.support.amount import examples
from tests.support.strategies import cases

KNOWLEDGE = Advisor().knowledge
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 1, 1.0, "", " none ", "nothing", [], ["yes"], {}, {"x": "yes"}, {"x": []}]
)


def closely(data):
    """Return the case that the tree of the data holds, or None if it has faults."""
    return checked_case(tree_of(data), "case", KNOWLEDGE)[0]


@settings(max_examples=examples(100))
@given(case=cases(KNOWLEDGE))
def test_a_sound_case_is_the_same_with_and_without_a_tree(case):
    sound = sound_case(case.as_dict(), KNOWLEDGE)
    assert sound is not None
    assert sound == closely(case.as_dict())


@settings(max_examples=examples(300))
@given(data=st.data(), case=cases(KNOWLEDGE))
def test_what_is_taken_for_sound_has_no_faults(data, case):
    plain = case.as_dict()
    answers = dict(plain["answers"])
    question = data.draw(st.sampled_from([*KNOWLEDGE.questions, "no-question"]))
    answers[question] = data.draw(ODD)
    key = data.draw(st.sampled_from([*plain, "answers", "date", "no-key"]))
    odd = {**plain, "answers": answers, key: answers if key == "answers" else data.draw(ODD)}
    odd["actions"] = data.draw(
        st.sampled_from([odd.get("actions", []), [{"id": "convening", "outcome": "good"}]])
    )
    sound = sound_case(odd, KNOWLEDGE)
    assert sound is None or sound == closely(odd)


def test_an_empty_case_is_sound():
    assert sound_case(Case().as_dict(), KNOWLEDGE) == Case()
