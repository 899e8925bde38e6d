"""`advisor` alone at a real terminal: it asks what one wants, and does it."""

from __future__ import annotations

import os
import sys

import pytest

from tests.command.run import ROOT, advisor
from tests.terminal.talk import ADVISOR, FIRST, SECOND, at_terminal, ended, start, until

CASE = "format: 1\npartnership: Us and them\nanswers: {contact: none, trust: openly}\n"


def begin(folder, *words):
    """Start the command in a folder, at a terminal."""
    return at_terminal(
        sys.executable,
        ["-m", "advisor.cli.main", *words],
        cwd=str(folder),
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        dimensions=(50, 80),
    )


@pytest.fixture
def begun(tmp_path):
    def started():
        terminal = begin(tmp_path)
        return terminal, until(terminal, "Type a number; s stops.")

    return started


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


def test_the_services_are_asked_for_in_one_line_and_their_sector_is_heard(tmp_path):
    case = tmp_path / "case.yaml"
    terminal = begin(tmp_path, "interview", str(case))
    until(terminal, "What shall we call this partnership?")
    for key in ("help", "?", "b"):
        terminal.sendline(key)
        until(terminal, "Type a name by which you know it again")
    terminal.sendline("Us")
    until(terminal, "Which services are they")
    terminal.sendline("health visitors, ?")
    until(terminal, "with commas between them")
    terminal.sendline("health visitors, Mill Lane")
    until(terminal, FIRST)
    terminal.sendline("date")
    until(terminal, "On which day is this how you see it?")
    terminal.sendline("soon")
    until(terminal, "Type the day as year-month-day")
    terminal.sendline("2026-02-03")
    until(terminal, FIRST)
    terminal.sendline("q")
    shown, status = ended(terminal)
    kept = ADVISOR.read_case(case)
    assert [(p.name, p.sector) for p in kept.partners] == [
        ("health visitors", "health visitors"),
        ("Mill Lane", ""),
    ]
    assert (status, kept.partnership, str(kept.date)) == (0, "Us", "2026-02-03")
    assert "Nothing is answered yet" in shown


def test_whoever_stops_is_told_how_to_get_the_advice(tmp_path):
    case = tmp_path / "my case.yaml"
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("1")
    until(terminal, SECOND)
    terminal.sendline("s")
    shown = ended(terminal)[0].replace("\r\n", "")
    assert f"For the advice on what is there type:  advisor advise '{case}'" in shown


def test_where_nothing_is_known_nobody_is_told_that_it_is_enough(tmp_path):
    lines = "Us\n" + "u\n" * 21 + "\n"
    shown = " ".join(advisor("interview", str(tmp_path / "case.yaml"), typed=lines).stdout.split())
    assert "Too little is known yet to say where it stands" in shown
    assert "enough to begin with" not in shown
