"""Words of a case on a page where there is little room."""

from __future__ import annotations

from advisor._text import on_one_line


def cut(text: str, letters: int) -> str:
    """Return a text on one line of at most so many letters; a longer one ends in `...`, behind a word."""
    words = " ".join(on_one_line(text[: 20 * letters]).split())  # enough, however many blanks there are
    if len(words) <= letters:
        return words
    short = words[: letters - 3]
    return (short.rpartition(" ")[0] or short).rstrip(" ,;:-.") + "..."
