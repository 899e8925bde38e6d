"""One answer counts once for one thing: a reason gives way to a stronger one that says it and more."""

from __future__ import annotations

from hypothesis import given, settings

from advisor import Advisor, Case
from advisor.inference.outdone import outdone
from tests.support.amount import examples
from tests.support.strategies import cases

KNOWLEDGE = Advisor().knowledge
GAP = {"in-place-relational": {"being-introduced": "no"}}


def introduced(advisor, answers):
    (item,) = [
        each for each in advisor.advise(Case(answers=answers)).preconditions if each.id == "being-introduced"
    ]
    return item.firings


def test_a_gap_gives_way_to_the_gap_beside_what_it_costs(advisor):
    assert introduced(advisor, GAP) == ("missing-being-introduced",)
    assert introduced(advisor, {**GAP, "link-person": "nobody"}) == ("missing-here-being-introduced",)


def test_two_reasons_from_two_answers_both_count(advisor):
    told = introduced(advisor, {**GAP, "contact": "none"})
    assert told == ("no-contact-so-being-introduced", "missing-being-introduced")


def test_only_what_asks_for_all_of_it_and_more_outdoes_a_reason():
    assert outdone("missing-being-introduced", ["missing-here-being-introduced"], KNOWLEDGE)
    assert not outdone("missing-here-being-introduced", ["missing-being-introduced"], KNOWLEDGE)
    assert not outdone("missing-being-introduced", ["missing-here-choosing-to-work-together"], KNOWLEDGE)


@settings(max_examples=examples(50))
@given(case=cases(KNOWLEDGE))
def test_no_reason_is_told_beside_a_stronger_one_that_says_it_too(case, advisor):
    for item in advisor.advise(case).recommendations():
        for place, id_ in enumerate(item.firings):
            stronger = [
                other
                for other in item.firings[:place]
                if KNOWLEDGE.entry(other).then.effect.value != KNOWLEDGE.entry(id_).then.effect.value
            ]
            assert not outdone(id_, stronger, KNOWLEDGE)
