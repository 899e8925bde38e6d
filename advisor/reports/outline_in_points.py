"""What has a form of its own on paper, as points for where there is no paper."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.reports.outline import Mark, Point, ToWrite
from advisor.reports.outline_on_paper import Boxes, Cards, Fields, OnPaper

_BOX = Mark("[  ]", 5, means=True)


def in_points(block: OnPaper) -> Iterator[Point]:
    """Yield the same in points."""
    match block:
        case Fields():
            yield from (Point(f"{label}: {ToWrite.text[:20]}") for label in block.labels)
        case Boxes():
            for item in block.items:
                room = ToWrite.text if item.open else ""
                yield Point(" ".join(filter(None, (item.name, item.line, room))), mark=_BOX)
        case Cards():
            yield from (Point(f"{card.head}. {card.asked} {card.known}") for card in block.cards)
