"""`advisor scenario quiz` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import csv
import sys

from tests.command.run import ROOT
from tests.terminal.talk import answer, at_terminal, ended, until

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
    screens = [answer(terminal, "Table 1", "3 left.")]
    screens.append(answer(terminal, "2", "3 left."))
    terminal.sendline("3 4")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    until(terminal, "1 left.")
    screens.append(answer(terminal, "", "1 left."))
    answer(terminal, "1", "1 left.")
    screens.append(answer(terminal, "4", "as many facts as you may."))
    screens.append(answer(terminal, "", "0 for none of them."))
    screens.append(answer(terminal, "2", "back to the groups."))
    assert "1. Settle what has gone sour" in answer(terminal, "7", "back to the groups.")
    answer(terminal, "", "0 for none of them.")
    answer(terminal, "", "why? Enter leaves it out.")
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
    answer(terminal, "I know them.", "What would you choose now?")
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
    answer(terminal, "", "s stops.")
    answer(terminal, "", "0 for none of them.")
    answer(terminal, "", "Nothing is chosen yet.")
    terminal.sendline("b")
    terminal.expect_exact("What would you like to know?")
    until(terminal, "s stops.")
    answer(terminal, "2", "back to the groups.")
    answer(terminal, "3 4", "back to the groups.")
    terminal.sendline("t")
    terminal.expect_exact("It began with a red folder.")
    until(terminal, "Enter goes on.")
    answer(terminal, "", "back to the groups.")
    terminal.sendline("f")
    terminal.expect_exact("'It has turned personal, or others are being drawn in'")
    until(terminal, "Enter goes on.")
    answer(terminal, "", "back to the groups.")
    answer(terminal, "b", "s stops.")
    answer(terminal, "", "0 for none of them.")
    answer(terminal, "6", "0 for none of them.")
    answer(terminal, "", "why? Enter leaves it out.")
    assert "1. Wait, and ask more" in answer(terminal, "b", "0 for none of them.")
    answer(terminal, "", "why? Enter leaves it out.")
    terminal.sendline("")
    terminal.expect_exact("YOUR CHOICES")
    until(terminal, "Enter goes on.")
    answer(terminal, "", "Enter goes on.")
    terminal.sendline("b")
    terminal.expect_exact("YOUR CHOICES")
    until(terminal, "Enter goes on.")
    terminal.sendline("s")
    assert ended(terminal)[1] == 0


def test_who_stops_half_way_is_asked_once_more_and_who_disagrees_may_say_so_where_she_reads_it(tmp_path):
    out = tmp_path / "results.csv"
    terminal = start("-o", str(out))
    until(terminal, "Your name or a number")
    answer(terminal, "", "s stops.")
    answer(terminal, "2", "back to the groups.")
    answer(terminal, "4", "back to the groups.")
    answer(terminal, "s", "s once more stops,")
    answer(terminal, "", "back to the groups.")
    answer(terminal, "", "s stops.")
    for said, expected in (
        ("", "0 for none of them."),
        ("6", "0 for none of them."),
        ("", "why? Enter leaves it out."),
        ("It is late.", "Enter goes on."),
        ("I know them better.", "Noted, for where you can say"),
    ):
        answer(terminal, said, expected)
    while True:
        terminal.sendline("")
        if terminal.expect_exact(["Enter goes on.", "Enter keeps this,"]):
            break
        terminal.expect(r"\r\n> ")
    assert "You said: I know them better." in terminal.before
    terminal.expect(r"\r\n> ")
    answer(terminal, "b", "Enter goes on.")
    answer(terminal, "", "Enter keeps this,")
    answer(terminal, "", "What would you choose now?")
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
