"""What is in a map of circles: plain data in whole numbers, which the templates print and never ask about."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._language import N_
from advisor.pages.model import Label

SIGNS = ("confident", "developing", "emerging", "unknown", "differs")  # from the centre outwards
LETTERS = (N_("T"), N_("I"), N_("L"), N_("?"), N_("D"))
BESIDE = 3  # what lies beyond the three rings: signs of what has no place on them


@dataclass(frozen=True, slots=True)
class Spot:
    """What is to be drawn: a partnership, or several of them that stand alike.

    `number` is what is written in it, `sector` the title of its slice. `signs` are places in SIGNS, the
    nearest first: more than one where its voices see it differently. `own` if it is the leader's quick view.
    """

    number: str
    name: str
    sector: str
    signs: tuple[int, ...]
    own: bool = False
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign on the map: where it is, which of SIGNS (so its shape and colour), and what is in it."""

    x: int
    y: int
    sign: int
    number: str
    letter: str
    name: str
    own: bool
    alert: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Ring:
    """The outer line of a ring, with its word on it; beyond it, where nothing is known, it is broken."""

    radius: int
    label: Label
    broken: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """A line of text that is turned round its middle by whole degrees."""

    label: Label
    degrees: int


@dataclass(frozen=True, slots=True)
class Circles:
    """The map; `title` and `says` tell who cannot see it what is in it."""

    title: str
    says: str
    size: int  # it is square, and its centre is in the middle
    rings: tuple[Ring, ...]
    rays: tuple[Line, ...]
    sectors: tuple[Turned, ...]
    links: tuple[Line, ...]
    marks: tuple[Mark, ...]
    centre: str
    alert_word: str
