"""`advisor scenario quiz` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import csv
import re
import sys

from tests.command.run import ROOT
from tests.terminal.talk import at_terminal, ended

COMMAND = ["-m", "advisor.cli.main", "scenario", "quiz", "55"]
LINES = 24


def start(*options):
    return at_terminal(
        sys.executable,
        [*COMMAND, *options],
        cwd=str(ROOT),
        dimensions=(LINES, 80),
    )


def prompt(terminal, text):
    """Wait for a prompt with a text, and return the lines that came since the last line was typed."""
    terminal.expect_exact(text)
    before = terminal.before + terminal.after
    terminal.expect(r"\r\n> ")
    return (before + terminal.before).splitlines()


def test_a_group_at_a_projector_asks_chooses_compares_and_talks_about_it(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("--facts", "3", "-o", str(out))
    prompt(terminal, "Your name or a number")
    terminal.sendline("Table 1")
    screens = [prompt(terminal, "3 left.")]
    terminal.sendline("2")
    screens.append(prompt(terminal, "3 left."))
    terminal.sendline("3 4")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    prompt(terminal, "1 left.")
    terminal.sendline("")
    screens.append(prompt(terminal, "1 left."))
    terminal.sendline("1")
    prompt(terminal, "1 left.")
    terminal.sendline("4")
    screens.append(prompt(terminal, "as many facts as you may."))
    terminal.sendline("")
    screens.append(prompt(terminal, "0 for none of them."))
    terminal.sendline("2")
    screens.append(prompt(terminal, "back to the groups."))
    terminal.sendline("7")
    assert any("1. Settle what has gone sour" in line for line in prompt(terminal, "back to the groups."))
    terminal.sendline("")
    prompt(terminal, "0 for none of them.")
    terminal.sendline("")
    prompt(terminal, "why? Enter leaves it out.")
    terminal.sendline("It has to stop.")
    said = []
    while terminal.expect_exact(["Enter goes on.", "I still disagree, because:"]) == 0:
        said.append(terminal.before + terminal.after)
        prompt(terminal, "b shows the screen before.")
        terminal.sendline("")
    assert "YOUR CHOICES" in said[0]
    assert len(said) > 3
    assert "not a mark." in terminal.before
    screens += [each.splitlines() for each in said]
    assert [len(screen) for screen in screens if len(screen) >= LINES] == []
    terminal.expect(r"\r\n> ")
    terminal.sendline("I know them.")
    prompt(terminal, "What would you choose now?")
    terminal.sendline("1")
    ended(terminal)
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (terminal.exitstatus, row["learner"], row["reasons"], row["disagrees"], row["after"]) == (
        0,
        "Table 1",
        "conflict-handling: It has to stop.",
        "I know them.",
        "conflict-handling",
    )


def test_one_goes_back_after_enter_and_sees_the_story_and_the_screen_before_again():
    terminal = start()
    prompt(terminal, "Nothing is kept")
    terminal.sendline("")
    prompt(terminal, "s stops.")
    terminal.sendline("")
    prompt(terminal, "0 for none of them.")
    terminal.sendline("")
    prompt(terminal, "Nothing is chosen yet.")
    terminal.sendline("b")
    terminal.expect_exact("What would you like to know?")
    prompt(terminal, "s stops.")
    terminal.sendline("2")
    prompt(terminal, "back to the groups.")
    terminal.sendline("3 4")
    prompt(terminal, "back to the groups.")
    terminal.sendline("t")
    terminal.expect_exact("It began with a red folder.")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("")
    prompt(terminal, "back to the groups.")
    terminal.sendline("f")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("")
    prompt(terminal, "back to the groups.")
    terminal.sendline("b")
    prompt(terminal, "s stops.")
    terminal.sendline("")
    prompt(terminal, "0 for none of them.")
    terminal.sendline("6")
    prompt(terminal, "0 for none of them.")
    terminal.sendline("")
    prompt(terminal, "why? Enter leaves it out.")
    terminal.sendline("b")
    assert re.search("1. Wait, and ask more", " ".join(prompt(terminal, "0 for none of them.")))
    terminal.sendline("")
    prompt(terminal, "why? Enter leaves it out.")
    terminal.sendline("")
    terminal.expect_exact("YOUR CHOICES")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("b")
    terminal.expect_exact("YOUR CHOICES")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("s")
    ended(terminal)
    assert terminal.exitstatus == 0


def test_who_stops_half_way_is_asked_once_more_and_who_disagrees_may_say_so_where_she_reads_it(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("-o", str(out))
    prompt(terminal, "Your name or a number")
    terminal.sendline("")
    prompt(terminal, "s stops.")
    terminal.sendline("2")
    prompt(terminal, "back to the groups.")
    terminal.sendline("4")
    prompt(terminal, "back to the groups.")
    terminal.sendline("s")
    prompt(terminal, "s once more stops,")
    terminal.sendline("")
    prompt(terminal, "back to the groups.")
    terminal.sendline("")
    prompt(terminal, "s stops.")
    for said, expected in (
        ("", "0 for none of them."),
        ("6", "0 for none of them."),
        ("", "why? Enter leaves it out."),
        ("It is late.", "Enter goes on."),
        ("I know them better.", "Noted, for where you can say"),
    ):
        terminal.sendline(said)
        prompt(terminal, expected)
    while True:
        terminal.sendline("")
        if terminal.expect_exact(["Enter goes on.", "Enter keeps this,"]):
            break
        terminal.expect(r"\r\n> ")
    assert "You said: I know them better." in terminal.before
    terminal.expect(r"\r\n> ")
    terminal.sendline("b")
    prompt(terminal, "Enter goes on.")
    terminal.sendline("")
    prompt(terminal, "Enter keeps this,")
    terminal.sendline("")
    prompt(terminal, "What would you choose now?")
    terminal.sendintr()
    ended(terminal)
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (terminal.exitstatus, row["disagrees"], row["after"]) == (130, "I know them better.", "")


def test_ctrl_c_ends_quietly_in_130():
    terminal = start()
    prompt(terminal, "Nothing is kept")
    terminal.sendintr()
    ended(terminal)
    assert terminal.exitstatus == 130
    assert "Traceback" not in terminal.before
