"""What is on the page of a comparison: plain data, which the templates print and never ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.model import Alert, Part
from advisor.pages.outlined import Piece, Section
from advisor.pages.side_by_side_model import SideBySide


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """All that is on the page, from above; the picture stands in the section `pictured`, if there is one."""

    template: ClassVar[str] = "comparison.html"
    style: ClassVar[str] = "pictures.css"

    language: str
    name: str
    skip: str
    scroll: str
    alerts: tuple[Alert, ...]
    parts: tuple[Part, ...]
    opening: tuple[Piece, ...]
    picture: SideBySide | None
    pictured: str
    sections: tuple[Section, ...]
    rests_on: str
