"""An outline as a page to print: HTML that needs nothing beside it, in which every text is only text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from advisor.reports.outline import PARAGRAPH, TO_WRITE, Outline

Lines = Sequence[tuple[int, str]]

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
    title = next((text for depth, text in outline.lines if depth == 0), "")
    body = "\n".join(_blocks(outline.lines))
    return _PAGE.format(title=escape(title), style=_STYLE, body=body)


def _blocks(lines: Lines) -> Iterator[str]:
    place, titles = 0, 0
    while place < len(lines):
        depth, text = lines[place]
        if depth > 0:
            end = next((i for i in range(place, len(lines)) if lines[i][0] <= 0), len(lines))
            yield from _list(lines[place:end], 1)
            place = end
            continue
        if depth == TO_WRITE:
            yield '<div class="write"></div>'
        elif depth == PARAGRAPH:
            yield f"<p>{escape(text)}</p>"
        else:
            titles += 1
            tag = "h1" if titles == 1 else "h2"
            yield f"<{tag}>{escape(text)}</{tag}>"
        place += 1


def _list(points: Lines, level: int) -> Iterator[str]:
    """Yield points as a list; those that are deeper are lists inside the point above them."""
    yield "<ul>"
    place = 0
    while place < len(points):
        end = next((i for i in range(place + 1, len(points)) if points[i][0] <= level), len(points))
        own = points[place][0] <= level
        yield f"<li>{escape(points[place][1]) if own else ''}"
        inner = points[place + 1 if own else place : end]
        if inner:
            yield from _list(inner, level + 1)
        yield "</li>"
        place = end
    yield "</ul>"
