"""What has a form of its own on paper as HTML, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from advisor.reports.outline_on_paper import Boxed, Boxes, Card, Cards, Fields, OnPaper

STYLE = """
.page { break-before: page }
.lined { width: calc(100% - 2px); table-layout: fixed; margin: .3em 0 }
.lined th, .lined td { border: 1px solid #777; padding: .1em .4em }
.lined tr { break-inside: avoid }
.fields { display: flex; flex-wrap: wrap; gap: .3em 1.2em; margin: .8em 0 }
.field { display: flex; gap: .4em; align-items: end; flex: 1 1 7em }
.field:first-child { flex-grow: 3 }
.field .room { flex: 1; border-bottom: 1px solid #777; min-width: 3em; height: 1.5em }
.boxes, .cards { list-style: none; padding: 0 }
.boxes li { display: flex; gap: .6em; margin: .25em 0; break-inside: avoid }
.boxes .what { flex: 1; display: flex; flex-wrap: wrap; column-gap: .6em }
.box { flex: none; width: 1.7em; height: 1.5em; border: 1.5px solid #333; border-radius: 2px }
.boxes .room { flex: 1 1 16em; border-bottom: 1px solid #777; height: 1.6em }
.cards { display: grid; grid-template-columns: 1fr 1fr; margin-right: 2px }
.cards li { border: 1px dashed #555; margin: 0 -1px -1px 0; padding: .5em .8em; break-inside: avoid }
.cards li { min-height: 6cm; box-sizing: border-box }
.cards p { margin: .5em 0 0 }
.cards .head { margin: 0; font-size: .85em }
@media screen and (max-width: 30em) { .cards { grid-template-columns: 1fr } .cards li { min-height: 0 } }
"""
DENSE = """
@page { margin: 1.3cm 1.5cm }
@media print { body { font-size: 10pt; line-height: 1.25 } .lined { font-size: 9pt; line-height: 1.15 } }
h1 { font-size: 1.4em; margin: 0 0 .3em }
h2 { margin: .7em 0 .2em }
h3 { margin: .5em 0 .15em }
.write + ul { margin-top: .9em }
p { margin: .35em 0 }
li { margin: .06em 0 }
"""

# A long list in columns, as small as it can still be read. Wide letters would take a sheet more.
LISTED = """
@page { margin: 1cm }
@media print {
  .listed { columns: 3; column-gap: .4cm }
  .listed { font: 9pt/1.1 Arial, "Liberation Sans", "DejaVu Sans Condensed", sans-serif }
  .listed h1 { font-size: 12pt; margin: 0 }
  .listed h2 { font-size: 10pt; margin: .3em 0 .1em }
  .listed ul { list-style: none; padding: 0 }
  .listed li { padding-left: .6em; text-indent: -.6em; margin: 0 }
}
.listed li { break-inside: avoid }
"""


def column_class(widths: Sequence[int]) -> str:
    """Return the class of tables whose columns have these widths."""
    return "of-" + "-".join(map(str, widths))


def column_style(widths: Sequence[int]) -> str:
    """Return what gives the columns of such tables their widths."""
    head = f".{column_class(widths)} th:nth-child"
    return "".join(f"{head}({n}) {{ width: {width}% }}\n" for n, width in enumerate(widths, 1))


def html_on_paper(block: OnPaper) -> Iterator[str]:
    """Yield the lines of a block; lines and boxes to write in are empty, and nobody is told of them."""
    match block:
        case Fields():
            fields = (f'<span class="field">{escape(label)}: {_ROOM}</span>' for label in block.labels)
            yield f'<div class="fields">{"".join(fields)}</div>'
        case Boxes():
            yield '<ul class="boxes">'
            yield from map(_boxed, block.items)
            yield "</ul>"
        case Cards():
            yield '<ul class="cards">'
            yield from map(_card, block.cards)
            yield "</ul>"


_ROOM = '<span class="room"></span>'


def _boxed(item: Boxed) -> str:
    line = f" {escape(item.line)}" if item.line else ""
    room = _ROOM if item.open else ""
    what = f'<span class="what"><span><strong>{escape(item.name)}</strong>{line}</span>{room}</span>'
    return f'<li><span class="box"></span>{what}</li>'


def _card(card: Card) -> str:
    asked = f"<p><strong>{escape(card.asked)}</strong></p>"
    return f'<li><p class="head">{escape(card.head)}</p>{asked}<p>{escape(card.known)}</p></li>'
