"""Bars that are split: as wide as each other, a name above each, and a piece for each part of its cases.

Colour, pattern and letter say the same. What is merged is hatched across. All widths come from numbers that
are on the page anyway, so nobody can measure more than is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from advisor._language import _
from advisor.pages.model import Label
from advisor.pages.totals_model import Bar, Bars, Key, Piece
from advisor.reports.totals_shown import Line, Panel, part_title

WIDTH, EDGE = 340, 2
NAME, BAR_HEIGHT, BETWEEN = 16, 24, 8
LETTER, MARGIN = 7, 6  # of the texts in pieces, in the size that the style gives them
MERGED = ("merged-a", "merged-b")  # of four values, no more than two pairs can be merged


def bars(panel: Panel, id_: str) -> Bars:
    """Return the picture of a panel that is split."""
    keys = tuple(_keys(panel))
    pitch = NAME + BAR_HEIGHT + BETWEEN
    return Bars(
        id=id_,
        title=panel.title,
        says=" ".join(_said(line, panel) for line in panel.lines),
        width=WIDTH,
        height=pitch * len(panel.lines),
        bar_height=BAR_HEIGHT,
        keys=keys,
        bars=tuple(_bar(line, keys, pitch * place) for place, line in enumerate(panel.lines)),
    )


def _said(line: Line, panel: Panel) -> str:
    parts = ", ".join(
        _("{part} {n:,}").format(part=part, n=n) for part, n in zip(panel.parts, line.numbers, strict=True)
    )
    return _("{label}: {numbers}, of {cases:,}.").format(label=line.label, numbers=parts, cases=line.cases)


def _keys(panel: Panel) -> Iterator[Key]:
    merged = iter(MERGED)
    for values, text in zip(panel.values, panel.parts, strict=True):
        look = values[0] if len(values) == 1 else next(merged)
        yield Key(look, "/".join(map(_letter, values)), text)


def _letter(value: str) -> str:
    return "?" if value == "unknown" else part_title([value])[:1].upper()


def _bar(line: Line, keys: Sequence[Key], y: int) -> Bar:
    room = WIDTH - 2 * EDGE
    ends = [EDGE + room * upto // line.cases for upto in accumulate(line.numbers, initial=0)]
    middle = y + NAME + BAR_HEIGHT // 2 + 4
    return Bar(
        name=Label(EDGE, y + NAME - 4, line.label),
        cases=Label(WIDTH - EDGE, y + NAME - 4, _("of {cases:,}").format(cases=line.cases)),
        y=y + NAME,
        pieces=tuple(
            Piece(begin, end - begin, key.look, _inside(begin, end, middle, key, number))
            for (begin, end), key, number in zip(pairwise(ends), keys, line.numbers, strict=True)
        ),
    )


def _inside(begin: int, end: int, y: int, key: Key, number: int) -> Label | None:
    """Return what stands in a piece: the letter and the number, or what of it fits."""
    for text in (f"{key.letter} {number:,}", key.letter):
        if len(text) * LETTER + MARGIN <= end - begin:
            return Label((begin + end) // 2, y, text)
    return None
