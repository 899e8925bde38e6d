"""Reading the advice: one screen, more of it, one thing whole, in other forms, by a pager."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from tests.command.run import ROOT, advisor

CASE = "scenario:talking-shop"


def shown(which, *words):
    return advisor("advise", CASE, "--show", which, *words)


@pytest.mark.parametrize(
    "which", ["1", "process managing", "PROCESS MANAGING", "process-managing", "Process man"]
)
def test_a_step_is_shown_whole_by_its_number_its_title_or_its_id(which):
    result = shown(which)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == shown("1").stdout
    assert result.stdout.startswith("Process managing [process-managing]\n")
    assert "Begin: Ask one of them this week" in result.stdout
    assert result.stdout.count("As long as you keep the list") == 1
    assert "MORE REASONS" in result.stdout


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("a talking shop", '"They go nowhere. The same talk each time": meetings go nowhere.'),
        ("Place, times and being around", "Place, times and being around: in between"),
        ("Geographical synchronicity", "often seen when in between"),
        ("convening", "Not now: Those who came may be the right people"),
        ("stability-forces", "Found, because you said:"),
        ("brokering", "REASONS"),
        ("what holds it", "Signs of inertia: "),
        ("what to do first", "3. Multi-agency meetings with feedback"),
        ("Later", "8. Strategic managers involved from the start"),
        ("what is not known", "Who is there to help?"),
    ],
)
def test_other_parts_are_shown_by_name(which, said):
    result = shown(which)
    assert (result.returncode, result.stderr) == (0, "")
    assert said in result.stdout


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("9", "there is no step 9; the steps of the advice are 1 to 8"),
        ("visioning", f"'visioning' is no part of this advice; what it is: advisor knowledge show visioning; "
         f"why not: advisor why-not {CASE} visioning"),
        ("", "names nothing"),
        ("gibberish", "there is no 'gibberish'"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_with_what_to_try(which, said):
    result = shown(which)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_one_thing_and_the_whole_page_are_not_asked_for_together():
    result = shown("1", "--full")
    assert result.returncode == 2
    assert "--show gives one thing, and --full the page" in result.stderr


def test_an_alert_comes_first_whatever_is_shown():
    for words in ([], ["--more"], ["--full"], ["--show", "2"]):
        told = advisor("advise", "scenario:the-coat-in-june", *words).stdout
        assert told.startswith("A child's safety comes before the partnership.")


def test_each_length_says_how_to_see_the_next():
    one = advisor("advise", CASE).stdout
    assert f"More: advisor advise {CASE} --more" in one
    more = advisor("advise", CASE, "--more").stdout
    assert f"advisor advise {CASE} --full" in more
    assert len(one) < len(more) < len(advisor("advise", CASE, "--full").stdout)


def test_a_hint_repeats_what_else_must_be_given(tmp_path):
    own = tmp_path / "own knowledge"
    assert advisor("knowledge", "new", str(own)).returncode == 0
    told = " ".join(advisor("advise", CASE, "--knowledge", str(own)).stdout.split())
    assert f"advisor advise {CASE} --more --knowledge '{own}'" in told


@pytest.mark.parametrize("words", [[], ["--more"], ["--full"], ["--show", "1"]])
def test_markdown_begins_with_a_title_and_goes_into_a_file(words, tmp_path):
    target = tmp_path / "advice.md"
    result = advisor("advise", CASE, "--format", "markdown", *words, "-o", str(target))
    assert result.returncode == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text == advisor("advise", CASE, "--format", "markdown", *words).stdout


def test_whose_judgement_a_reason_is_is_said_once_on_each_page():
    for words in ([], ["--more"], ["--full"], ["--show", "1"]):
        told = " ".join(advisor("advise", CASE, *words).stdout.split())
        assert told.count("those who wrote these rules") == 1
        assert "our judgement" not in told


def test_all_her_notes_come_back_each_once(tmp_path):
    case = tmp_path / "my-case.yaml"
    case.write_text(
        "format: 1\nanswers: {contact: none, trust: careful, child-at-risk: dont-know}\n"
        "notes: {contact: we only ring, trust: since the move, child-at-risk: I do not dare to ask}\n",
        encoding="utf-8",
    )
    for words in (["--more"], ["--full"]):
        told = " ".join(advisor("advise", str(case), *words).stdout.split())
        for note in ("we only ring", "since the move", "I do not dare to ask"):
            assert told.count(note) == 1
        beside, _, rest = told.partition("IN YOUR OWN WORDS")
        assert "we only ring" in beside
        assert "I do not dare to ask" in rest


# ---- at a terminal


def at_a_terminal(*words, lines=30, columns=100, **environment):
    """Run the command with input and output at a terminal of this size; return what it shows."""
    own, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    given = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "PAGER", "LESS")
    }
    given |= {"TERM": "xterm", **environment}
    command = [sys.executable, "-m", "advisor.cli.main", "advise", CASE, *words]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=given)
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # Linux says so when the other side has closed
        while chunk := os.read(own, 65536):
            told += chunk
    os.close(own)
    assert process.wait(timeout=300) == 0
    return told.decode().replace("\r\n", "\n")


@pytest.fixture
def pager(tmp_path):
    """Return a function that writes a pager of one's own: a program that notes that it was asked."""

    def written(code):
        path = tmp_path / "my pager.py"
        path.write_text(f"import sys\n{code}\n", encoding="utf-8")
        return f"{sys.executable} '{path}'"

    return written


