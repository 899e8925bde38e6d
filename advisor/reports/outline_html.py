"""An outline as a page to print: HTML that needs nothing beside it, in which every text is only text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from advisor.reports.outline import Block, Group, Outline, Paragraph, Point, Table, Title, ToWrite

_STYLE = """
@page { size: A4; margin: 2cm }
body { font: 12pt/1.45 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; color: #111 }
h1 { font-size: 1.6em; line-height: 1.2 }
h2 { font-size: 1.15em; margin: 1.4em 0 .3em; break-after: avoid }
li { margin: .25em 0 }
ul { padding-left: 1.2em; margin: 0 }
.write { border-bottom: 1px solid #777; height: 1.9em }
@media print { body { margin: 0; max-width: none; padding: 0 } }
"""
_TABLE_STYLE = """th, td { text-align: left; vertical-align: top; padding: .2em 1.2em .2em 0 }
"""
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def as_page(outline: Outline) -> str:
    """Return the outline as HTML; its first title is the page's."""
    has_table = any(isinstance(block, Table) for block in outline.blocks)
    style = _STYLE + (_TABLE_STYLE if has_table else "")
    return _PAGE.format(title=escape(outline.title), style=style, body="\n".join(_blocks(outline.blocks)))


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    titles, points = 0, list[Point]()
    for block in blocks:
        if isinstance(block, Point) and block.is_listed:
            points.append(block)
            continue
        if points:
            yield from _list(points, 1)
            points = []
        titles += isinstance(block, Title)
        yield from _block(block, "h1" if titles == 1 else "h2")
    if points:
        yield from _list(points, 1)


def _block(block: Block, heading: str) -> Iterator[str]:
    match block:
        case Title():
            yield f"<{heading}>{escape(block.text)}</{heading}>"
        case Group():
            yield f"<h3>{escape(block.text)}</h3>"
        case Paragraph() | Point():
            yield f"<p>{escape(block.text)}</p>"
        case ToWrite():
            yield '<div class="write"></div>'
        case Table():
            yield "<table>"
            yield _row(block.headers, "th")
            yield from (_row(cells, "td") for cells in block.rows)
            yield "</table>"


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in cells)}</tr>"


def _item(point: Point, is_numbered: bool) -> str:
    if is_numbered:
        return f'<li value="{point.mark.number}">{escape(point.said)}'
    number = "" if point.mark.number is None else f"{point.mark.sign} "
    return f"<li>{escape(number + point.said)}"


def _list(points: Sequence[Point], level: int) -> Iterator[str]:
    """Yield points as a list; those that are deeper are lists inside the point above them."""
    numbers = {point.mark.number for point in points if point.depth <= level}
    are_numbered = bool(numbers) and None not in numbers
    tag = "ol" if are_numbered else "ul"
    yield f"<{tag}>"
    place = 0
    while place < len(points):
        end = next((i for i in range(place + 1, len(points)) if points[i].depth <= level), len(points))
        point = points[place]
        own = point.depth <= level
        yield (_item(point, are_numbered) if own else "<li>")
        inner = points[place + 1 if own else place : end]
        if inner:
            yield from _list(inner, level + 1)
        yield "</li>"
        place = end
    yield f"</{tag}>"
