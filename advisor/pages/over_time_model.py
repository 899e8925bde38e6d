"""What is in the small charts of progress: plain data in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.pages.circles_model import Line
from advisor.pages.model import Label


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a factor stood on a day; `sign` is a place in SIGNS, and gives its shape."""

    x: int
    y: int
    sign: int
    tentative: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The line from one day to the next that is known; broken if it was not known in between."""

    line: Line
    broken: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """One factor over time."""

    names: tuple[Label, ...]
    levels: tuple[tuple[Label, Line], ...]
    stretches: tuple[Stretch, ...]
    dots: tuple[Dot, ...]
    turns: tuple[Label, ...]
    tried: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OverTime:
    """The charts of one voice; `title` and `says` tell who cannot see them what is in them."""

    id: str
    title: str
    says: str
    legend: str
    width: int
    height: int
    charts: tuple[Chart, ...]
    days: tuple[Label, ...]
