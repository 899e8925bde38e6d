"""What is on the page of a portfolio: plain data, which the templates print and never ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.circles_model import Circles
from advisor.pages.model import Alert, Part, Saying, Texts
from advisor.pages.portfolio_words import Words


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sign of the map with what it means; `sign` is a place in SIGNS, or None where a line says it."""

    sign: int | None
    own: bool
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """A line beside the map: what the number on it stands for, and where that is."""

    number: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Keys:
    """The lines of one sector."""

    title: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Begin:
    """A partnership to start with: why, and its first step."""

    name: str
    why: str
    step: str
    how: str
    leads: str
    alone: str


@dataclass(frozen=True, slots=True)
class Common:
    """Something behind several partnerships: where it is, and what to do about it.

    `lead` says whether that is done once for all of them; `also` what else it helps with.
    """

    title: str
    text: str
    where: str
    do: str
    how: str
    leads: str
    lead: str
    also: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the table: a place in SIGNS, and the words; `own` if it is the leader's own view."""

    sign: int
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A partnership in the table; `about` is said in small letters below its name."""

    number: int
    name: str
    about: str
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How many stand where, in each column of the table a text for each stage that somebody has."""

    title: str
    cells: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """The lines of a sector in the table, and their totals."""

    title: str
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """All that is on the page, from above."""

    template: ClassVar[str] = "portfolio.html"
    style: ClassVar[str] = "portfolio.css"

    language: str
    name: str
    words: Words
    counts: Texts
    caveat: str
    alerts: tuple[Alert, ...]
    parts: dict[str, Part]  # those that are there, in their order
    picture: Circles
    legend: tuple[Meaning, ...]
    keys: tuple[Keys, ...]
    begins: tuple[Begin, ...]
    well: str
    why_answer: str
    to_answer: tuple[Saying, ...]
    more_to_answer: tuple[Saying, ...]
    common: tuple[Common, ...]
    more_common: tuple[Common, ...]
    own_part: tuple[Common, ...]
    columns: Texts
    sectors: tuple[Sector, ...]
    totals: tuple[Total, ...]
    unread: Texts
    near: Texts
    rules: tuple[Saying, ...]
    how_to_read: Texts
    rests_on: str
