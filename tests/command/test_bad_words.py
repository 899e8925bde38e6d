"""Words behind the command that could steer a terminal are shown without what steers."""

from __future__ import annotations

import pytest

from tests.command.run import advisor


@pytest.mark.parametrize(
    "words",
    [
        ("scenario", "results", "b\x15c"),
        ("advise", "case.yaml", "--format", "\x1b[2J\x15c"),
        ("advise", "--\x1b[2J\x15c"),
        ("\x1b[2J\x15c",),
        ("knowledge", "list", "\x1b[2J\x15c"),
        ("knowledge", "graph", "visioning", "--depth", "\u202e\x1b[2J\x15c"),
    ],
)
def test_what_was_typed_is_quoted_without_what_could_steer_a_terminal(words):
    done = advisor(*words)
    assert done.returncode == 2
    assert "?c" in done.stderr or "\\x15c" in done.stderr
    assert not set(done.stderr) & set("\x15\x1b\u202e")


def test_the_help_that_is_shown_where_a_word_is_missing_keeps_its_lines():
    done = advisor("knowledge")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) > 5
