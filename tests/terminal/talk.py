"""A conversation at a pseudo-terminal: how an interview is started, and how each is waited for and left."""

from __future__ import annotations

import os
import re
import sys

import pexpect

from advisor import Advisor
from tests.command.run import ROOT

ADVISOR = Advisor()
QUESTIONS = list(ADVISOR.knowledge.questions.values())
FIRST, SECOND, THIRD = (question.prompt for question in QUESTIONS[:3])
NAME = "Us and them"
COMMAND = [sys.executable, "-m", "advisor.cli.main", "interview"]


def at_terminal(command, words, **named):
    """Start a command at a terminal. What is typed is typed at once, since each test waits for the prompt."""
    terminal = pexpect.spawn(command, words, encoding="utf-8", timeout=300, **named)
    terminal.delaybeforesend = None
    return terminal


def start(case, *options, columns=80, **environment):
    """Start an interview at a terminal of so many columns."""
    is_new = not case.exists()
    terminal = at_terminal(
        COMMAND[0],
        [*COMMAND[1:], str(case), *options],
        cwd=str(ROOT),
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        dimensions=(50, columns),
    )
    if is_new:
        until(terminal, "What shall we call this partnership?")
        terminal.sendline(NAME)
        until(terminal, "Which services are they")
        terminal.sendline("")
    return terminal


def until(terminal, text):
    """Wait until a text has been shown, however it was broken into lines, and the prompt behind it."""
    terminal.expect(r"\s+".join(map(re.escape, text.split())))
    shown = terminal.before + terminal.after
    terminal.expect("\r\n> ")
    return shown + terminal.before


def answer(terminal, typed, text):
    """Type a line, and wait for a text and the prompt behind it; return what was shown."""
    terminal.sendline(typed)
    return until(terminal, text)


def at_the_end(terminal):
    """Wait until the advice is offered; the seat and sharing, asked before it, are left out."""
    shown = until(terminal, "whose seat do you answer from?")
    terminal.sendline("")
    shown += until(terminal, "see who said what?")
    terminal.sendline("")
    return shown + until(terminal, "Press Enter for the advice")


def ended(terminal):
    """Wait until it is over; return what it said last, and its exit code."""
    terminal.expect(pexpect.EOF)
    terminal.wait()
    terminal.ptyproc.delayafterclose = 0  # it has ended: there is nothing more to wait for
    terminal.close()
    return terminal.before, terminal.exitstatus


def leave(terminal):
    """Stop it with Ctrl-C where the rest does not matter: hung up on, it could not end in its own way."""
    terminal.sendintr()
    assert ended(terminal)[1] == 130


def answers(case):
    return ADVISOR.read_case(case).answers
