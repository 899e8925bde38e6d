"""What is on the page with the results of exercises: plain data, which the template prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.model import Texts
from advisor.pages.totals_model import Numbers


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one learner said in her own words."""

    name: str
    said: Texts


@dataclass(frozen=True, slots=True)
class ResultsChapter:
    """The results of one scenario; a table that would be too wide for paper is there in parts."""

    id: str
    title: str
    notes: Texts
    counts: tuple[Numbers, ...]
    people: tuple[Numbers, ...]
    legend: str
    own_words: tuple[OwnWords, ...]


@dataclass(frozen=True, slots=True)
class ResultsLabels:
    """The words of the page that do not depend on the results."""

    skip: str
    contents: str
    by_person: str
    in_own_words: str
    offline: str


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """All that is on the page, from above."""

    template: ClassVar[str] = "results.html"
    style: ClassVar[str] = "results.css"

    language: str
    name: str
    chapters: tuple[ResultsChapter, ...]
    words: ResultsLabels
