"""Blocks of an outline that have a form of their own on paper: to fill in, to number, to cut out.

Where there is no paper, they are points (`outline_in_points`). Nothing in their texts can steer or hide.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor._text import on_one_line


class OnPaper:
    """A block for pen or scissors."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fields(OnPaper):
    """What is to be filled in by hand, side by side on one line."""

    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "labels", tuple(map(on_one_line, self.labels)))


@dataclass(frozen=True, slots=True)
class Boxed:
    """One thing to choose: its name, and a line on it; room to write below if it is `open`."""

    name: str
    line: str = ""
    open: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", on_one_line(self.name))
        object.__setattr__(self, "line", on_one_line(self.line))


@dataclass(frozen=True, slots=True)
class Boxes(OnPaper):
    """Things to choose from, each beside a box for a number."""

    items: tuple[Boxed, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card: what it is one of, what is asked, and what is known."""

    head: str
    asked: str
    known: str

    def __post_init__(self) -> None:
        for name in ("head", "asked", "known"):
            object.__setattr__(self, name, on_one_line(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Cards(OnPaper):
    """Cards to cut out, all of one size and eight to a sheet."""

    cards: tuple[Card, ...]
