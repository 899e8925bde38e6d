"""The firings of an advice are made when they are first looked at; nobody can tell but by the time taken."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import threading

import pytest

from advisor import Advisor, Case
from advisor.advice.model import Advice


@pytest.fixture
def advice(advisor):
    return advisor.advise(advisor.read_case("scenario:repeated-story"))


def whole(advice):
    """Return the same advice with its firings given from the start."""
    given = {field.name: getattr(advice, field.name) for field in dataclasses.fields(Advice)}
    return Advice(**given)


def test_an_advice_not_yet_looked_at_is_compared_shown_and_written_with_its_firings(advisor, advice):
    case = advisor.read_case("scenario:repeated-story")
    expected = whole(advisor.advise(case))
    assert advisor.advise(case).as_json() == expected.as_json()
    assert advisor.advise(case) == expected
    assert repr(advice) == repr(expected)


def test_the_firings_are_those_of_their_case_whatever_is_advised_next(advisor):
    case = advisor.read_case("scenario:repeated-story")
    before = Advisor(advisor.knowledge).advise(case)
    advisor_again = Advisor(advisor.knowledge)
    advice = advisor_again.advise(case)
    advisor_again.advise(Case(answers={"contact": "none"}))
    assert advice.firings == before.firings


def test_the_firings_are_made_once(advice):
    assert advice.firings is advice.firings


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda a: pickle.loads(pickle.dumps(a))])
def test_an_advice_not_yet_looked_at_can_be_copied(advice, copied):
    assert copied(advice) == advice


def test_an_advice_stays_as_it_was_given(advice):
    with pytest.raises(dataclasses.FrozenInstanceError):
        advice.firings = ()
    with pytest.raises(AttributeError, match="'Advice' object has no attribute 'nothing'"):
        advice.nothing  # noqa: B018


def test_threads_that_ask_at_once_get_the_same_firings(advisor, advice):
    expected = advisor.advise(advisor.read_case("scenario:repeated-story")).firings
    given = []
    threads = [threading.Thread(target=lambda: given.append(advice.firings)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert given == [expected] * 8


def test_what_is_kept_of_the_rules_does_not_stop_a_knowledge_base_from_being_copied(advisor):
    case = advisor.read_case("scenario:repeated-story")
    expected = advisor.advise(case)
    again = Advisor(pickle.loads(pickle.dumps(advisor.knowledge)))
    assert again.advise(case) == expected
