"""`advisor training play` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import sys

import pexpect

from tests.command.run import ROOT

COMMAND = ["-m", "advisor.cli.main", "training", "play", "look-at-my-habits"]


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


def test_a_leader_looks_at_her_habits_goes_back_passes_and_keeps_what_came_of_it(tmp_path):
    kept = tmp_path / "mine.txt"
    terminal = start("-o", str(kept))
    prompt(terminal, "1/33")
    terminal.sendline("1")
    prompt(terminal, "2/33")
    terminal.sendline("b")
    prompt(terminal, "1/33")
    terminal.sendline("3")
    prompt(terminal, "2/33")
    terminal.sendline("seldom")
    prompt(terminal, "Type a number from 1 to 3, or press Enter.")
    for number in range(3, 34):
        terminal.sendline("")
        prompt(terminal, f"{number}/33")
    terminal.sendline("1")
    terminal.expect_exact("This measures nothing.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    told = kept.read_text(encoding="utf-8")
    assert terminal.exitstatus == 0
    assert "WHAT TO KEEP" not in told
    assert "Openly acknowledging my own ignorance: " in told
    assert "Being flexible within clear ethical limits: " in told


def test_who_stops_leaves_nothing_behind(tmp_path):
    kept = tmp_path / "mine.txt"
    terminal = start("-o", str(kept))
    prompt(terminal, "1/33")
    terminal.sendline("s")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert (terminal.exitstatus, kept.exists()) == (0, False)
