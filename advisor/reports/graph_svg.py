"""What leads to what, as a picture for any browser (SVG)."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from advisor._language import N_, _
from advisor._text import on_one_line
from advisor.knowledge.influence_graph import Influence, InfluenceGraph, InfluenceNode

_WIDE, _GAP_X, _GAP_Y, _LINE, _PAD = 230, 90, 14, 15, 8
_COLUMNS = 32  # letters in a line of a box
_TOP = 50
_LEGEND = N_("What is asked leads to what is found, and that to what is advised. Broken lines hold it back.")


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a thing is drawn: its left upper corner, how high it is, and its lines."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


def graph_svg(graph: InfluenceGraph) -> str:
    """Return a graph as a picture, a column for each step from what is asked to what is advised."""
    boxes = _placed(graph)
    width = max((box.x + _WIDE for box in boxes.values()), default=_WIDE) + _PAD
    height = max((box.y + box.height for box in boxes.values()), default=_TOP) + _PAD
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="12">'
    )
    return "\n".join([head, *_drawn(graph, boxes, width, height), "</svg>"]) + "\n"


def _drawn(graph: InfluenceGraph, boxes: dict[str, _Box], width: int, height: int) -> Iterator[str]:
    yield f'<rect width="{width}" height="{height}" fill="white"/>'
    yield f'<text x="{_PAD}" y="24">{html.escape(_(_LEGEND))}</text>'
    for link in graph.links:
        yield _curve(link, boxes[link.from_], boxes[link.to])
    for thing in graph.things:
        yield _box(thing, boxes[thing.id])


def _curve(link: Influence, from_: _Box, to: _Box) -> str:
    x1, x2 = from_.x + _WIDE, to.x
    bend = max(_GAP_X // 2, abs(x2 - x1) // 3)
    dashed = ' stroke-dasharray="5 4"' if link.against else ""
    path = f"M{x1} {from_.middle} C{x1 + bend} {from_.middle} {x2 - bend} {to.middle} {x2} {to.middle}"
    said = html.escape(", ".join(link.rules))
    return f'<path d="{path}" fill="none" stroke="#777"{dashed}><title>{said}</title></path>'


def _box(thing: InfluenceNode, box: _Box) -> str:
    lines = "".join(
        f'<tspan x="{box.x + _PAD}" dy="{_LINE if number else 0}">{html.escape(line)}</tspan>'
        for number, line in enumerate(box.lines)
    )
    return (
        f"<g><title>{html.escape(thing.kind)} {html.escape(thing.id)}</title>"
        f'<rect x="{box.x}" y="{box.y}" width="{_WIDE}" height="{box.height}" rx="4" '
        f'fill="#f6f6f2" stroke="#444"/>'
        f'<text x="{box.x + _PAD}" y="{box.y + _PAD + 11}">{lines}</text></g>'
    )


def _placed(graph: InfluenceGraph) -> dict[str, _Box]:
    """Return the boxes: each column from the top, its things near the middle of what leads to them."""
    boxes: dict[str, _Box] = {}
    before: dict[str, list[str]] = {}
    for link in graph.links:
        before.setdefault(link.to, []).append(link.from_)
    columns = sorted({thing.column for thing in graph.things})
    for number, column in enumerate(columns):
        things = [thing for thing in graph.things if thing.column == column]

        def wanted(thing: InfluenceNode) -> float:
            places = [boxes[id_].middle for id_ in before.get(thing.id, ()) if id_ in boxes]
            return sum(places) / len(places) if places else 0.0

        y = _TOP
        for thing in sorted(
            things, key=wanted
        ):  # a stable sort: equals stay in the order of the knowledge base
            lines = tuple(textwrap.wrap(on_one_line(thing.short), _COLUMNS)) or ("",)
            height = _LINE * len(lines) + _PAD * 2 - 4
            y = max(y, round(wanted(thing)) - height // 2)
            box = _Box(_PAD + number * (_WIDE + _GAP_X), y, height, lines)
            boxes[thing.id] = box
            y += box.height + _GAP_Y
    return boxes
