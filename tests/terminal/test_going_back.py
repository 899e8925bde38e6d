"""Going back and forth at a real pseudo-terminal, pasting, and input or files that go away."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.command.run import advisor
from tests.terminal.talk import (
    FIRST,
    QUESTIONS,
    SECOND,
    THIRD,
    answers,
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


def answered(case, number):
    """Start an interview and answer so many questions with their first option."""
    terminal = start(case)
    for question in QUESTIONS[:number]:
        until(terminal, question.prompt)
        terminal.sendline("1")
    until(terminal, QUESTIONS[number].prompt)
    return terminal


def test_forward_goes_on_where_one_was_after_going_back_and_changing_one(case):
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
    assert answers(case)["partner-kind"] == QUESTIONS[0].options[1].id
    leave(terminal)


def test_a_paste_of_several_lines_answers_one_question_and_the_rest_is_left_out(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.send("1\n1\n1\n1")
    until(terminal, "What was typed before the question was left out")
    assert list(answers(case)) == ["partner-kind"]
    terminal.sendline("2")
    until(terminal, THIRD)
    assert answers(case) == {"partner-kind": "own-house", "output": "slow"}
    leave(terminal)


def test_what_the_name_is_asked_with_is_not_taken_for_a_name(case):
    result = advisor("interview", str(case), typed="help\n?\nb\nq\n")
    assert result.returncode == 0
    assert result.stdout.count("Type a name by which you know it again") == 3
    assert "partnership:" not in case.read_text(encoding="utf-8")


def test_keeping_what_was_tried_leaves_the_file_as_it_is(case):
    case.write_text(WITH_HISTORY, encoding="utf-8")
    assert advisor("interview", str(case), typed="s\n").returncode == 0
    before = case.read_bytes()
    assert advisor("interview", str(case), typed="b\n\ns\n").returncode == 0
    assert case.read_bytes() == before


def test_what_is_noted_goes_only_when_it_is_typed_twice(case):
    case.write_text(WITH_HISTORY, encoding="utf-8")
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("b")
    shown = " ".join(until(terminal, TRIED.prompt).split())
    assert "Enter keeps: 2h; not answered yet, and left open: 1 3" in shown
    terminal.sendline("5n")
    until(terminal, "to keep it.")
    assert case.read_text(encoding="utf-8").count("id: convening") == 2
    terminal.sendline("2h 5n")
    until(terminal, FIRST)
    text = case.read_text(encoding="utf-8")
    assert (text.count("id: convening"), text.count("Two came."), text.count("id: problem")) == (2, 1, 1)
    terminal.sendline("b")
    until(terminal, TRIED.prompt)
    terminal.sendline("5n")
    until(terminal, "to keep it.")
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


def test_half_a_line_and_twice_ctrl_d_is_taken_as_a_line(case):
    terminal = start(case, TERM="dumb")  # without line editing
    until(terminal, FIRST)
    terminal.send("1 : half\x04\x04")
    until(terminal, SECOND)
    assert answers(case) == {"partner-kind": "own-house"}
    leave(terminal)


def test_where_another_program_has_changed_the_file_nobody_says_that_the_answers_are_in_it(case):
    terminal = answered(case, 1)
    case.write_text("format: 1\nabout: changed elsewhere\n", encoding="utf-8")
    terminal.sendline("2")
    shown = " ".join(until(terminal, "open it again.").split())
    assert "Your answers up to here" not in shown
    terminal.sendline("s")
    text, status = ended(terminal)
    said = " ".join(text.split())
    assert (status, "look whether all that you answered is in it" in said) == (2, True)
    assert "What you have answered is in" not in said


def test_comments_that_another_program_adds_do_no_harm_to_what_was_answered(case):
    terminal = answered(case, 1)
    with case.open("a", encoding="utf-8") as file:
        file.write("# looked over\n")
    terminal.sendline("s")
    text, status = ended(terminal)
    assert (status, "What you have answered is in" in text) == (0, True)


def test_back_over_everything_and_forward_again_with_enter_leaves_the_file_as_it_is(case):
    typed = {"choice": "1 : a note", "checklist": "1 ?2", "placing": "1 2 ? 1", "actions": "2h 5n"}
    terminal = start(case, "--all")
    for question in QUESTIONS[:8]:
        until(terminal, question.prompt)
        terminal.sendline(typed[question.kind])
    until(terminal, QUESTIONS[8].prompt)
    before = case.read_bytes()
    for question in QUESTIONS[7::-1]:
        terminal.sendline("b")
        until(terminal, question.prompt)
    for question in QUESTIONS[1:9]:
        terminal.sendline("")
        until(terminal, question.prompt)
    assert case.read_bytes() == before
    leave(terminal)


def test_to_type_what_was_tried_again_answers_the_rest_and_enter_leaves_it_open(case):
    case.write_text(WITH_HISTORY, encoding="utf-8")
    terminal = start(case)
    until(terminal, FIRST)
    for typed, is_answered in (("", False), ("2h", True)):
        terminal.sendline("b")
        until(terminal, TRIED.prompt)
        terminal.sendline(typed)
        until(terminal, FIRST)
        assert ("tried" in answers(case)) == is_answered
    assert case.read_text(encoding="utf-8").count("id: convening") == 2
    leave(terminal)
