"""Before the advice: whose seat somebody answers from, and whether others may see who said what."""

from __future__ import annotations

from tests.command.run import advisor
from tests.terminal.talk import ADVISOR, QUESTIONS, at_the_end, ended, start, until

CORE = "".join(f"  {question.id}: dont-know\n" for question in QUESTIONS if question.core)


def answered(case, more=""):
    case.write_text(f"format: 1\npartnership: Us\n{more}answers:\n{CORE}", encoding="utf-8")
    return start(case, "--core")


def test_both_are_asked_at_the_end_and_kept(case):
    terminal = answered(case)
    until(terminal, "whose seat do you answer from?")
    for typed, said in (("4", "Type 1, 2 or 3."), ("h", "Type 1, 2 or 3."), ("partners", "Type 1, 2 or 3.")):
        terminal.sendline(typed)
        until(terminal, said)
    terminal.sendline("2")
    until(terminal, "see who said what?")
    terminal.sendline("perhaps")
    until(terminal, "Type yes or no.")
    terminal.sendline("y")
    shown = " ".join(until(terminal, "Press Enter for the advice").split())
    assert "seat: a partner's share: yes, the others may see who said what" in shown
    terminal.sendline("share")
    until(terminal, "Enter leaves it as it is.")
    terminal.sendline("no")
    until(terminal, "share: no")
    terminal.sendline("seat")
    until(terminal, "Enter leaves it as it is.")
    terminal.sendline("")
    until(terminal, "seat: a partner's")
    terminal.sendline("")
    assert ended(terminal)[1] == 0
    kept = ADVISOR.read_case(case)
    assert (kept.seen_from, kept.share) == ("partner", "no")


def test_enter_leaves_both_out_and_nothing_is_shared(case):
    terminal = answered(case)
    shown = " ".join(at_the_end(terminal).split())
    assert "seat: - share: no, the others are not shown who said what" in shown
    terminal.sendline("")
    assert ended(terminal)[1] == 0
    kept = ADVISOR.read_case(case)
    assert (kept.seen_from, kept.share) == (None, None)


def test_what_is_there_is_not_asked_again(case):
    terminal = answered(case, "seen-from: above\nshare: yes\n")
    shown = " ".join(until(terminal, "Press Enter for the advice").split())
    assert "see who said what?" not in shown
    assert "seat: above both share: yes" in shown
    terminal.sendline("")
    assert ended(terminal)[1] == 0


def test_it_can_be_stopped_there_and_nothing_is_lost(case):
    terminal = answered(case)
    until(terminal, "whose seat do you answer from?")
    terminal.sendline("1")
    until(terminal, "see who said what?")
    terminal.sendline("s")
    shown, status = ended(terminal)
    assert status == 0
    assert "Run the same command again to go on" in " ".join(shown.split())
    assert ADVISOR.read_case(case).seen_from == "centre"


def test_a_script_is_not_asked_and_may_say_it_all_the_same(case):
    case.write_text(f"format: 1\npartnership: Us\nanswers:\n{CORE}", encoding="utf-8")
    result = advisor("interview", str(case), "--core", typed="seat\n1\nshare\nyes\n\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert "whose seat" not in result.stdout.partition("Press Enter")[0]
    kept = ADVISOR.read_case(case)
    assert (kept.seen_from, kept.share) == ("centre", "yes")
