"""Outlines as plain data, so that what Python says can be laid beside what the script says."""

from __future__ import annotations

from typing import Any

from advisor.reports.outline import Block, Outline, Paragraph, Point, Table, Title, ToWrite
from advisor.reports.outline_on_paper import OnPaper

TYPES = {Title: "title", Paragraph: "paragraph", Point: "point", ToWrite: "to-write"}


def blocks_of(outline: Outline) -> list[dict[str, Any]]:
    """Return the blocks of an outline as the script has them."""
    return [_block(block) for block in outline.blocks]


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Table):
        return {
            "type": "table",
            "headers": list(block.headers),
            "rows": [list(row) for row in block.rows],
            "narrow": [_block(point) for point in block.narrow],
            "wraps": block.wraps,
            "to_fill": block.to_fill,
            "widths": list(block.widths),
        }
    found: dict[str, Any] = {"type": TYPES[type(block)]}
    if not isinstance(block, ToWrite | OnPaper):
        found["text"] = block.text
    if isinstance(block, Paragraph):
        found["close"] = block.close
    if isinstance(block, Point):
        mark = block.mark._asdict()
        assert not mark.pop("means")  # no such mark is on what the page shows as an outline
        found |= {"depth": block.depth, "mark": mark}
    return found
