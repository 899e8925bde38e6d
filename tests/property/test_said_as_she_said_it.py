"""What a sign quotes is in the case, one answer counts once, and what is only possible is no fact."""

from __future__ import annotations

from hypothesis import given, settings

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.knowledge.conditions import leaves
from advisor.knowledge.phrases import own_words
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge


def looks_at_answers(sign):
    return all(leaf.kind != "stage" for leaf in leaves(KNOWLEDGE.entry(sign).when))


@settings(max_examples=examples(60))
@given(case=cases(KNOWLEDGE))
def test_whatever_is_quoted_was_answered(case):
    answered = {own_words(*fact, KNOWLEDGE) for fact in initial_facts(case, KNOWLEDGE)}
    advice = ADVISOR.advise(case)
    for sign, words in advice.said.items():
        assert set(words) <= answered, sign
        assert words or not looks_at_answers(sign), f"{sign} quotes nothing"


@settings(max_examples=examples(60))
@given(case=cases(KNOWLEDGE))
def test_no_pattern_has_more_signs_for_it_than_answers_behind_them(case):
    advice = ADVISOR.advise(case)
    for pattern in advice.patterns:
        for signs in (pattern.for_, pattern.against):
            counted = [sign for sign in signs if looks_at_answers(sign)]
            answers = {words for sign in counted for words in advice.said[sign]}
            assert len(counted) <= len(answers), (pattern.id, counted)


@settings(max_examples=examples(60))
@given(case=cases(KNOWLEDGE))
def test_a_pattern_that_is_only_possible_asks_and_never_tells(case):
    for pattern in ADVISOR.advise(case).patterns:
        assert (pattern.fit == "possible") == pattern.text.endswith("?")
