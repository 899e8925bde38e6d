"""An outline as Markdown, in which every text is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from advisor._text import on_one_line
from advisor.reports.outline import Block, Columns, Group, Outline, Point, Table, Title
from advisor.reports.outline_in_points import in_points
from advisor.reports.outline_on_paper import OnPaper


def as_markdown(outline: Outline) -> str:
    """Return the outline as Markdown: titles, running text, tables, and lists inside lists."""
    parts: list[str] = []
    columns = Columns()
    first = next((block for block in outline.blocks if isinstance(block, Title)), None)
    for block in outline.blocks:
        if isinstance(block, Point) and block.is_listed:
            parts.append(_point(block, columns))
            continue
        columns = Columns()
        between = [""] if parts and parts[-1] else []
        parts += [*between, *_lines(block, is_first=block is first), ""]
    return "\n".join(parts).rstrip() + "\n"


def _point(point: Point, columns: Columns) -> str:
    mark = "-" if point.mark.number is None else point.mark.sign
    return f"{' ' * columns.of(point.depth, len(mark) + 1)}{mark} {escaped(point.said)}"


def _lines(block: Block, is_first: bool) -> Iterator[str]:
    if isinstance(block, OnPaper):
        yield from (f"- {escaped(point.said)}" for point in in_points(block))
        return
    if isinstance(block, Table):
        yield _row(map(escaped, block.headers))
        yield _row("---" for _ in block.headers)
        yield from (_row(map(escaped, row)) for row in block.rows)
        return
    mark = "### " if isinstance(block, Group) else ""
    mark = ("# " if is_first else "## ") if isinstance(block, Title) else mark
    yield f"{mark}{escaped(block.text)}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Return text, on one line, that Markdown shows as it is."""
    marked = re.sub(r"([\\`*_{}\[\]<>#|!~&$])", r"\\\1", " ".join(on_one_line(text).split()))
    return re.sub(r"^(-+|=+|\+|\d+[.)])(?=\s|$)", _unlisted, marked)


def _unlisted(mark: re.Match[str]) -> str:
    """Return what would begin a list, or draw a line, so that it does not."""
    return f"{mark[0][:-1]}\\{mark[0][-1]}"
