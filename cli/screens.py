"""A long text in pieces that a screen holds."""

from __future__ import annotations

import re

_POINT = re.compile(r"- |\d+\. ")  # what a point begins with that stands in no other


def screens_of(text: str, most: int) -> list[str]:
    """Return a text in pieces of at most so many lines, cut before a title or a point where one is near.

    Running text is cut into pieces of about the same length, so that no line or two stand alone.
    """
    lines, screens = text.strip("\n").split("\n"), []
    while len(lines) > most:
        cut = _cut(lines, most)
        screens.append("\n".join(lines[:cut]).strip("\n"))
        lines = lines[cut:]
    return [*screens, "\n".join(lines).strip("\n")]


def _cut(lines: list[str], most: int) -> int:
    """Return how many lines the next piece has."""
    points = [at for at in range(1, most + 1) if _POINT.match(lines[at])]
    titles = [at for at in range(1, most + 1) if not lines[at]]
    pieces = -(-len(lines) // most)
    evenly = [-(-len(lines) // pieces)]
    cut = ([at for at in titles if at > most // 2] or points or evenly)[-1]
    is_title = not re.match(r"[ -]|\d+\. ", lines[cut - 1]) and not any(lines[cut - 2 : cut - 1])
    return cut - 1 if is_title and cut > 1 else cut  # no title alone at the end
