"""As much as fits on a screen; that there is more is told."""

from __future__ import annotations

from collections.abc import Iterable

from advisor._language import _
from advisor.reports.in_full import with_full
from advisor.reports.outline import PLAIN, Outline, Point, Title
from advisor.reports.outline_text import as_text

LINES = 28  # of a terminal of 30: one for the command, one for the next prompt


def on_a_screen(outlines: Iterable[Outline]) -> Outline:
    """Return the first of some outlines that fits on a screen, or of the last as much as does."""
    last = Outline()
    for outline in outlines:
        last = outline
        if _lines(outline) <= LINES:
            return outline
    return _cut(last)


def _lines(outline: Outline) -> int:
    return as_text(outline).count("\n")


def _cut(outline: Outline) -> Outline:
    kept = Outline(margin=outline.margin)
    rest = Point(with_full(_("and more")), 1, PLAIN)
    for block in outline.blocks:
        tried = Outline([*kept.blocks, block, rest], outline.margin)
        if _lines(tried) > LINES:
            break
        kept.blocks.append(block)
    while kept.blocks and isinstance(kept.blocks[-1], Title) and len(kept.blocks) > 1:
        kept.blocks.pop()
    kept.blocks.append(rest)
    return kept
