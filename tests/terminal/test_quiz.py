"""`advisor scenario quiz` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import csv
import sys

from tests.command.run import ROOT
from tests.terminal.talk import at_terminal, ended, until

COMMAND = ["-m", "advisor.cli.main", "scenario", "quiz", "55"]
LINES = 24


def start(*options):
    return at_terminal(
        sys.executable,
        [*COMMAND, *options],
        cwd=str(ROOT),
        dimensions=(LINES, 80),
    )


def test_a_group_at_a_projector_asks_chooses_compares_and_talks_about_it(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("--facts", "3", "-o", str(out))
    until(terminal, "Your name or a number")
    terminal.sendline("Table 1")
    screens = [until(terminal, "3 left.")]
    terminal.sendline("2")
    screens.append(until(terminal, "3 left."))
    terminal.sendline("3 4")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    until(terminal, "1 left.")
    terminal.sendline("")
    screens.append(until(terminal, "1 left."))
    terminal.sendline("1")
    until(terminal, "1 left.")
    terminal.sendline("4")
    screens.append(until(terminal, "as many facts as you may."))
    terminal.sendline("")
    screens.append(until(terminal, "0 for none of them."))
    terminal.sendline("2")
    screens.append(until(terminal, "back to the groups."))
    terminal.sendline("7")
    assert "1. Settle what has gone sour" in until(terminal, "back to the groups.")
    terminal.sendline("")
    until(terminal, "0 for none of them.")
    terminal.sendline("")
    until(terminal, "why? Enter leaves it out.")
    terminal.sendline("It has to stop.")
    said = []
    while terminal.expect_exact(["Enter goes on.", "I still disagree, because:"]) == 0:
        said.append(terminal.before + terminal.after)
        until(terminal, "b shows the screen before.")
        terminal.sendline("")
    assert "YOUR CHOICES" in said[0]
    assert len(said) > 3
    assert "not a mark." in terminal.before
    heights = [len(screen.splitlines()) for screen in (*screens, *said)]
    assert [height for height in heights if height >= LINES] == []
    terminal.expect(r"\r\n> ")
    terminal.sendline("I know them.")
    until(terminal, "What would you choose now?")
    terminal.sendline("1")
    _, status = ended(terminal)
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (status, row["learner"], row["reasons"], row["disagrees"], row["after"]) == (
        0,
        "Table 1",
        "conflict-handling: It has to stop.",
        "I know them.",
        "conflict-handling",
    )


def test_one_goes_back_after_enter_and_sees_the_story_and_the_screen_before_again():
    terminal = start()
    until(terminal, "Nothing is kept")
    terminal.sendline("")
    until(terminal, "s stops.")
    terminal.sendline("")
    until(terminal, "0 for none of them.")
    terminal.sendline("")
    until(terminal, "Nothing is chosen yet.")
    terminal.sendline("b")
    terminal.expect_exact("What would you like to know?")
    until(terminal, "s stops.")
    terminal.sendline("2")
    until(terminal, "back to the groups.")
    terminal.sendline("3 4")
    until(terminal, "back to the groups.")
    terminal.sendline("t")
    terminal.expect_exact("It began with a red folder.")
    until(terminal, "Enter goes on.")
    terminal.sendline("")
    until(terminal, "back to the groups.")
    terminal.sendline("f")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    until(terminal, "Enter goes on.")
    terminal.sendline("")
    until(terminal, "back to the groups.")
    terminal.sendline("b")
    until(terminal, "s stops.")
    terminal.sendline("")
    until(terminal, "0 for none of them.")
    terminal.sendline("6")
    until(terminal, "0 for none of them.")
    terminal.sendline("")
    until(terminal, "why? Enter leaves it out.")
    terminal.sendline("b")
    assert "1. Wait, and ask more" in until(terminal, "0 for none of them.")
    terminal.sendline("")
    until(terminal, "why? Enter leaves it out.")
    terminal.sendline("")
    terminal.expect_exact("YOUR CHOICES")
    until(terminal, "Enter goes on.")
    terminal.sendline("")
    until(terminal, "Enter goes on.")
    terminal.sendline("b")
    terminal.expect_exact("YOUR CHOICES")
    until(terminal, "Enter goes on.")
    terminal.sendline("s")
    assert ended(terminal)[1] == 0


def test_who_stops_half_way_is_asked_once_more_and_who_disagrees_may_say_so_where_she_reads_it(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("-o", str(out))
    until(terminal, "Your name or a number")
    terminal.sendline("")
    until(terminal, "s stops.")
    terminal.sendline("2")
    until(terminal, "back to the groups.")
    terminal.sendline("4")
    until(terminal, "back to the groups.")
    terminal.sendline("s")
    until(terminal, "s once more stops,")
    terminal.sendline("")
    until(terminal, "back to the groups.")
    terminal.sendline("")
    until(terminal, "s stops.")
    for said, expected in (
        ("", "0 for none of them."),
        ("6", "0 for none of them."),
        ("", "why? Enter leaves it out."),
        ("It is late.", "Enter goes on."),
        ("I know them better.", "Noted, for where you can say"),
    ):
        terminal.sendline(said)
        until(terminal, expected)
    while True:
        terminal.sendline("")
        if terminal.expect_exact(["Enter goes on.", "Enter keeps this,"]):
            break
        terminal.expect(r"\r\n> ")
    assert "You said: I know them better." in terminal.before
    terminal.expect(r"\r\n> ")
    terminal.sendline("b")
    until(terminal, "Enter goes on.")
    terminal.sendline("")
    until(terminal, "Enter keeps this,")
    terminal.sendline("")
    until(terminal, "What would you choose now?")
    terminal.sendintr()
    _, status = ended(terminal)
    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert (status, row["disagrees"], row["after"]) == (130, "I know them better.", "")


def test_ctrl_c_ends_quietly_in_130():
    terminal = start()
    until(terminal, "Nothing is kept")
    terminal.sendintr()
    said, status = ended(terminal)
    assert status == 130
    assert "Traceback" not in said
