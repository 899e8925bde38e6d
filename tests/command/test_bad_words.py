"""Words behind the command that could steer a terminal are shown without what steers."""

from __future__ import annotations

import pytest

from tests.command.run import advisor


@pytest.mark.parametrize(
    "words",
    [
        ("scenario", "results", "a", "b\x1b[2J"),
        ("advise", "case.yaml", "--format", "\x1b[2J"),
        ("advise", "--\x1b[2J"),
        ("\x1b[2J",),
        ("knowledge", "list", "\x1b[2J"),
        ("knowledge", "graph", "visioning", "--depth", "\u202e\x1b[2J"),
    ],
)
def test_what_was_typed_is_quoted_without_what_could_steer_a_terminal(words):
    done = advisor(*words)
    assert done.returncode == 2
    assert "[2J" in done.stderr
    assert not set(done.stderr) & set("\x1b\u202e")


def test_the_help_that_is_shown_where_a_word_is_missing_keeps_its_lines():
    done = advisor("knowledge")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) > 5
