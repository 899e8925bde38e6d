"""An advice is worked out when it is looked at; nothing but the time that it takes tells it from another."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields, replace
from threading import Barrier

import pytest

from advisor import in_language
from advisor.advice import Advice
from advisor.advice.on_demand import OnDemand
from tests.support.other_language import CODE, made_up


@dataclass(frozen=True, slots=True)
class Pair(OnDemand):
    """A result of two parts."""

    one: int
    other: int
    none: None = None


class Counting:
    """Parts that say how often each was worked out; a part of that name fails once."""

    def __init__(self, failing=""):
        self.asked = []
        self.failing = failing

    def part(self, name):
        self.asked.append(name)
        if name == self.failing:
            self.failing = ""
            raise KeyboardInterrupt
        return {"one": 1, "other": 2, "none": None}[name]


@pytest.fixture
def advise(advisor):
    case = advisor.read_case("scenario:repeated-story")
    return lambda: advisor.advise(case)


@pytest.fixture
def whole(advise):
    advice = advise()
    return Advice(**{each.name: getattr(advice, each.name) for each in fields(Advice)})


def test_who_looks_at_one_part_waits_for_no_other():
    parts = Counting()
    pair = Pair.made_of(parts)
    assert parts.asked == []
    assert pair.other == pair.other == 2
    assert parts.asked == ["other"]


def test_where_the_factors_stand_is_known_without_the_plan(advise, monkeypatch):
    expected = advise().factors
    monkeypatch.setattr("advisor.advice.build.plan", None)
    advice = advise()
    assert advice.factors == expected
    with pytest.raises(TypeError):
        _ = advice.plan


def test_what_could_not_be_worked_out_is_tried_again():
    pair = Pair.made_of(Counting(failing="one"))
    with pytest.raises(KeyboardInterrupt):
        _ = pair.one
    assert pair.one == 1


def test_what_is_no_part_is_no_attribute(advise):
    with pytest.raises(AttributeError, match="'Advice' object has no attribute 'plans'"):
        _ = advise().plans
    assert not hasattr(advise(), "_repr_latex_")


@pytest.mark.parametrize(
    "made",
    [
        copy.copy,
        copy.deepcopy,
        lambda advice: pickle.loads(pickle.dumps(advice)),
        lambda advice: replace(advice, engine="experta"),
        lambda advice: Advice.from_json(advice.as_json()),
    ],
    ids=["copied", "copied deeply", "pickled", "replaced", "read back"],
)
def test_an_advice_that_nobody_looked_at_is_as_whole_as_any(advise, whole, made):
    assert made(advise()) == whole
    assert repr(made(advise())) == repr(whole)


def test_an_advice_that_nobody_looked_at_is_plain_data_like_any(advise, whole):
    assert asdict(advise()) == asdict(whole)
    assert advise().as_dict() == whole.as_dict()
    assert advise().brief() == whole.brief()


def test_nobody_changes_an_advice(advise):
    with pytest.raises(AttributeError):
        advise().plan = ()


def test_what_becomes_of_the_case_afterwards_changes_no_advice(advisor, whole):
    consulted = advisor.consult(advisor.read_case("scenario:repeated-story"))
    consulted.case.answers["contact"] = "none"
    consulted.case.partners[0].name = "Other"
    assert consulted.advice.as_dict() == whole.as_dict()


def test_threads_that_look_at_once_see_the_same(advise):
    advice, start = advise(), Barrier(8)

    def look(_):
        start.wait()
        return [getattr(advice, each.name) for each in fields(Advice)]

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(look, range(8)))
    assert all(one is other for each in seen for one, other in zip(each, seen[0], strict=True))


def test_who_looks_while_another_still_works_it_out_waits_for_nobody():
    """Nor could who was forked meanwhile, or is a signal, which the other would never let go on."""
    pairs: list[Pair] = []

    class Looking(Counting):
        def part(self, name):
            if len(self.asked) < 3:
                self.asked.append(name)
                assert pairs[0].one == 1
                assert pairs[0].other == 2
            return super().part(name)

    looking = Looking()
    pairs.append(Pair.made_of(looking))
    assert (pairs[0].one, pairs[0].other, pairs[0].none) == (1, 2, None)
    assert {"one", "other"} == set(looking.asked[:-1])


def test_an_advice_that_was_looked_at_holds_nothing_but_its_parts():
    parts = Counting()
    held = weakref.ref(parts)
    pair = Pair.made_of(parts)
    del parts
    assert (pair.one, pair.other) == (1, 2)
    assert held() is not None
    assert pair.none is None
    gc.collect()
    assert held() is None
    assert pair == Pair(1, 2)


def test_an_advice_is_in_the_language_in_which_it_was_asked_for(advise, whole, tmp_path):
    english = advise()
    with in_language(CODE, made_up(tmp_path)):
        other, read_within = advise(), advise().as_dict()
        assert english.as_dict() == whole.as_dict()
    assert other.as_dict() == read_within != whole.as_dict()
