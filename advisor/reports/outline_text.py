"""An outline as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.reports.outline import (
    Columns,
    Group,
    Outline,
    Paragraph,
    Point,
    Table,
    Title,
    ToWrite,
)
from advisor.reports.outline_in_points import in_points
from advisor.reports.outline_on_paper import OnPaper
from advisor.reports.wording import WIDTH, wrapped

_DEEPEST = 8  # points below stand no further in


def as_text(outline: Outline, width: int = WIDTH) -> str:
    """Return the outline as lines no wider than `width` columns."""
    return "\n".join(line.rstrip() for line in _lines(outline, width)) + "\n"


def _lines(outline: Outline, width: int) -> Iterator[str]:
    columns = Columns()
    for number, block in enumerate(outline.blocks):
        match block:
            case Point():
                yield from _point(block, outline.margin, columns, width)
            case Table():
                yield from _table(block, outline.margin, width)
            case OnPaper():
                columns = Columns()
                yield ""
                yield from (line for point in in_points(block) for line in _point(point, 0, columns, width))
            case Group():
                before = outline.blocks[number - 1] if number else None
                yield from [""] if isinstance(before, Table) or getattr(before, "close", False) else []
                yield from wrapped(block.text, outline.margin, width=width)
            case Paragraph(close=True):
                yield from wrapped(block.text, width=width)
            case Title() | Paragraph() | ToWrite():
                columns = Columns()
                yield from [""] if number else []
                yield from wrapped(block.text, width=width)


def _point(point: Point, margin: int, columns: Columns, width: int) -> list[str]:
    mark = point.mark
    indent = margin + columns.of(point.depth, mark.columns, _DEEPEST)
    sign = f"{mark.sign} " if mark.sign else ""
    if margin and point.text:
        # Here the mark counts as a word of the line, elsewhere as part of the indent. That matters only
        # where a word is nearly as long as a narrow line: each kind of page breaks it as it always did.
        return wrapped(sign + point.text, indent, indent + mark.columns, width)
    return wrapped(point.text, indent, indent + mark.columns, width, sign)


def _table(table: Table, margin: int, width: int) -> list[str]:
    from tabulate import tabulate

    widest = max(10, (width - 20) // len(table.headers)) if table.wraps else None
    drawn = tabulate(
        table.rows,
        headers=table.headers,
        tablefmt="simple",
        disable_numparse=True,  # a title that looks like a number is a title
        maxcolwidths=[widest] * len(table.headers) if widest else None,
    )
    lines = [" " * margin + line for line in drawn.splitlines()]
    if max(map(len, lines)) <= width:
        return lines
    return [line for point in table.narrow for line in _point(point, margin, Columns(), width)]
