"""An outline as a page to print: HTML that needs nothing beside it, in which every text is only text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from advisor._language import language_tag
from advisor.reports.outline import (
    Block,
    Group,
    Outline,
    PageTitle,
    Paragraph,
    Point,
    Table,
    Title,
    ToWrite,
)
from advisor.reports.outline_html_on_paper import (
    DENSE,
    LISTED,
    STYLE,
    column_class,
    column_style,
    html_on_paper,
)
from advisor.reports.outline_on_paper import OnPaper

_STYLE = """
@page { size: A4; margin: 2cm }
body { font: 12pt/1.45 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; color: #111 }
body { background: #fff; overflow-wrap: anywhere }
h1 { font-size: 1.6em; line-height: 1.2 }
h2, h3 { font-size: 1.15em; margin: 1.4em 0 .3em; break-after: avoid }
h3 { font-size: 1em }
li { margin: .25em 0 }
ul { padding-left: 1.2em; margin: 0 }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: .2em 1.2em .2em 0 }
table.fill { width: calc(100% - 2px); table-layout: fixed }
.fill th, .fill td { border: 1px solid #777; padding: .2em .4em }
.fill td { height: 1cm }
.ticks th:first-child { width: 61% }
.ticks td { height: .55cm }
.times th, .times td:first-child { white-space: nowrap }
.write { border-bottom: 1px solid #777; height: 1.9em }
@media print { body { margin: 0; max-width: none; padding: 0 } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main{columns}>
{body}
</main>
</body>
</html>
"""


def policy_for(style: str) -> str:
    """Return what a browser is told to allow on a page: this style, and nothing else, from anywhere."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def as_page(outline: Outline) -> str:
    """Return the outline as HTML; its first title is the page's."""
    style = _style_of(outline)
    return _PAGE.format(
        language=language_tag(),
        policy=policy_for(style),
        title=escape(outline.title),
        style=style,
        columns=' class="listed"' if outline.columns > 1 else "",
        body="\n".join(as_html_lines(outline.blocks)),
    )


def _style_of(outline: Outline) -> str:
    """Return how a page looks, with what only paper needs where there is such a thing on it."""
    on_paper = outline.dense or any(isinstance(block, OnPaper) for block in outline.blocks)
    lined = dict.fromkeys(
        block.widths for block in outline.blocks if isinstance(block, Table) and block.lined
    )
    columns = "".join(map(column_style, lined))
    return (
        _STYLE
        + (STYLE if on_paper else "")
        + (DENSE if outline.dense else "")
        + columns
        + (LISTED if outline.columns > 1 else "")
    )


def as_html_lines(blocks: Sequence[Block], titles: int = 0) -> Iterator[str]:
    """Yield blocks as lines of HTML; `titles` are those that stand above them already."""
    points = list[Point]()
    for block in blocks:
        if isinstance(block, Point) and block.is_listed:
            points.append(block)
            continue
        if points:
            yield from _list(points, 1)
            points = []
        titles += isinstance(block, Title)
        yield from _block(block, titles)
    if points:
        yield from _list(points, 1)


def _block(block: Block, titles: int) -> Iterator[str]:
    """Yield a block; `titles` are those up to it. No level of headings is left out."""
    match block:
        case Title() | Group():
            level = min(titles, 2) + isinstance(block, Group)
            new_page = ' class="page"' if isinstance(block, PageTitle) else ""
            yield f"<h{level}{new_page}>{escape(block.text)}</h{level}>"
        case Paragraph() | Point():
            yield f"<p>{escape(block.text)}</p>"
        case ToWrite():
            yield '<div class="write"></div>'
        case OnPaper():
            yield from html_on_paper(block)
        case Table():
            yield f"<table{_looks(block)}>"
            yield _row(block.headers, 'th scope="col"')
            yield from (_row([*map(block.room, cells)], "td") for cells in block.rows)
            yield "</table>"


def _looks(table: Table) -> str:
    """Return which look a table has: lined, to write in, to tick, or the times of an agenda."""
    if table.lined:
        return f' class="lined {column_class(table.widths)}"'
    if table.to_fill:
        return ' class="fill ticks"' if table.widths else ' class="fill"'
    return ' class="times"' if table.widths else ""


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag[:2]}>' for cell in cells)}</tr>"


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
