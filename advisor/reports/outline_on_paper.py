"""Blocks of an outline that have a form of their own on paper: to fill in, to number, to cut out.

Where there is no paper, they are points (`outline_in_points`).
"""

from __future__ import annotations

from dataclasses import dataclass


class OnPaper:
    """A block for pen or scissors."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fields(OnPaper):
    """What is to be filled in by hand, side by side on one line."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boxed:
    """One thing to choose: its name, and a line on it; room to write below if it is `open`."""

    name: str
    line: str = ""
    open: bool = False


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


@dataclass(frozen=True, slots=True)
class Cards(OnPaper):
    """Cards to cut out, all of one size and eight to a sheet."""

    cards: tuple[Card, ...]
