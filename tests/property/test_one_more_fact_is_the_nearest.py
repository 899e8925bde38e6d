"""The one fact that an exercise names brings what the rules would say nearest to the full advice."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.exercise import Exercise, compared
from advisor.exercise.nearness import distance
from advisor.scenarios.loader import read_scenario
from tests.support.amount import examples

ADVISOR = Advisor(engine="columnar")
SCENARIOS = ("worn-out-and-alone", "in-the-dip", "two-left-of-seven")
QUESTIONS = [*ADVISOR.knowledge.questions]


@cache
def scenario(name):
    return read_scenario(name, ADVISOR.knowledge)


@settings(max_examples=examples(4))
@given(st.sampled_from(SCENARIOS), st.sets(st.sampled_from(QUESTIONS), max_size=20))
def test_no_single_fact_is_nearer_and_it_is_never_further_than_without(name, asked):
    exercise = Exercise(scenario(name), ADVISOR, asked=sorted(asked))
    full = ADVISOR.advise(exercise.scenario.case)

    def far(*more):
        return distance(ADVISOR.advise(exercise.with_facts([*exercise.asked, *more])), full)

    unasked = [id_ for id_ in QUESTIONS if id_ not in asked and exercise.is_known(id_)]
    nearest = min((far(id_) for id_ in unasked), default=far())
    told = compared(exercise).one_more
    if told is None:
        assert nearest >= far()
    else:
        assert told.question in unasked
        assert far(told.question) == nearest < far()


def test_the_full_advice_is_no_way_from_itself_and_nothing_is_left_to_ask_then():
    exercise = Exercise(scenario("in-the-dip"), ADVISOR, asked=QUESTIONS)
    full = ADVISOR.advise(exercise.scenario.case)
    assert distance(full, full) == (0, 0)
    found = compared(exercise)
    assert (found.one_more, found.is_enough) == (None, True)
