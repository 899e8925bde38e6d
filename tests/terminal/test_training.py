"""`advisor training play` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import sys

from tests.command.run import ROOT
from tests.terminal.talk import answer, at_terminal, ended, until

COMMAND = ["-m", "advisor.cli.main", "training", "play"]


def start(*options):
    return start_play("look-at-my-habits", *options)


def start_play(*words):
    return at_terminal(
        sys.executable,
        [*COMMAND, *words],
        cwd=str(ROOT),
        dimensions=(50, 80),
    )


def test_a_leader_looks_at_her_habits_goes_back_passes_and_keeps_what_came_of_it(tmp_path):
    kept = tmp_path / "mine.txt"
    terminal = start("-o", str(kept))
    until(terminal, "1/33")
    answer(terminal, "1", "2/33")
    answer(terminal, "b", "1/33")
    answer(terminal, "3", "2/33")
    answer(terminal, "seldom", "Type a number from 1 to 3, or press Enter.")
    for number in range(3, 34):
        answer(terminal, "", f"{number}/33")
    terminal.sendline("1")
    terminal.expect_exact("This measures nothing.")
    assert ended(terminal)[1] == 0
    told = kept.read_text(encoding="utf-8")
    assert "WHAT TO KEEP" not in told
    assert "Openly acknowledging my own ignorance: " in told
    assert "Being flexible within clear ethical limits: " in told


def test_who_stops_leaves_nothing_behind(tmp_path):
    kept = tmp_path / "mine.txt"
    terminal = start("-o", str(kept))
    until(terminal, "1/33")
    terminal.sendline("s")
    assert (ended(terminal)[1], kept.exists()) == (0, False)


def test_a_sentence_is_placed_anew_after_a_step_back_and_nothing_is_said_of_what_was_passed():
    terminal = start_play("place-the-phrase", "--cards", "2")
    until(terminal, "1 tight, 2 in between, 3 loose. Enter passes, s stops.")
    terminal.sendline("3")
    terminal.expect_exact("The study's leaders put one like it under: tight.")
    until(terminal, "b goes back,")
    answer(terminal, "b", "1/2")
    answer(terminal, "", "2/2")
    terminal.sendline("")
    terminal.expect_exact("You passed all of them.")
    assert ended(terminal)[1] == 0


def test_one_goes_back_among_the_meanings_and_what_is_not_known_is_to_be_asked():
    terminal = start_play("which-do-you-mean")
    until(terminal, "Which do you mean?")
    answer(terminal, "1", "And which does one partner")
    terminal.sendline("b")
    terminal.expect_exact("How far it goes")
    for said in ("2", "", "", ""):
        terminal.expect("\r\n> ")
        terminal.sendline(said)
    terminal.expect_exact("- You: Planned together.")
    terminal.expect_exact("You cannot know what your partner means. Lay out the cards, and ask.")
    terminal.expect_exact("Further is not better.")
    said, status = ended(terminal)
    assert (status, "Further is not better" in said) == (0, False)
