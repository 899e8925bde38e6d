"""An outline: what a page says, and in which order.

What has a form of its own on paper alone is in `outline_on_paper`. How it looks is the matter of
`outline_text`, `outline_markdown`, `outline_html`, `outline_docx` and `outline_svg`.
Everything in it is text: whatever stands in a case file comes out as words, never as markup or codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import ClassVar, NamedTuple

from advisor._text import on_one_line
from advisor.reports.outline_on_paper import OnPaper


class Mark(NamedTuple):
    """What stands before a point, and in how many columns, the blank behind it included.

    `number` if it numbers the point; `means` if it says something that other forms must say too.
    """

    sign: str
    columns: int
    number: int | None = None
    means: bool = False


DASH, STAR = Mark("-", 2), Mark("*", 2)
FOR, CARE = Mark("+", 2, means=True), Mark("!", 2, means=True)
PLAIN = Mark("", 0)  # a point without a mark
HANGING = Mark("", 2)  # the same, with its further lines further in


def numbered(number: int) -> Mark:
    """Return the mark of a point with a number; text stands below text up to number 9."""
    return Mark(f"{number}.", 3, number)


@dataclass(frozen=True, slots=True)
class _Line:
    """A text on one line, without anything that could steer a terminal or hide."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", on_one_line(self.text))


class Title(_Line):
    """The first is the title of the page, each further one of a section."""

    __slots__ = ()


class PageTitle(Title):
    """The title of a section that begins a new page where there are pages."""

    __slots__ = ()


class Group(_Line):
    """The title of some points inside a section."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Paragraph(_Line):
    """Running text; `close` if it follows right on what stands above it."""

    close: bool = False


@dataclass(frozen=True, slots=True)
class Point(_Line):
    """A point: of depth 1 below a title, of depth 2 below a point of depth 1, and so on."""

    depth: int = 1
    mark: Mark = DASH

    @property
    def is_listed(self) -> bool:
        """Return whether it stands in a list; right below a title and without a mark it is running text."""
        return self.depth > 1 or bool(self.mark.sign)

    @property
    def said(self) -> str:
        """Return the text, with its mark if that says something."""
        return f"{self.mark.sign} {self.text}" if self.mark.means else self.text


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A line for somebody to write on."""

    text: ClassVar[str] = "." * 60


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below their headers; where they do not fit, `narrow` says the same in points.

    Cells that are too long for a column are broken into lines if it `wraps`. Where it is `to_fill`, what has
    only dots in it is room to write. `widths` are those of the columns in parts of a hundred, if they matter.
    Where it is `lined`, lines stand between all cells.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    narrow: tuple[Point, ...]
    wraps: bool = False
    to_fill: bool = False
    widths: tuple[int, ...] = ()
    lined: bool = False

    def room(self, cell: str) -> str:
        """Return what stands in a cell where there is room to write without dots."""
        return "" if self.to_fill and not cell.strip(".") else cell

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", tuple(map(on_one_line, self.headers)))
        object.__setattr__(self, "rows", tuple(tuple(map(on_one_line, row)) for row in self.rows))


Block = Title | Group | Paragraph | Point | ToWrite | Table | OnPaper


@dataclass
class Outline:
    """What a page says, from above; in plain text its points stand `margin` columns in from its titles.

    What is `dense` is to fit on as few sheets of paper as can be; a long list may stand in `columns`, small.
    """

    blocks: list[Block] = field(default_factory=list)
    margin: int = 0
    dense: bool = False
    columns: int = 1

    @property
    def title(self) -> str:
        """Return the title of the page; none if it has none."""
        return next((block.text for block in self.blocks if isinstance(block, Title)), "")

    def put(self, blocks: Iterable[Block]) -> None:
        """Add what is made already."""
        self.blocks += blocks

    def add(self, depth: int, text: str) -> None:
        """Add a title, if the depth is 0, or a point with a dash; text of several lines becomes one."""
        said = " ".join(text.split())
        self.blocks.append(Point(said, depth) if depth else Title(said))

    def paragraph(self, text: str) -> None:
        """Add running text; several lines become one."""
        self.blocks.append(Paragraph(" ".join(text.split())))

    def to_write(self, lines: int) -> None:
        """Add empty lines for somebody to write on."""
        self.blocks += [ToWrite()] * lines

    def put_below(self, other: Outline, depth: int) -> None:
        """Add the titles and points of another outline as points, its titles at `depth`."""
        for block in other.blocks:
            if isinstance(block, Title):
                self.blocks.append(Point(block.text, depth))
            elif isinstance(block, Point):
                self.blocks.append(replace(block, depth=block.depth + depth))


class Columns:
    """How many columns in a point stands: right below the text of the point above it.

    `wide` are the columns of a mark; where a point leaves out a depth, a dash is taken to be there.
    """

    def __init__(self) -> None:
        self._above: list[int] = []

    def of(self, depth: int, wide: int, deepest: int = 99) -> int:
        """Return the columns of the next point; points below `deepest` stand no further in."""
        missing = [DASH.columns] * (depth - 1 - len(self._above))
        self._above = [*self._above[: depth - 1], *missing, wide]
        return sum(self._above[: min(depth, deepest) - 1])
