"""An outline as a picture that any browser shows (SVG), in which every text is only text."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator

from advisor.reports.outline import Block, Outline, Point, Table, Title
from advisor.reports.outline_in_points import in_points
from advisor.reports.outline_on_paper import OnPaper

_FEWEST = 30  # letters in a line, however far in it stands
_COLUMNS, _LINE, _MARGIN, _INDENT, _WIDTH = 100, 20, 16, 22, 860


def as_svg(outline: Outline) -> str:
    """Return the outline as a picture: each line joined to the one that it belongs under, titles in bold."""
    rows = [
        (depth, row, bool(place))
        for block in outline.blocks
        for depth, text in _texts(block)
        for place, row in enumerate(textwrap.wrap(text, max(_FEWEST, _COLUMNS - 3 * depth)) or [""])
    ]
    height = _LINE * len(rows) + 2 * _MARGIN
    drawn = [_drawn(place, *row) for place, row in enumerate(rows)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="sans-serif" font-size="14">'
    )
    background = f'<rect width="{_WIDTH}" height="{height}" fill="white"/>'
    return "\n".join([head, background, *drawn, "</svg>"]) + "\n"


def _texts(block: Block) -> Iterator[tuple[int, str]]:
    """Yield the texts of a block with how far in each stands."""
    if isinstance(block, OnPaper):
        yield from ((point.depth, point.said) for point in in_points(block))
    elif isinstance(block, Table):
        yield from ((point.depth, point.text) for point in block.narrow)
    elif isinstance(block, Point):
        number = f"{block.mark.sign} " if block.mark.number is not None else ""
        yield block.depth, number + block.said
    else:
        yield int(not isinstance(block, Title)), block.text


def _drawn(place: int, depth: int, text: str, goes_on: bool) -> str:
    x, y = _MARGIN + _INDENT * depth, _MARGIN + _LINE * place + 14
    weight = ' font-weight="bold"' if depth == 0 else ""
    mark = (
        ""
        if goes_on or not depth
        else f'<path d="M{x - 14} {y - 16} V{y - 5} H{x - 4}" fill="none" stroke="gray"/>'
    )
    return f'{mark}<text x="{x}" y="{y}"{weight}>{html.escape(text)}</text>'
