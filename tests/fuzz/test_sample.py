"""A small sample of the bad inputs, the same each time; `make fuzz` tries many more, and times them."""

from __future__ import annotations

import pytest

from tests.fuzz.kinds import KINDS
from tests.fuzz.room import Room
from tests.fuzz.runs import run

SAMPLE = {
    "cases": 300,
    "knowledge": 100,
    "scenarios": 60,
    "tables": 300,
    "keys": 5,
    "words": 60,
    "results": 300,
}
SEED = 12


@pytest.fixture(scope="module")
def room(advisor, tmp_path_factory):
    return Room(tmp_path_factory.mktemp("fuzz"), experta=advisor)


@pytest.mark.parametrize("kind", KINDS)
def test_no_input_breaks_a_promise(kind, room):
    assert run(kind, range(SAMPLE[kind]), SEED, room, timed=False).found == []


@pytest.mark.parametrize("kind", ["cases", "knowledge", "scenarios", "tables", "results"])
def test_some_inputs_are_good_so_that_what_comes_behind_reading_is_tried_too(kind, room):
    watch = run(kind, range(60), SEED, room, timed=False)
    assert 0 < watch.good < watch.tried
