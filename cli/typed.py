"""Lines that are typed at a prompt, or come from a pipe."""

from __future__ import annotations

import io
import os
import select
import sys
from importlib import import_module
from time import sleep
from typing import Any

import click

from advisor._language import _
from advisor.errors import AdvisorError

LONGEST_LINE = (
    16_384  # bytes of a line that are looked at; four for each letter of the longest reply, and more
)
NO_LINE = 1_048_576  # bytes without an end: this is no typing
QUIET = 0.02  # seconds without a further line, after which a paste is over
MOST_PASTED = 100  # times that we wait for that


class Left(Exception):
    """Whoever types leaves before the end: on purpose, or because the input has ended."""

    def __init__(self, on_purpose: bool) -> None:
        super().__init__()
        self.on_purpose = on_purpose


def is_at_terminal() -> bool:
    """Return whether somebody types, rather than a script."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def read_line() -> str | None:
    """Return a line that is typed, or None at the end of input; in UTF-8 whatever the locale says.

    What was typed ahead at a terminal answers nothing: it is left out, and that is said. A closed input has
    ended. `AdvisorError` where a line has no end.
    """
    if is_at_terminal() and _forget_what_was_typed_ahead():
        click.echo(_("(What was typed before the question was left out. One line is taken for each.)"))
    if can_be_edited():
        return _edited_line()
    click.echo("> ", nl=False)
    sys.stdout.flush()
    line = _bytes_of_line()
    if not line or not is_at_terminal():
        click.echo()
    return line.decode("utf-8", errors="replace") if line else None


def can_be_edited() -> bool:
    """Return whether arrows can move in the line: at a terminal that can do so, where letters are UTF-8."""
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and not stream.closed and stream.isatty() for stream in streams):
        return False
    is_utf8 = all((stream.encoding or "").lower().replace("-", "") == "utf8" for stream in streams)
    return is_utf8 and os.environ.get("TERM", "dumb") != "dumb" and _editor() is not None


def _editor() -> Any:
    """Return the module that edits lines, told to keep none of them; None where there is none."""
    try:
        editor: Any = import_module("readline")
    except ImportError:  # Windows edits lines by itself
        return None
    editor.set_auto_history(False)  # what she types is in her case file and nowhere else
    if "libedit" not in (editor.__doc__ or ""):
        editor.parse_and_bind("set enable-bracketed-paste off")  # a paste is cut at its first line, as ever
    return editor


def _edited_line() -> str | None:
    """Return a line that may be edited while it is typed; None at the end of input."""
    sys.stdout.flush()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    try:
        return input("> ")
    except EOFError:
        click.echo()
        return None
    except OSError:
        return None  # a terminal that has gone


def _bytes_of_line() -> bytes:
    """Return a line, as much of it as is looked at; empty at the end of input."""
    if sys.stdin is None or sys.stdin.closed:
        return b""
    try:
        line = sys.stdin.buffer.readline(LONGEST_LINE)
        size, piece = len(line), line
        while len(piece) == LONGEST_LINE and not piece.endswith(b"\n"):
            if size > NO_LINE:
                click.echo()
                raise AdvisorError(_("input: a line does not end; end each answer with Enter"))
            piece = sys.stdin.buffer.readline(LONGEST_LINE)
            size += len(piece)
    except OSError:
        return b""  # a terminal that has gone
    return line


def _forget_what_was_typed_ahead() -> bool:
    """Leave out what waits at the terminal; return whether whole lines were among it."""
    try:
        import termios
    except ImportError:  # Windows
        return _forget_keys()
    found = False
    terminal = sys.stdin.fileno()
    for _turn in range(MOST_PASTED):
        is_waiting = bool(select.select([terminal], [], [], QUIET)[0])
        termios.tcflush(terminal, termios.TCIFLUSH)
        if not is_waiting:
            break
        found = True
    return found


def _forget_keys() -> bool:
    """Do the same at a console of Windows, which gives keys one by one and cannot be waited for."""
    try:
        console: Any = import_module("msvcrt")
    except ImportError:
        return False
    keys = ""
    for _turn in range(MOST_PASTED):
        sleep(QUIET)
        if not console.kbhit():
            break
        while console.kbhit():
            keys += console.getwch()
    return "\r" in keys
