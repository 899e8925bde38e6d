"""What is in a map of circles: plain data in whole numbers, which the templates print and never ask about."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._language import N_
from advisor.pages.model import Label, Texts

TIGHT, BETWEEN, LOOSE, NOT_KNOWN = range(4)  # the rings, from the centre outwards
RINGS = ("confident", "developing", "emerging", "unknown")  # their stages
LETTERS = (N_("T"), N_("I"), N_("L"), "?")


@dataclass(frozen=True, slots=True)
class Spot:
    """What is to be drawn: a partnership, or `several` of them that stand alike.

    `sector` is the title of its slice. `rings` are those on which its voices see it, the nearest first; more
    than one where they differ. `own` if it is the leader's quick view and not assessed.
    """

    number: int
    name: str
    sector: str
    rings: tuple[int, ...]
    own: bool = False
    alert: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign on the map: its place, its ring (which gives its shape, colour and letter), and what is in it."""

    x: int
    y: int
    ring: int
    number: int
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
    """The map; `title` and `says` tell who cannot see it what is in it, `legend` what its signs mean."""

    title: str
    says: str
    legend: Texts
    size: int  # it is square, and its centre is in the middle
    rings: tuple[Ring, ...]
    rays: tuple[Line, ...]
    sectors: tuple[Turned, ...]
    links: tuple[Line, ...]
    marks: tuple[Mark, ...]
    alert_word: str
