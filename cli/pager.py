"""A long text at a terminal, a screenful at a time, by the reader's own pager."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

import click

USUAL = "less"
USUAL_OPTIONS = "FRX"  # ends by itself where all is in sight, and what was read stays on the screen


def page_through(text: str) -> None:
    """Print a text; at a terminal that it does not fit, by the pager that PAGER names.

    An empty PAGER means none. Where the pager is missing or fails the text is printed all the same.
    """
    command = _pager() if _is_over_a_screen(text) else []
    if not command or not _shown_by(command, text):
        click.echo(text, nl=False)


def _is_over_a_screen(text: str) -> bool:
    is_plain = os.environ.get("TERM", "dumb") in ("", "dumb") and os.name != "nt"
    if is_plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return text.count("\n") >= shutil.get_terminal_size().lines  # one line is for what is typed next


def _pager() -> list[str]:
    """Return the command of the pager, in words; none if there is none."""
    named = os.environ.get("PAGER")
    if named is None:
        return [USUAL] if shutil.which(USUAL) else []
    try:
        return shlex.split(named, posix=os.name != "nt")
    except ValueError:  # a quote that is not closed
        return []


def _shown_by(command: list[str], text: str) -> bool:
    """Return whether a pager has shown the text, be it that its reader did not read to the end."""
    environment = {"LESS": USUAL_OPTIONS, **os.environ}
    sys.stdout.flush()
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603 (her own choice)
    except (OSError, ValueError):
        return False
    assert pager.stdin is not None
    try:
        with pager.stdin as stream:
            stream.write(text.encode(sys.stdout.encoding or "utf-8", errors="backslashreplace"))
    except (OSError, KeyboardInterrupt):
        pass  # the reader has left before the end
    return _ended(pager) == 0


def _ended(pager: subprocess.Popen[bytes]) -> int:
    """Wait for the pager and return its exit code; an interrupt is for the pager, which goes on."""
    while True:
        try:
            return pager.wait()
        except KeyboardInterrupt:
            continue
