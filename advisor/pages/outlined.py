"""The parts of an outline as parts of a page, so that a page says in words what all other forms say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from advisor.reports.outline import Block, Outline, Paragraph, Point, Table, Title
from advisor.reports.outline_html import as_html_lines


@dataclass(frozen=True, slots=True)
class Piece:
    """Some blocks as HTML; a table has a piece for itself, since on a phone it is moved sideways."""

    html: Markup
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page; the first of an outline has no title of its own, but the page's."""

    id: str
    title: str
    pieces: tuple[Piece, ...]


def sections_of(outline: Outline, level: int = 2, prefix: str = "part") -> Iterator[Section]:
    """Yield the parts of an outline whose titles are to be headings of a level."""
    title, blocks, number = "", list[Block](), 0
    for block in outline.blocks:
        if isinstance(block, Title):
            if blocks or number:
                yield _section(title, blocks, f"{prefix}-{number}", level)
            title, blocks, number = block.text, [], number + 1
        else:
            blocks.append(block)
    yield _section(title, blocks, f"{prefix}-{number}", level)


def _section(title: str, blocks: Sequence[Block], id_: str, level: int) -> Section:
    said = title.capitalize() if title.isupper() else title
    return Section(id_, said, tuple(_pieces(blocks, level)))


def _pieces(blocks: Sequence[Block], level: int) -> Iterator[Piece]:
    for is_table, found in groupby(blocks, key=lambda block: isinstance(block, Table)):
        lines = "\n".join(as_html_lines([*found], level))
        yield Piece(Markup(lines), is_table)  # noqa: S704 (every text in it is escaped there)


def without(outline: Outline, *texts: str) -> Outline:
    """Return an outline without its tables and these texts: what the page shows in its own way."""
    kept: list[Block] = [
        block
        for block in outline.blocks
        if not isinstance(block, Table) and not (isinstance(block, Point | Paragraph) and block.text in texts)
    ]
    return Outline(kept, outline.margin)
