"""What a shell and a window do to an interview: stopped and continued, pasted into, left half-way."""

from __future__ import annotations

import os
import shutil
import sys

import pexpect
import pytest

from tests.command.run import ROOT
from tests.terminal.talk import (
    FIRST,
    QUESTIONS,
    SECOND,
    answers,
    at_terminal,
    at_the_end,
    ended,
    leave,
    start,
    until,
)


@pytest.mark.parametrize("kind", ["xterm", "dumb"])
def test_ctrl_z_and_fg_go_on_at_the_same_question(tmp_path, kind):
    if shutil.which("bash") is None:
        pytest.skip("no shell with jobs here")
    case = tmp_path / "case.yaml"
    case.write_text("format: 1\npartnership: Us\n", encoding="utf-8")
    shell = at_terminal(
        "bash",
        ["--norc", "-i"],
        cwd=str(ROOT),
        env={**os.environ, "TERM": kind, "PS1": "READY "},
        dimensions=(30, 80),
    )
    shell.expect_exact("READY ")
    shell.sendline(f"{sys.executable} -m advisor.cli.main interview {case}")
    until(shell, FIRST)
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.expect_exact("READY ")
    shell.sendline("fg")
    shell.expect("interview [^\r]*\r\n")
    shell.setwinsize(30, 50)
    shell.sendline("1")
    assert max(map(len, until(shell, SECOND).splitlines())) < 51
    shell.sendline("s")
    shell.expect_exact("READY ")
    shell.sendeof()
    shell.expect(pexpect.EOF)
    assert answers(case) == {QUESTIONS[0].id: QUESTIONS[0].options[0].id}


def test_what_is_pasted_at_the_name_answers_no_question(tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text("format: 1\npartnership: Us\n", encoding="utf-8")
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("name")
    until(terminal, "What shall we call this partnership?")
    terminal.send("The two of us\n1\n2\n3\n")
    until(terminal, "What was typed before the question was left out")
    assert answers(case) == {}
    assert "partnership: The two of us" in case.read_text(encoding="utf-8")
    leave(terminal)


def test_in_the_middle_of_further_questions_there_is_a_way_out_and_it_tells_how_to_get_the_advice(tmp_path):
    case = tmp_path / "case.yaml"
    core = "".join(f"  {question.id}: dont-know\n" for question in QUESTIONS if question.core)
    case.write_text(f"format: 1\npartnership: Us\nanswers:\n{core}", encoding="utf-8")
    terminal = start(case)
    at_the_end(terminal)
    terminal.sendline("m")
    assert "more if you like" in " ".join(until(terminal, "h help.").split())
    terminal.sendline("s")
    shown, status = ended(terminal)
    assert status == 0
    assert "advisor advise" in shown
