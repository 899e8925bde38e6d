"""Words and numbers in what a leader types."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor._language import _


class ReplyError(Exception):
    """A reply cannot be understood; the message says what to type."""


def words_in(reply: str) -> list[str]:
    """Return the words of a reply, cut at blanks and commas; a blank around a dash is passed over."""
    words = re.sub(r"\s*-\s*", "-", reply.replace(",", " ")).split()
    if not words:
        raise ReplyError(_("Type an answer, or h for help."))
    return words


def numbers_in(word: str, most: int) -> Iterable[int]:
    """Return the numbers that a word names: 4, 2-5, or none for 0."""
    found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", word, re.ASCII)
    if found:
        low, high = int(found[1]), int(found[2] or found[1])
        if low == high == 0:
            return ()
        if 1 <= low <= high <= most:
            return range(low, high + 1)
    raise ReplyError(
        _("Type the numbers that are true, such as 1 3 or 2-4 (up to {most}), or 0 for none.").format(
            most=most
        )
    )
