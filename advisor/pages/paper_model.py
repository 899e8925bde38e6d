"""What is on the paper form: plain data, which a template or an outline lays out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from advisor.pages.model import Texts


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a question with its boxes; beside each stands what is typed where it is ticked.

    `mark` tells the line from others where its boxes do not, and is empty elsewhere.
    """

    mark: str
    text: str
    ticks: Texts


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: `unless` says when it is left out, `heads` what each box of a line means if it has several.

    `none` is what is said where no line fits, if something is; `whole` are answers to it as a whole.
    """

    number: int
    title: str
    how: str
    unless: str
    heads: Texts
    lines: tuple[Line, ...]
    none: str
    whole: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some questions that come together."""

    title: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Particular:
    """What is asked about the form itself: with lines to write on, or boxes; one may be `ticked`."""

    title: str
    to_write: int = 0
    lines: tuple[Line, ...] = ()
    ticked: str = ""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The questionnaire for pen and paper, from above."""

    template: ClassVar[str] = "paper.html"
    style: ClassVar[str] = "paper.css"

    language: str
    name: str
    intro: Texts
    how: Texts
    first: str
    before: tuple[Particular, ...]
    stretches: tuple[Stretch, ...]
    last: str
    behind: tuple[Particular, ...]
    own_words: str
    typing: str
    to_type: Texts
    command: str
    rests_on: str
