"""Going back and forth at a real pseudo-terminal, pasting, and input or files that go away."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.command.run import advisor
from tests.terminal.test_interview import (
    FIRST,
    QUESTIONS,
    SECOND,
    THIRD,
    answers,
    case,  # noqa: F401 (a fixture)
    ended,
    leave,
    start,
    until,
)

FOURTH = QUESTIONS[3].prompt
TRIED = next(question for question in QUESTIONS if question.kind == "actions")
WITH_HISTORY = """format: 1
partnership: Us
date: 2026-06-01
actions:
- {date: 2026-05-04, id: convening, outcome: helped, note: Two came.}
- {date: 2026-01-10, id: convening, outcome: worse}
"""


def answered(case, number):  # noqa: F811
    """Start an interview and answer so many questions with their first option."""
    terminal = start(case)
    for question in QUESTIONS[:number]:
        until(terminal, question.prompt)
        terminal.sendline("1")
    until(terminal, QUESTIONS[number].prompt)
    return terminal


def test_forward_goes_on_where_one_was_after_going_back_and_changing_one(case):  # noqa: F811
    terminal = answered(case, 3)
    for prompt in (THIRD, SECOND, FIRST):
        terminal.sendline("b")
        shown = until(terminal, prompt)
    assert "f goes on where you were, 3 questions further on" in shown
    terminal.sendline("2")
    assert "Enter keeps: 1" in until(terminal, SECOND)
    terminal.sendline("f")
    until(terminal, FOURTH)
    terminal.sendline("forward")
    until(terminal, "You are at the end already")
    assert answers(case)["output"] == QUESTIONS[0].options[1].id
    leave(terminal)


def test_a_paste_of_several_lines_answers_one_question_and_the_rest_is_left_out(case):  # noqa: F811
    terminal = start(case)
    until(terminal, FIRST)
    terminal.send("1\n1\n1\n1")
    until(terminal, "The others were left out")
    assert list(answers(case)) == ["output"]
    terminal.sendline("2")
    until(terminal, THIRD)
    assert answers(case) == {"output": "nothing", "contact": "when-needed"}
    leave(terminal)


def test_what_the_name_is_asked_with_is_not_taken_for_a_name(case):  # noqa: F811
    result = advisor("interview", str(case), typed="help\n?\nb\nq\n")
    assert result.returncode == 0
    assert result.stdout.count("Type a name by which you know it again") == 3
    assert "partnership:" not in case.read_text(encoding="utf-8")


def test_keeping_what_was_tried_leaves_the_file_as_it_is(case):  # noqa: F811
    case.write_text(WITH_HISTORY, encoding="utf-8")
    assert advisor("interview", str(case), typed="s\n").returncode == 0
    before = case.read_bytes()
    assert advisor("interview", str(case), typed="b\n\ns\n").returncode == 0
    assert case.read_bytes() == before


def test_what_is_noted_goes_only_when_it_is_typed_twice(case):  # noqa: F811
    case.write_text(WITH_HISTORY, encoding="utf-8")
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("b")
    shown = " ".join(until(terminal, TRIED.prompt).split())
    assert "Enter keeps: 2h; not answered yet, and left open: 1 3" in shown
    terminal.sendline("5n")
    until(terminal, "or name it too.")
    assert case.read_text(encoding="utf-8").count("id: convening") == 2
    terminal.sendline("2h 5n")
    until(terminal, FIRST)
    text = case.read_text(encoding="utf-8")
    assert (text.count("id: convening"), text.count("Two came."), text.count("id: problem")) == (2, 1, 1)
    terminal.sendline("b")
    until(terminal, TRIED.prompt)
    terminal.sendline("5n")
    until(terminal, "or name it too.")
    terminal.sendline("5n")
    until(terminal, FIRST)
    assert "convening" not in case.read_text(encoding="utf-8")
    leave(terminal)


@pytest.mark.parametrize("words", [["interview", "case.yaml"], ["scenario", "quiz", "hot-quarrel"]])
def test_a_closed_input_has_ended(tmp_path, words):
    command = [sys.executable, "-m", "advisor.cli.main", *words]
    result = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (result.returncode, result.stderr) == (130, "")


def test_a_line_without_an_end_is_refused_and_a_long_one_is_cut(tmp_path):
    long = "x" * 20_000
    result = advisor("interview", str(tmp_path / "case.yaml"), typed=f"Us\n1 : {long}\n")
    assert "That was long" in result.stdout
    assert result.returncode == 130
    result = advisor("interview", str(tmp_path / "other.yaml"), typed="y" * 3_000_000)
    assert (result.returncode, result.stderr) == (
        2,
        "input: a line does not end; end each answer with Enter\n",
    )


def test_at_the_end_of_the_calendar_there_is_no_day_to_look_again(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text("format: 1\ndate: 9999-12-31\n", encoding="utf-8")
    result = advisor("interview", str(file), "--core", typed="Us\n" + "u\n" * 30)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Look again" not in result.stdout
    assert "Your answers are in" in result.stdout


@pytest.mark.parametrize("typed", ["s", ""])
def test_no_file_is_claimed_that_is_not_there(tmp_path, typed):
    folder = tmp_path / "above" / "folder"
    folder.mkdir(parents=True)
    file = folder / "case.yaml"
    terminal = start(file)
    until(terminal, FIRST)
    shutil.rmtree(folder.parent)
    terminal.sendline("1")
    until(terminal, "case.yaml")
    if typed:
        terminal.sendline(typed)
    else:
        terminal.sendeof()
    text, status = ended(terminal)
    assert "What you have answered is in" not in text
    assert "your answers are in no file" in " ".join(text.split())
    assert status == (2 if typed else 130)
    assert not file.exists()
