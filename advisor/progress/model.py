"""Progress: one partnership over time, voice by voice. What the pages and tables are made from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor._notebook import Shown
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.cases.gathering import Unread
from advisor.knowledge.terms import Stage, StageOrUnknown, Sure

PROGRESS_SCHEMA_VERSION = 1
Direction = Literal["on", "same", "back"]
AfterTrying = Literal["yes", "no", "not-known"]
Turn = Literal["on", "recovered", "same", "dip", "slide", "back", "relapse"]
Place = Literal["in-line", "same-day", "no-date"]


@dataclass(frozen=True, slots=True)
class AlertSeen:
    """Something that comes before the partnership, and on which days it was raised; said first of all.

    It does not say by whom, so days are only those of voices that are shown. `undated` says that a file of
    theirs without a date raises it.
    """

    id: str
    title: str
    text: str
    turn_to: str
    dates: tuple[datetime.date, ...]
    undated: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """One file of a voice, in the order of time.

    `place` is `in-line` where it counts as a point in time: `no-date` has none, and of several files of one
    `same-day` the last by its name is in line. `other_questions` says that it was answered on other questions
    than the file in line before it.
    """

    file: str
    date: datetime.date | None
    place: Place
    questionnaire: str
    other_questions: bool
    findings: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Where a factor stands in one file: emerging, developing, confident or unknown.

    `sure` is firm or tentative, None where nothing is known; `own_view`: only the placing says so.
    """

    stage: StageOrUnknown
    sure: Sure | None
    own_view: bool


@dataclass(frozen=True, slots=True)
class Move:
    """From one known stage of a factor to the next known one; `earlier` and `later` count the visits from 0.

    `gap` says that it was not known in between. `perhaps`: one of the two stages is tentative, or the
    questions were others. `after_trying` says whether something was tried in the half year before, and
    is None where the factor did not move back.

    `turn` names it: `on`, `recovered` (on again after it went back, at least as far as it was), `same`,
    `dip` (back, soon after something was tried), `slide` (back with nothing new), `back` (nothing is known
    of what was tried), `relapse` (back, on, and back again; `after_trying` says the rest).
    `turn_perhaps`: it is called so because of an earlier move, and that is only perhaps one.
    """

    earlier: int
    later: int
    before: Stage
    after: Stage
    direction: Direction
    turn: Turn
    perhaps: bool
    gap: bool
    after_trying: AfterTrying | None
    turn_perhaps: bool = False


@dataclass(frozen=True, slots=True)
class FactorLine:
    """One factor over time: a point for each visit of the voice, and what moved between those in line.

    `title` is the study's name, `name` the plain one.
    """

    id: str
    title: str
    name: str
    points: tuple[Point, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class CameOrWent:
    """A finding or a likely situation that is there in one file and not in the other.

    `known`: all that it rests on was answered in the other file too, otherwise. If not, it may only not have
    been told there.
    """

    id: str
    kind: str
    title: str
    known: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """Something that was tried, and what came of it.

    `outcome` is what is said of it last, `said_before` what earlier entries of the same day said. `id` may
    be one that the knowledge base does not know; then `title` is the id.
    """

    kind: str
    id: str
    title: str
    date: datetime.date | None
    outcome: str
    said_before: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Between:
    """What lies between two visits in line that follow each other, counted from 0.

    `days` is how far they are apart. `same_answers`: nothing was answered otherwise. `tried` has a date after
    the earlier and not after the later one, or no date and stands in the later file for the first time.
    """

    earlier: int
    later: int
    days: int
    other_questions: bool
    same_answers: bool
    came: tuple[CameOrWent, ...]
    went: tuple[CameOrWent, ...]
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one person says of the partnership, over time. Voices are never mixed or averaged.

    `respondent` is as the latest file writes it, empty if no file says. `tried_before` lies before the first
    visit in line, `tried_since` after the last.
    """

    respondent: str
    visits: tuple[Visit, ...]
    factors: tuple[FactorLine, ...]
    between: tuple[Between, ...]
    tried_before: tuple[Tried, ...]
    tried_since: tuple[Tried, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Progress(Document, Shown):
    """One partnership over time.

    `held_back` is how many voices are not shown: there are several, and not all of them let others see who
    said what. `may_be_one` has pairs of names, of voices or partnerships, that are nearly the same.
    """

    schema_version: int
    knowledge: KnowledgeRef
    partnership: str
    alerts: tuple[AlertSeen, ...]
    voices: tuple[Voice, ...]
    held_back: int
    unread: tuple[Unread, ...]
    may_be_one: tuple[tuple[str, str], ...]
