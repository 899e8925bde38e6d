"""Each benchmark runs to its end on little, and prints a figure in every line."""

from __future__ import annotations

import re

import pytest

from benchmarks.__main__ import LARGE, MEASURES
from benchmarks.beside import HERE, measure

FIGURE = re.compile(r"\d")


@pytest.mark.parametrize("name", [*MEASURES, *LARGE])
def test_a_benchmark_runs_through(name):
    lines = {**MEASURES, **LARGE}[name](True).splitlines()
    assert lines
    assert all(FIGURE.search(line) for line in lines)


def test_a_checkout_is_measured_beside_another_from_outside_and_inside():
    wanted = {"advisor advise", "advise, experta", "why not", "what if", "settle", "interview, 25 answers"}
    lines = measure(HERE, 1, wanted).splitlines()
    assert {line[:32].rstrip() for line in lines} == wanted
    assert all(re.search(r" ms: +\d+\.\d\d \(", line) for line in lines)
