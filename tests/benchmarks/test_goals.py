"""What the last lines of the benchmarks say of goals; the figures here are made up."""

from __future__ import annotations

import pytest

from benchmarks import __main__ as command
from benchmarks.goals import Goal, Measured, ratio, told


@pytest.mark.parametrize(
    ("goal", "met", "asked"),
    [
        (Goal("a", 1.1, 1.1), True, "at most 1.1"),
        (Goal("a", 1.11, 1.1), False, "at most 1.1"),
        (Goal("a", 98.9, least=99), False, "at least 99"),
        (Goal("a", 99, least=99), True, "at least 99"),
        (Goal("a", 301, 300, unit=" ms"), False, "at most 300 ms"),
        (Goal("a", float("nan"), 1), False, "at most 1"),
    ],
)
def test_a_goal_says_what_was_asked_and_whether_it_is_met(goal, met, asked):
    assert (goal.met, goal.asked) == (met, asked)


def test_each_goal_has_a_line_and_the_last_says_how_many_are_met():
    lines = told([Goal("texts / cast", 1.04, 1.1), Goal("the longest", 412, 300, unit=" ms")]).splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "texts / cast asked at most 1.1 measured 1.04 met",
        "the longest asked at most 300 ms measured 412.00 ms NOT MET",
        "1 of 2 goals are met",
    ]


def test_a_ratio_is_the_median_of_the_pairs_and_not_that_of_the_sums():
    assert ratio([1, 2, 300], [1, 1, 100]) == 2


@pytest.mark.parametrize("names", [["plain", "aimed"], ["goals", "plain", "aimed"]])
def test_the_command_ends_with_the_goals_of_what_it_ran_each_once(names, monkeypatch, capsys):
    ran = []
    aimed = Measured("2 ms", (Goal("aimed / peer", 0.4, 0.5),))

    def measure_aimed(small):
        ran.append(small)
        return aimed

    measures = {"plain": lambda _: "1 ms", "aimed": measure_aimed}
    monkeypatch.setattr(command, "MEASURES", measures)
    monkeypatch.setattr(command, "GOALS", ("aimed",))
    monkeypatch.setattr("sys.argv", ["benchmarks", "--small", *names])
    command.main()
    said = capsys.readouterr().out
    assert ran == [True]
    assert said.endswith("1 of 1 goals are met\n")


def test_without_goals_nothing_is_said_of_them(monkeypatch, capsys):
    monkeypatch.setattr(command, "MEASURES", {"plain": lambda _: "1 ms"})
    monkeypatch.setattr("sys.argv", ["benchmarks", "plain"])
    command.main()
    assert "goals" not in capsys.readouterr().out
