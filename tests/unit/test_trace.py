"""The trace of an advice: indexed once, followed down to answers, and JSON both ways."""

from __future__ import annotations

import copy
import dataclasses
import gc
import json
import pickle
import threading
import weakref

import pytest
from pydantic import TypeAdapter

from advisor import Advisor, Case, UnknownIdError
from advisor.advice.model import Advice
from advisor.explanation import why
from advisor.inference.firing import Firing
from advisor.inference.trace import Trace
from advisor.knowledge.facts import GIVEN_KINDS, Fact


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
    assert list(map(repr, advice.firings)) == list(map(repr, expected.firings))


def test_a_trace_that_ends_in_a_log_says_how_long_it_is_and_nothing_of_the_case(advice):
    assert repr(advice.firings) == f"<Trace: {len(advice.firings)} firings>"


def test_the_firings_are_those_of_their_case_whatever_is_advised_next(advisor):
    case = advisor.read_case("scenario:repeated-story")
    before = Advisor(advisor.knowledge).advise(case)
    advisor_again = Advisor(advisor.knowledge)
    advice = advisor_again.advise(case)
    advisor_again.advise(Case(answers={"contact": "none"}))
    assert advice.firings == before.firings


def test_every_firing_is_found_by_its_id_and_by_what_it_concludes(advice):
    trace = advice.firings
    for firing in trace:
        assert advice.firing(firing.id) is firing
        assert firing.id in trace.concluding[firing.concludes]
    with pytest.raises(UnknownIdError):
        advice.firing("nothing")


def test_every_reason_is_followed_down_to_answers(advice):
    trace = advice.firings

    def follow(firing, above=()):
        assert firing.id not in above
        for reference in firing.from_:
            assert reference.firings == trace.behind(Fact(reference.kind, reference.id, reference.value))
            assert bool(reference.firings) == (reference.kind not in GIVEN_KINDS)
            for id_ in reference.firings:
                follow(trace.by_id[id_], (*above, firing.id))

    for firing in trace:
        follow(firing)


@pytest.mark.parametrize("engine", ["experta", "columnar"])
def test_an_advice_is_the_same_again_when_it_is_read_from_its_json(advisor, engine):
    given = Advisor(advisor.knowledge, engine=engine)
    advice = given.advise(given.read_case("scenario:repeated-story"))
    again = TypeAdapter(Advice).validate_json(advice.as_json(), strict=True)
    assert again == advice
    assert TypeAdapter(Advice).validate_python(json.loads(advice.as_json())) == advice
    assert TypeAdapter(Advice).validate_python(advice) == advice
    assert again.as_json() == advice.as_json()
    assert why(again, "brokering", given.knowledge) == why(advice, "brokering", given.knowledge)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda a: pickle.loads(pickle.dumps(a))])
def test_an_advice_not_yet_looked_at_can_be_copied(advice, copied):
    assert copied(advice) == advice


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda a: pickle.loads(pickle.dumps(a))])
def test_a_firing_that_is_copied_alone_still_knows_what_is_behind_its_facts(advice, copied):
    for firing in advice.firings:
        assert copied(firing) == firing
        assert copied(firing).from_ == firing.from_


def test_a_second_trace_of_the_same_firings_leaves_the_first_as_it_is(advice):
    before = [firing.from_ for firing in advice.firings]
    few = Trace(advice.firings[:3])
    assert [firing.from_ for firing in advice.firings] == before
    assert [firing.trace for firing in few] == [few] * 3


def test_two_traces_made_of_the_same_firings_do_not_share_them_once_they_are_looked_at(advice):
    firings = [Firing(each.id, each.justification, each.support) for each in advice.firings]
    one, other = Trace(firings), Trace(firings)
    assert [*one] == [*other] == firings
    assert [firing.trace for firing in one] == [one] * len(one)
    assert [firing.trace for firing in other] == [other] * len(other)


def test_an_advice_into_whose_firings_nobody_looked_is_gone_at_once(advisor):
    gc.disable()
    try:
        given = advisor.advise(advisor.read_case("scenario:repeated-story"))
        firings = weakref.ref(given.firings)
        del given
        assert firings() is None
    finally:
        gc.enable()


def test_an_advice_stays_as_it_was_given(advice):
    with pytest.raises(dataclasses.FrozenInstanceError):
        advice.firings = ()
    with pytest.raises(AttributeError, match="'Advice' object has no attribute 'nothing'"):
        advice.nothing  # noqa: B018 (looking is the point)


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
