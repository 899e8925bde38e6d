"""At the end of the interview: whether others may see who said what, and for which side it was answered."""

from __future__ import annotations

import pytest

from tests.terminal.talk import ADVISOR, ended, start, until


def to_the_end(case):
    terminal = start(case, "--core")
    while True:
        terminal.expect("\r\n> ", timeout=60)
        if "may all of" in terminal.before:
            return terminal
        terminal.sendline("" if "Press Enter" in terminal.before else "u")


@pytest.mark.parametrize(
    ("typed", "share", "seat"),
    [
        (["y", "2"], "yes", "partner"),
        (["N"], "no", None),
        (["perhaps"], None, None),
        (["yes", ""], "yes", None),
    ],
)
def test_what_is_typed_is_kept_and_all_else_leaves_it_open(tmp_path, typed, share, seat):
    case = tmp_path / "my-case.yaml"
    terminal = to_the_end(case)
    for number, reply in enumerate(typed):
        if number:
            until(terminal, "Whose side did you answer for?")
        terminal.sendline(reply)
    text, status = ended(terminal)
    kept = ADVISOR.read_case(case)
    assert (status, kept.share, kept.seen_from) == (0, share, seat)
    assert "Your answers are in" in text