def test_on_a_terminal_the_bytes_are_those_of_a_pipe_and_a_file(tmp_path, pager):
    named = pager("print('PAGED')")
    plain = advisor("advise", CASE).stdout
    assert at_a_terminal(PAGER=named) == plain.replace("advisor advise", at_a_terminal_named())
    target = tmp_path / "advice.txt"
    advisor("advise", CASE, "-o", str(target))
    assert target.read_text(encoding="utf-8") == plain


def at_a_terminal_named():
    """Return how hints name the command as `at_a_terminal` starts it."""
    told = at_a_terminal()
    return told.partition("More: ")[2].partition(f" {CASE}")[0]


@pytest.mark.parametrize("words", [["--more"], ["--full"], ["--show", "what to do"]])
def test_what_is_over_a_screen_goes_to_the_pager_that_she_has_chosen(words, pager):
    told = at_a_terminal(*words, PAGER=pager("sys.stdout.write('PAGED ' + sys.stdin.read())"))
    assert told.startswith("PAGED ")
    assert "Process managing" in told


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (["--more", "--no-pager"], {}),
        (["--more"], {"PAGER": ""}),
        (["--more"], {"TERM": "dumb"}),
        (["--show", "convening"], {}),
        ([], {}),
    ],
)
def test_nothing_is_paged_where_it_fits_or_she_wants_none(words, environment, pager):
    told = at_a_terminal(*words, **{"PAGER": pager("print('PAGED')"), **environment})
    assert "PAGED" not in told
    assert told


@pytest.mark.parametrize("code", ["sys.exit(3)", "sys.stdin.close(); sys.exit(1)"])
def test_a_pager_that_fails_loses_nothing(code, pager):
    assert "WHAT HOLDS IT" in at_a_terminal("--more", PAGER=pager(code))


@pytest.mark.parametrize("named", ["no-such-pager-here -x", "'not closed", "/"])
def test_a_pager_that_is_not_there_loses_nothing(named):
    assert "WHAT HOLDS IT" in at_a_terminal("--more", PAGER=named)


def test_leaving_the_pager_early_is_no_failure(pager):
    told = at_a_terminal("--full", PAGER=pager("print('PAGED', sys.stdin.readline()); sys.stdin.close()"))
    assert told.startswith("PAGED")
    assert "WHAT HOLDS IT" not in told
