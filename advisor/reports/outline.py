"""An outline: titles and points inside points, shown as text, Markdown or a picture.

Everything in it is text: whatever stands in a case file comes out as words, never as markup or codes.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from advisor._text import shown_name
from advisor.reports.wording import WIDTH

PARAGRAPH, TO_WRITE = -1, -2  # instead of a depth: running text, and a line for somebody to write on


@dataclass
class Outline:
    """Lines, each with its depth; 0 is a title. Between them may be running text and lines to write on."""

    lines: list[tuple[int, str]] = field(default_factory=list)

    def paragraph(self, text: str) -> None:
        """Add running text."""
        self.add(PARAGRAPH, text)

    def to_write(self, lines: int) -> None:
        """Add empty lines for somebody to write on."""
        self.lines += [(TO_WRITE, "." * 60)] * lines

    def add(self, depth: int, text: str) -> None:
        """Add a line."""
        self.lines.append((depth, shown_name(" ".join(text.split()))))

    def as_text(self, width: int = WIDTH) -> str:
        """Return the outline as lines no wider than `width`, points with a dash."""
        return "\n".join(self._text_lines(width)) + "\n"

    def _text_lines(self, width: int) -> Iterator[str]:
        for number, (depth, text) in enumerate(self.lines):
            if depth <= 0:
                yield from [""] if number else []
                yield from textwrap.wrap(text, width, break_on_hyphens=False)
                continue
            indent = "  " * min(depth, 8)
            first, rest = f"{indent[:-2]}- ", indent
            yield from textwrap.wrap(
                text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
            )

    def as_markdown(self) -> str:
        """Return the outline as Markdown: titles, running text, and lists inside lists."""
        parts: list[str] = []
        for number, (depth, text) in enumerate(self.lines):
            if depth > 0:
                parts.append(f"{'  ' * (depth - 1)}- {escaped(text)}")
                continue
            between = [""] if parts and parts[-1] else []
            mark = "" if depth < 0 else "## " if number else "# "
            parts += [*between, f"{mark}{escaped(text)}", ""]
        return "\n".join(parts).rstrip() + "\n"

    def as_svg(self) -> str:
        """Return the outline as a picture: a box for each line, joined to the one that it belongs under."""
        rows = [
            (depth, row, bool(place))
            for depth, text in self.lines
            for place, row in enumerate(textwrap.wrap(text, _COLUMNS - 3 * depth) or [""])
        ]
        height = _LINE * len(rows) + 2 * _MARGIN
        drawn = [_drawn(place, *row) for place, row in enumerate(rows)]
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
            f'font-family="sans-serif" font-size="14">'
        )
        return (
            "\n".join([head, f'<rect width="{_WIDTH}" height="{height}" fill="white"/>', *drawn, "</svg>"])
            + "\n"
        )


_COLUMNS, _LINE, _MARGIN, _INDENT, _WIDTH = 100, 20, 16, 22, 860


def _drawn(place: int, depth: int, text: str, goes_on: bool) -> str:
    x, y = _MARGIN + _INDENT * depth, _MARGIN + _LINE * place + 14
    weight = ' font-weight="bold"' if depth == 0 else ""
    mark = (
        ""
        if goes_on or not depth
        else f'<path d="M{x - 14} {y - 16} V{y - 5} H{x - 4}" fill="none" stroke="gray"/>'
    )
    return f'{mark}<text x="{x}" y="{y}"{weight}>{html.escape(text)}</text>'


def escaped(text: str) -> str:
    """Return text, on one line, that Markdown shows as it is."""
    marked = re.sub(r"([\\`*_{}\[\]<>#|!~&])", r"\\\1", " ".join(text.split()))
    return re.sub(r"^([-+]|\d+[.)])(?=\s|$)", _unlisted, marked)


def _unlisted(mark: re.Match[str]) -> str:
    """Return what would begin a list so that it begins none."""
    return f"{mark[0][:-1]}\\{mark[0][-1]}"
