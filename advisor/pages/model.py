"""What is on the page with the advice: plain data, which the templates print and never ask about.

Every text is text: how it is made harmless is the matter of `advisor.pages.render`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

Texts = tuple[str, ...]


class Page(Protocol):
    """What is on a page, with the names of the template that lays it out and of its style."""

    template: ClassVar[str]
    style: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Unfolding:
    """A reason with what it rests on, down to answers; `notes` are what she wrote beside such an answer.

    `again` if it unfolds somewhere above on the page too: on paper it is not printed a second time.
    """

    text: str
    because: str = ""
    source: str = ""
    notes: Texts = ()
    below: tuple[Unfolding, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """What comes before everything: what it is, whom to turn to, what it means, which answers raised it."""

    text: str
    means: str


@dataclass(frozen=True, slots=True)
class Errand:
    """A step on the sheet to take along, with her own words as the reason; `care` may say nothing."""

    title: str
    what: str
    how: str
    words: Texts
    leads: str
    care: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page to take along: `instead` is said where nothing comes first; `again` is a day, or nothing."""

    errands: tuple[Errand, ...]
    instead: Texts
    worse: str
    again: str


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in a picture."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """One stage of a factor: whether the partnership stands `here`, and whether that is `sure`."""

    x: int
    y: int
    label: Label
    here: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A factor in the picture; the arrow, if there is one, leads from where it stands to the next stage."""

    names: tuple[Label, ...]
    boxes: tuple[Box, ...]
    arrow: str
    moves: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The four factors as a picture: `title` and `says` tell who cannot see it what is in it."""

    title: str
    says: str
    legend: str
    width: int
    height: int
    box_width: int
    box_height: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one factor stands: the plain name first, then the study's; what moves it on, and why it is so.

    `moves` is empty where nothing moves it on now; `or_else` says why, in a table.
    """

    name: str
    term: str
    stands: str
    sure: str
    own_view: str
    moves: str
    or_else: str
    seen: str
    reasons: tuple[Unfolding, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What holds a partnership, or carries it."""

    title: str
    fit: str
    text: str
    worse: str
    reasons: tuple[Unfolding, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the plan: the lines about it, and all its reasons."""

    number: int
    title: str
    what: str
    about: Texts
    reasons: tuple[Unfolding, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps that come at one time, or what is advised of one kind."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something with what is said of it: a question and why it is asked, a note and where it was written."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the page, with the name by which one jumps to it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class AdvicePage:
    """All that is on the page, from above."""

    template: ClassVar[str] = "advice.html"
    style: ClassVar[str] = "style.css"

    language: str
    name: str
    by: str
    caveat: str
    alerts: tuple[Alert, ...]
    parts: dict[str, Part]  # those that are there, in their order
    sheet: Sheet
    since: Texts  # what became of last time's first steps, and what has moved
    picture: Picture
    standings: tuple[Standing, ...]
    situations: tuple[Situation, ...]
    more_situations: tuple[Situation, ...]
    beside: Texts
    plan: tuple[Stretch, ...]
    everything: tuple[Stretch, ...]
    nothing_first: str
    held: tuple[Saying, ...]
    more_held: tuple[Saying, ...]
    notes: tuple[Saying, ...]
    to_ask: tuple[Saying, ...]
    more_to_ask: tuple[Saying, ...]
    how_sure: Texts
    rests_on: str
