"""`advisor` alone at a real terminal: it asks what one wants, and does it."""

from __future__ import annotations

import os
import sys

import pexpect
import pytest

from tests.command.run import ROOT
from tests.terminal.talk import ended, until

CASE = "format: 1\npartnership: Us and them\nanswers: {contact: none, trust: openly}\n"


@pytest.fixture
def begun(tmp_path):
    def begin():
        terminal = pexpect.spawn(
            sys.executable,
            ["-m", "advisor.cli.main"],
            cwd=str(tmp_path),
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            dimensions=(50, 80),
            encoding="utf-8",
            timeout=300,
        )
        return terminal, until(terminal, "Type a number; s stops.")

    return begin


def test_where_no_case_lies_one_begins_or_looks_at_an_example(begun, tmp_path):
    terminal, shown = begun()
    assert "1  Begin: answer questions about a partnership" in shown
    assert "2  Look at an example" in shown
    terminal.sendline("x")
    until(terminal, "Type a number from 1 to 2, or s.")
    terminal.sendline("1")
    until(terminal, "What shall we call this partnership?")
    terminal.sendline("s")
    assert ended(terminal)[1] == 0
    assert (tmp_path / "my-case.yaml").is_file()


def test_a_case_that_lies_here_is_gone_on_with_or_shown(begun, tmp_path):
    (tmp_path / "our school.yaml").write_text(CASE, encoding="utf-8")
    terminal, shown = begun()
    assert "another partnership" in shown
    assert "2  Go on with the questions in our school.yaml" in shown
    terminal.sendline("3.")
    assert "Us and them" in ended(terminal)[0]


def test_whoever_wants_nothing_leaves_nothing_behind(begun, tmp_path):
    terminal, _ = begun()
    terminal.sendline("s")
    assert ended(terminal)[1] == 0
    assert list(tmp_path.iterdir()) == []
