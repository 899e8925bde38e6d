"""Each benchmark runs to its end on little, and prints a figure in every line."""

from __future__ import annotations

import re

import pytest

from benchmarks.__main__ import GOALS, LARGE, MEASURES
from benchmarks.beside import HERE, measure
from benchmarks.goals import Measured

FIGURE = re.compile(r"\d")
INSIDE = {"a new Advisor", "advise, experta", "as_json", "interview"}
EXPLANATION = {"why", "why not", "what if", "sensitivity"}
RATIO = r" *\d+\.\d\d \(\d+\.\d\d to \d+\.\d\d\)"


@pytest.mark.parametrize("name", [*MEASURES, *LARGE])
def test_a_benchmark_runs_through(name):
    found = {**MEASURES, **LARGE}[name](True)
    assert (name in GOALS) == isinstance(found, Measured)
    said, goals = found if isinstance(found, Measured) else (found, None)
    assert goals is None or len(goals) > 0
    lines = said.splitlines()
    assert lines
    assert all(FIGURE.search(line) for line in lines)


def test_a_checkout_is_measured_beside_another_from_outside_and_inside():
    wanted = {"advisor advise", *INSIDE, *EXPLANATION}
    lines = list(measure(HERE, 1, wanted, small=True))
    assert {line[:28].rstrip() for line in lines} == wanted
    assert all(re.fullmatch(rf".{{28}}( +\d+\.\d\d ms){{2}} {RATIO}(  SLOWER)?", line) for line in lines)


def test_noise_is_this_checkout_beside_itself_in_the_same_turns():
    (line,) = measure(HERE, 2, {"advisor --help"}, noise=True, cpu=True)
    assert re.fullmatch(rf"advisor --help .* ms {RATIO}  beside itself{RATIO}(  SLOWER)?", line)


def test_a_command_that_fails_is_not_measured(tmp_path):
    (tmp_path / ".venv").symlink_to(HERE / ".venv")
    (tmp_path / "advisor.py").touch()  # so that there is none of its commands
    with pytest.raises(RuntimeError, match="ended with 1"):
        list(measure(tmp_path, 1, {"advisor --help"}))
