"""How much of the advice goes on one screen: what is left out first where room is short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from advisor._language import _
from advisor.reports.advice_page import AdvicePage
from advisor.reports.wording import cut, inside

LETTERS_OF_A_NOTE, LEAST_LETTERS = 73, 40  # one line, with what stands before it


@dataclass(frozen=True, slots=True)
class Room:
    """How much is told of each part; the first step is whole in any case.

    So many `patterns` are told in a sentence, and `steps` in a line; so many of these say how to begin
    (`begins`) and why (`whys`). Whatever else is left out is on the longer page.
    """

    patterns: int = 2
    steps: int = 3
    begins: int = 3
    whys: int = 3
    likely: bool = True  # what else is likely is named, and not only counted
    helpers: bool = True  # why somebody else should lead
    notes: bool = True
    factors: bool = True  # each on a line, with its name in the study
    ahead: bool = True  # what comes next and later
    caveat: bool = True
    since: int = 2  # each first step of last time on a line; 1: all in a few lines; 0: in one
    answers: bool = True  # that raised an alert
    leads: bool = True  # the situation that leads, by its name


ROOMY = Room()
# What is given up, one after another; the longer page has it all.
_LEFT_OUT: tuple[dict[str, Any], ...] = (
    {"whys": 2},
    {"whys": 1},
    {"likely": False},
    {"begins": 2},
    {"patterns": 1},
    {"begins": 1},
    {"helpers": False},
    {"factors": False},
    {"since": 1},
    {"patterns": 0},
    {"notes": False},
    {"steps": 2},
    {"steps": 1},
    {"since": 0},
    {"ahead": False},
    {"caveat": False},
    {"answers": False},
    {"leads": False},
)


def rooms() -> Iterable[Room]:
    """Yield what may go on the screen, the most first."""
    room = ROOMY
    yield room
    for left_out in _LEFT_OUT:
        room = replace(room, **left_out)
        yield room


def shorter_below(room: Room) -> Iterable[Room]:
    """Yield the same with less below the first step, the most first: how to begin goes before what to do."""
    for begins in range(room.begins - 1, 0, -1):
        yield replace(room, begins=begins, whys=1)
    for steps in range(room.steps - 1, 0, -1):
        yield replace(room, begins=1, whys=1, steps=steps)
    least = replace(room, begins=1, whys=1, steps=1, helpers=False)
    yield least
    yield replace(least, ahead=False)


@dataclass
class Screen:
    """One screen as it is made; `is_marked` once a reason on it is marked with a star."""

    page: AdvicePage
    room: Room
    is_marked: bool = False

    def because(self, id_: str) -> str:
        """Return a reason, with a star if those who wrote the rule judge so themselves."""
        if not self.page.is_judged(id_):
            return self.page.firing(id_).because
        self.is_marked = True
        return f"{self.page.firing(id_).because}*"

    def noted(self, firings: Iterable[str]) -> Iterable[str]:
        """Yield, on a line, what she wrote beside the answers behind these firings; the first of it."""
        if self.room.notes:
            for note in list(self.page.notes.beside(firings))[:1]:
                title = self.page.knowledge.questions[note.question].title
                said = _('You wrote ({question}): "{note}"')
                room = max(LEAST_LETTERS, LETTERS_OF_A_NOTE - len(title))
                yield said.format(question=inside(title), note=cut(note.text, room))
