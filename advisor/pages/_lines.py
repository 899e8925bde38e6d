"""Lines of text in a picture, below each other from its left edge."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.pages.model import Label

EDGE, LINE = 2, 16


def lines(texts: Sequence[str], y: int) -> tuple[tuple[Label, ...], int]:
    """Return texts as lines that begin at a height, and the height at which they end."""
    labels = tuple(Label(EDGE, y + LINE * (place + 1) - 3, text) for place, text in enumerate(texts))
    return labels, y + LINE * len(texts)
