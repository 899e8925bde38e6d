"""What is on the page with progress: plain data, which the templates print and never ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.model import Alert, Part, Texts
from advisor.pages.outlined import Piece, Section
from advisor.pages.over_time_model import OverTime


@dataclass(frozen=True, slots=True)
class Words:
    """The words that the template prints beside what is on the page."""

    skip: str
    factor: str
    in_a_table: str
    scroll: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A row of the table below the charts: a factor, and where it stood on each day."""

    name: str
    term: str
    stages: Texts


@dataclass(frozen=True, slots=True)
class Seen:
    """What one says: the charts if there are days enough, the same in words, and what lies between."""

    id: str
    title: str
    picture: OverTime | None
    days: Texts
    stands: tuple[Stand, ...]
    remarks: tuple[Piece, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """All that is on the page, from above."""

    template: ClassVar[str] = "progress.html"
    style: ClassVar[str] = "pictures.css"

    language: str
    name: str
    words: Words
    alerts: tuple[Alert, ...]
    parts: tuple[Part, ...]
    voices: tuple[Seen, ...]
    to_know: tuple[Section, ...]
    rests_on: str
