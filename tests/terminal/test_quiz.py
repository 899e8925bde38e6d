"""`advisor scenario quiz` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import csv
import sys

import pexpect

from tests.command.run import ROOT

COMMAND = ["-m", "advisor.cli.main", "scenario", "quiz", "hot-quarrel"]


def start(*options):
    return pexpect.spawn(
        sys.executable,
        [*COMMAND, *options],
        cwd=str(ROOT),
        dimensions=(50, 80),
        encoding="utf-8",
        timeout=300,
    )


def prompt(terminal, text):
    terminal.expect_exact(text)
    terminal.expect("\r\n> ")


def test_a_group_at_a_projector_asks_chooses_and_compares(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("--facts", "3", "-o", str(out))
    prompt(terminal, "Your name or a number")
    terminal.sendline("Table 1")
    prompt(terminal, "3 left.")
    terminal.sendline("8 9")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    prompt(terminal, "1 left.")
    terminal.sendline("")
    prompt(terminal, "0 for none of them.")
    terminal.sendline("7")
    prompt(terminal, "why? Enter leaves it out.")
    terminal.sendline("It has to stop.")
    terminal.expect_exact("The rules say so too.")
    terminal.expect_exact("not a mark.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (terminal.exitstatus, row["learner"], row["reasons"]) == (
        0,
        "Table 1",
        "conflict-handling: It has to stop.",
    )


def test_ctrl_c_ends_quietly_in_130():
    terminal = start()
    prompt(terminal, "Your name or a number")
    terminal.sendintr()
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130
    assert "Traceback" not in terminal.before
