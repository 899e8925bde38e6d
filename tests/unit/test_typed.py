"""Lines that are typed at a console of Windows, played on Linux."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from unittest import mock

import pytest
from advisor.cli import typed

LEFT_OUT = "The others were left out"


class Console:
    """What waits at a console, in pieces that come one after the other, and then a line that is typed."""

    closed = False

    def __init__(self, pieces):
        self.pieces = [list(piece) for piece in pieces]
        self.buffer = io.BytesIO(b"2\r\n")

    def isatty(self):
        return True

    def kbhit(self):
        """Return whether a key waits; where none does, the next piece comes."""
        if self.pieces and not self.pieces[0]:
            del self.pieces[0]
            return False
        return bool(self.pieces)

    def getwch(self):
        return self.pieces[0].pop(0)


@pytest.mark.parametrize(
    ("pieces", "is_said"),
    [([], False), (["1"], False), (["1\r2\r"], True), (["1\r", "2"], True), (["\xe0H"], False)],
)
def test_what_was_typed_ahead_at_a_console_answers_nothing_and_whole_lines_are_told(pieces, is_said, capsys):
    console = Console(pieces)
    keys = SimpleNamespace(kbhit=console.kbhit, getwch=console.getwch)
    with (
        mock.patch.dict(sys.modules, {"termios": None, "msvcrt": keys}),
        mock.patch.object(sys, "stdin", console),
        mock.patch.object(typed, "QUIET", 0),
    ):
        assert typed.read_line() == "2\r\n"
    assert not console.pieces
    assert (LEFT_OUT in capsys.readouterr().out) == is_said


def test_without_any_of_these_calls_a_line_is_read_all_the_same():
    with (
        mock.patch.dict(sys.modules, {"termios": None, "msvcrt": None}),
        mock.patch.object(sys, "stdin", Console(["1\r"])),
    ):
        assert typed.read_line() == "2\r\n"
