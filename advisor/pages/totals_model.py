"""What is on the page with totals: plain data, which the template prints and never asks about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.model import Label, Texts


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar; `look` says how it is filled, `text` what stands in it, if it fits."""

    x: int
    width: int
    look: str
    text: Label | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The cases of one sector or time: a name, how many there are, and a piece for each part of them."""

    name: Label
    cases: Label
    y: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What a look means: its letter, and the words."""

    look: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of bars; `title` and `says` tell who cannot see it what is in it."""

    id: str
    title: str
    says: str
    width: int
    height: int
    bar_height: int
    keys: tuple[Key, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table of numbers."""

    caption: str
    headers: Texts
    rows: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A factor, or the whole: its picture and its numbers, or what is said instead."""

    title: str
    picture: Bars | None
    numbers: Numbers | None
    instead: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page."""

    id: str
    title: str
    notes: Texts
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class TotalsLabels:
    """The words of the page that do not depend on the numbers."""

    skip: str
    contents: str
    before_all: str
    in_numbers: str
    offline: str


@dataclass(frozen=True, slots=True)
class TotalsPage:
    """All that is on the page, from above."""

    template: ClassVar[str] = "totals.html"
    style: ClassVar[str] = "totals.css"

    language: str
    name: str
    alerts: str
    lead: Texts
    chapters: tuple[Chapter, ...]
    first_title: str
    first: Numbers | None
    words: TotalsLabels
