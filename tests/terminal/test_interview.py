"""`advisor interview` at a real pseudo-terminal, key by key."""

from __future__ import annotations

import contextlib
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.command.run import ROOT, advisor
from tests.support.amount import examples
from tests.terminal.talk import (
    ADVISOR,
    COMMAND,
    FIRST,
    QUESTIONS,
    SECOND,
    THIRD,
    answers,
    at_the_end,
    ended,
    leave,
    start,
    until,
)


def test_a_number_answers_and_is_on_the_disk_before_the_next_question_shows(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("1")
    until(terminal, SECOND)
    assert answers(case) == {"partner-kind": "own-house"}
    assert case.stat().st_mode & 0o777 == 0o600
    terminal.sendline("s")
    text, status = ended(terminal)
    assert status == 0
    assert "What you have answered is in" in text


def test_run_again_it_goes_on_where_it_stopped(case):
    for shown, typed in ((FIRST, "1"), (SECOND, "2")):
        terminal = start(case)
        until(terminal, shown)
        terminal.sendline(typed)
        terminal.expect("\r\n> ")
        terminal.sendline("s")
        ended(terminal)
    terminal = start(case)
    assert "2 answers are there" in " ".join(until(terminal, THIRD).split())
    leave(terminal)


def test_back_shows_the_question_before_and_enter_keeps_its_answer(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("b")
    until(terminal, "This is the first question")
    terminal.sendline("1")
    until(terminal, SECOND)
    terminal.sendline("2")
    until(terminal, THIRD)
    terminal.sendline("b")
    assert "Enter keeps: 2" in until(terminal, SECOND)
    terminal.sendline("b")
    until(terminal, FIRST)
    terminal.sendline("3")
    assert "Enter keeps: 2" in until(terminal, SECOND)
    terminal.sendline("")
    until(terminal, THIRD)
    assert answers(case) == {"partner-kind": QUESTIONS[0].options[2].id, "output": "slow"}
    leave(terminal)


def test_the_keys_that_only_tell_something_stay_at_the_question(case):
    terminal = start(case)
    until(terminal, FIRST)
    for key, told in (
        ("?", "Your answer may still decide"),
        ("r", "So far, and it may still change"),
        ("h", "save and stop"),
    ):
        terminal.sendline(key)
        until(terminal, told)
    terminal.sendline("")
    until(terminal, "Type an answer")
    terminal.sendline("99")
    until(terminal, f"Type one number from 1 to {len(QUESTIONS[0].options)}")
    terminal.sendline("4")
    until(terminal, SECOND)
    assert answers(case) == {"partner-kind": QUESTIONS[0].options[3].id}
    leave(terminal)


def test_dont_know_and_does_not_apply_are_answers(case):
    terminal = start(case)
    for shown, typed in ((FIRST, "n"), (SECOND, "u")):
        until(terminal, shown)
        terminal.sendline(typed)
    until(terminal, THIRD)
    assert answers(case) == {"partner-kind": "not-applicable", "output": "dont-know"}
    leave(terminal)


def test_notes_go_with_an_answer_or_alone(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline(": since the move")
    until(terminal, "And your answer?")
    terminal.sendline("1")
    until(terminal, SECOND)
    terminal.sendline("2 : only by mail: slow")
    until(terminal, THIRD)
    assert ADVISOR.read_case(case).notes == {"partner-kind": "since the move", "output": "only by mail: slow"}
    terminal.sendline("b")
    assert "Your note: only by mail: slow" in until(terminal, SECOND)
    leave(terminal)


def test_pasted_escape_codes_do_no_harm(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("\x1b[200~1 : \x1b]0;owned\x07\x1b[31mred\x1b[201~")
    until(terminal, SECOND)
    assert ADVISOR.read_case(case).notes == {"partner-kind": "red"}
    terminal.sendline("b")
    assert "\x1b" not in until(terminal, FIRST)
    leave(terminal)


@pytest.mark.parametrize("columns", [40, 200])
def test_every_question_fits_the_terminal(case, columns):
    terminal = start(case, "--all", columns=columns)
    for question in QUESTIONS:
        shown = until(terminal, question.prompt)
        assert max(map(len, shown.splitlines())) < min(columns, 101)
        terminal.sendline("n" if question.kind != "actions" else "0")
    at_the_end(terminal)
    terminal.sendline("")
    ended(terminal)
    assert len(answers(case)) == len(QUESTIONS)


def test_a_terminal_that_is_resized_is_followed(case):
    terminal = start(case, columns=100)
    wide = until(terminal, FIRST)
    terminal.setwinsize(50, 40)
    terminal.sendline("1")
    assert max(map(len, until(terminal, SECOND).splitlines())) < 40
    assert max(map(len, wide.splitlines())) > 40
    leave(terminal)


def test_without_unicode_the_bar_is_of_plain_signs(case):
    terminal = start(case, PYTHONIOENCODING="ascii")
    assert "...." in until(terminal, FIRST)
    leave(terminal)


def test_plain_has_no_bar_and_no_escape_codes(case):
    terminal = start(case, "--plain")
    shown = until(terminal, FIRST)
    assert not re.search(r"[█░#\x1b]|\.\.\.", shown)
    leave(terminal)


def test_the_core_ends_with_the_advice_a_day_to_look_again_and_where_the_file_is(case):
    terminal = start(case, "--core", columns=100)
    for question in (question for question in QUESTIONS if question.core):
        until(terminal, question.prompt)
        terminal.sendline({"choice": "1", "checklist": "1 ?3", "placing": "1 2 ? 1"}[question.kind])
    at_the_end(terminal)
    terminal.sendline("b")
    until(terminal, [question.prompt for question in QUESTIONS if question.core][-1])
    terminal.sendline("")
    until(terminal, "That was the last question")
    terminal.sendline("what?")
    until(terminal, "Press Enter, or type one of these:")
    terminal.sendline("")
    text, status = ended(terminal)
    said = " ".join(text.split())
    assert status == 0
    for part in (
        "WHAT TO DO FIRST",
        "Your next meeting: First speak today with whoever is responsible for safeguarding",
        "Look again on or about",
        str(case),
    ):
        assert part in said
    advised = advisor("advise", str(case)).stdout
    begin = "WHAT TO DO FIRST"
    words = advised.split(begin)[1].split()
    assert text.split(begin)[1].split()[: len(words)] == words


def test_after_the_core_it_offers_to_end_and_goes_on_if_asked(case):
    terminal = start(case)
    count = 0
    while terminal.expect([r"whose\s+seat", "\r\n> "]) == 1:
        terminal.sendline("u" if count % 2 else "n")
        count += 1
    assert count == 21
    terminal.expect("\r\n> ")
    terminal.sendline("")
    until(terminal, "see who said what?")
    terminal.sendline("")
    until(terminal, "Press Enter for the advice")
    terminal.sendline("m")
    terminal.expect("\r\n> ")
    terminal.sendline("s")
    assert "What you have answered is in" in ended(terminal)[0]


def test_ctrl_c_and_ctrl_d_say_where_the_answers_are(case):
    for key in ("\x03", "\x04"):
        terminal = start(case)
        terminal.expect("\r\n> ")
        terminal.sendline("1")
        terminal.expect("\r\n> ")
        terminal.send(key)
        text, status = ended(terminal)
        assert status == 130
        assert str(case) in text.replace("\r\n", "")
        assert "Traceback" not in text
    assert answers(case) == {"partner-kind": "own-house", "output": "nothing"}


def test_a_closed_terminal_loses_nothing_that_was_answered(case):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("1")
    until(terminal, SECOND)
    terminal.close(force=True)
    assert answers(case) == {"partner-kind": "own-house"}


@pytest.mark.parametrize("word", ["stop", "quit", "s"])
def test_a_word_does_for_a_key(case, word):
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("don't know")
    until(terminal, SECOND)
    terminal.sendline("back")
    until(terminal, FIRST)
    terminal.sendline("")
    until(terminal, SECOND)
    terminal.sendline(word)
    assert ended(terminal)[1] == 0
    assert answers(case) == {"partner-kind": "dont-know"}


def test_opened_twice_the_second_window_is_told(case):
    first = start(case)
    until(first, FIRST)
    text, status = ended(start(case))
    assert status == 2
    assert "is open in another window" in text
    first.sendline("1")
    until(first, SECOND)
    first.close()


def test_a_file_changed_by_another_program_is_not_overwritten(case):
    terminal = start(case)
    until(terminal, FIRST)
    case.write_text("format: 1\nabout: changed elsewhere\n", encoding="utf-8")
    terminal.sendline("1")
    until(terminal, "was changed by another program")
    assert case.read_text(encoding="utf-8") == "format: 1\nabout: changed elsewhere\n"
    leave(terminal)


def test_a_file_written_by_hand_keeps_its_comments_and_its_layout(case):
    text = "# mine\nformat: 1\ndate: 2026-09-14\nanswers: {contact: none}  # since May\n"
    case.write_text(text, encoding="utf-8")
    terminal = start(case)
    until(terminal, FIRST)
    terminal.sendline("1")
    terminal.expect("\r\n> ")
    leave(terminal)
    stamped = case.read_text(encoding="utf-8").splitlines(keepends=True)
    assert stamped.pop(3).startswith("questionnaire: ")  # which questions were answered
    assert "".join(stamped) == text.replace("none}", "none, partner-kind: own-house}")
    assert [path.name for path in case.parent.iterdir()] == ["case.yaml"]


def test_a_file_that_goes_away_is_written_anew_and_said(case):
    terminal = start(case)
    until(terminal, FIRST)
    case.unlink()
    terminal.sendline("1")
    until(terminal, "The file had gone. It is written anew")
    assert answers(case) == {"partner-kind": "own-house"}
    case.unlink()
    terminal.sendline("s")
    assert ended(terminal)[1] == 0
    assert answers(case) == {"partner-kind": "own-house"}


def test_answers_that_no_longer_fit_are_listed_and_the_others_kept(case):
    case.write_text(
        "format: 1\nanswers:\n  contact: sometimes\n  gone: yes\n  trust: careful\n"
        "  changes-lately: {posts-vacant: yes, moon: yes}\n",
        encoding="utf-8",
    )
    terminal = start(case)
    shown = until(terminal, FIRST)
    for answer in ("contact: sometimes", "gone: yes", "changes-lately.moon: yes", "case.yaml.1.bak"):
        assert answer in shown.replace("\r\n", "")
    assert answers(case) == {"trust": "careful", "changes-lately": {"posts-vacant": "yes"}}
    leave(terminal)


def test_from_a_pipe_it_takes_lines_and_stops_at_their_end(case):
    result = subprocess.run(
        [*COMMAND, str(case)],
        input="Us\n1\n2\n",
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (result.returncode, result.stderr) == (130, "")
    assert answers(case) == {"partner-kind": "own-house", "output": "slow"}


def test_a_script_whose_lines_end_with_the_last_question_gets_the_advice(case):
    lines = "Us\n" + "u\n" * sum(question.core for question in QUESTIONS)
    command = [*COMMAND, str(case), "--core"]
    result = subprocess.run(command, input=lines, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "WHAT TO DO" in result.stdout


def test_a_case_study_is_not_taken_for_a_file():
    result = advisor("interview", "scenario:health-visitors")
    assert result.returncode == 2
    assert "advisor advise scenario:health-visitors" in result.stderr


def test_letters_beyond_ascii_are_kept_whatever_the_locale(case):
    terminal = start(case, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="")
    until(terminal, FIRST)
    terminal.sendline("1 : caf\u00e9")
    until(terminal, SECOND)
    assert ADVISOR.read_case(case).notes == {"partner-kind": "caf\u00e9"}
    leave(terminal)


@pytest.mark.parametrize("text", ["format: 1\nanswers: [\n", "a: 1\n", "format: 9\n"])
def test_a_broken_file_is_told_and_left_as_it_is(case, text):
    case.write_text(text, encoding="utf-8")
    result = advisor("interview", str(case))
    assert result.returncode == 2
    assert result.stderr.startswith(f"{case}:")
    assert "Traceback" not in result.stderr
    assert case.read_text(encoding="utf-8") == text


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(tmp_path):
    result = advisor("interview", str(tmp_path / "missing" / "case.yaml"))
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


def test_on_a_full_disk_the_answer_may_be_given_again_and_what_was_saved_is_there(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    try:
        case = folder / "case.yaml"
        terminal = start(case)
        until(terminal, FIRST)
        filler = folder / "filler"
        fill(filler)
        terminal.sendline("1")
        until(terminal, "cannot be written")
        assert answers(case) == {}
        filler.unlink()
        terminal.sendline("1")
        until(terminal, SECOND)
        assert answers(case) == {"partner-kind": "own-house"}
        leave(terminal)
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def fill(path):
    """Write until there is no more room."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 512)


def test_killed_at_any_moment_it_loses_at_most_the_answer_that_was_being_typed(case):
    chance = random.Random(5)
    for _ in range(examples(10)):
        before = len(answers(case)) if case.exists() else 0
        process = subprocess.Popen(
            [*COMMAND, str(case), "--all"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin is not None
        process.stdin.write(b"u\n" * 3 if before else b"Us\nu\nu\nu\n")
        process.stdin.flush()
        time.sleep(chance.uniform(0.1, 0.6))
        process.send_signal(signal.SIGKILL)
        shown = process.communicate()[0].count(b"\n> ")
        if shown:
            # Each prompt beyond the first says that the answer before it is on the disk.
            assert len(answers(case)) >= before + shown - (1 if before else 2)
        if case.exists() and len(answers(case)) == len(QUESTIONS):
            case.unlink()
    assert [path.name for path in Path(case.parent).glob("*.bak")] == []
