"""`advisor scenario quiz` and `results`: typed by a script here, by keys in tests/terminal."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from advisor.reports.quiz import comparison_outline
from advisor.scenarios.quiz import Choice, Quiz

from advisor.cases.case import Case
from advisor.reports.outline_text import as_text
from advisor.scenarios.loader import read_scenario
from tests.command.run import advisor


def quiz(typed, *options):
    """Run the quiz on the quarrel and type these lines."""
    return advisor("scenario", "quiz", "hot-quarrel", *options, typed="\n".join(typed) + "\n")


def test_a_learner_asks_chooses_and_compares(tmp_path):
    out = tmp_path / "results.csv"
    result = quiz(["=Ann", "4 9", "", "7 1", "=SUM(1)", ""], "-o", str(out))
    assert result.returncode == 0
    said = " ".join(result.stdout.split())
    assert "'It has turned personal, or others are being drawn in'" in said
    assert "Conflict handling (settle what has gone sour): The rules say so too." in said
    assert "Visioning (build a shared picture): The rules hold it back here." in said
    assert "You asked for 2 facts." in said
    assert "wrong" not in said.partition("YOUR CHOICES")[2].lower()
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (row["learner"], row["asked"], row["chosen"]) == (
        "'=Ann",
        "contact disagreement",
        "conflict-handling visioning",
    )
    assert row["reasons"] == "conflict-handling: =SUM(1)"


def test_a_group_is_laid_side_by_side(tmp_path):
    out = tmp_path / "results.csv"
    quiz(["Ann", "", "7", "hurt"], "-o", str(out))
    quiz(["Ben", "", "0"], "-o", str(out))
    said = advisor("scenario", "results", str(out)).stdout
    assert "hot-quarrel: 2 learners" in said
    assert "Ann: conflict-handling" in said
    assert "conflict-handling: hurt" in said
    assert "Ben: nothing" in said


def test_only_so_many_facts_may_be_asked_for():
    said = quiz(["", "1 2 3 4", "1 2", "3", "7", ""], "--facts", "3").stdout
    assert said.count("too much at once") == 1
    assert "Type up to 1 number to ask for facts, such as 2." in said
    assert said.count("'") > 0
    assert "YOUR CHOICES" in said


def test_what_makes_no_sense_is_asked_again():
    said = quiz(["", "99", "x", "\x1b[31m7 x", "", "9", "0 7", "", "7", ""]).stdout
    assert said.count("That is not in the list, or too much at once.") == 3
    assert said.count("Type the numbers in your order") == 4
    assert "\x1b" not in said


@pytest.mark.parametrize(("typed", "code"), [(["Ann", "s"], 0), (["Ann"], 130)])
def test_leaving_before_the_end_keeps_no_result(tmp_path, typed, code):
    out = tmp_path / "results.csv"
    assert quiz(typed, "-o", str(out)).returncode == code
    assert not out.exists()


def test_a_file_that_holds_something_else_is_not_touched(tmp_path):
    out = tmp_path / "other.csv"
    out.write_text("a,b\n1,2\n", encoding="utf-8")
    result = quiz(["Ann"], "-o", str(out))
    assert (result.returncode, out.read_text(encoding="utf-8")) == (2, "a,b\n1,2\n")
    assert "holds no results" in result.stderr
    assert advisor("scenario", "results", str(out)).returncode == 2


def test_one_more_fact_changes_what_the_rules_say_with_the_facts_asked_for(advisor):
    exercise = Quiz(read_scenario("hot-quarrel", advisor.knowledge), advisor)
    exercise.ask("contact")
    exercise.choose([Choice("brokering"), Choice("conflict-handling")])
    found = exercise.compared()
    assert found.with_asked == tuple(item.id for item in advisor.advise(exercise.known()).interventions)
    assert found.one_more is not None
    exercise.ask(found.one_more.question)
    after = tuple(item.id for item in advisor.advise(exercise.known()).interventions)
    assert (after[0] if after else None) == found.one_more.after
    assert after != found.with_asked
    (turned,) = found.turned
    assert (turned.earlier, turned.later) == ("conflict-handling", "brokering")
    assert turned.because


def test_where_the_rules_say_nothing_the_comparison_leaves_it_open(advisor):
    untold = replace(read_scenario("hot-quarrel", advisor.knowledge), case=Case())
    exercise = Quiz(untold, advisor)
    exercise.choose([Choice(id_) for id_ in advisor.knowledge.ids_of("intervention")])
    found = exercise.compared()
    assert {each.verdict for each in found.chosen} == {"open"}
    said = as_text(comparison_outline(found, (), advisor.knowledge))
    assert "leave this open" in said
    assert "wrong" not in said
