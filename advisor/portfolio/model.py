"""The portfolio: all partnerships of one centre, typed.

The fields and their names are the published JSON contract (docs/portfolio.md); `portfolio.as_json()` gives
it. Pages and pictures are made from these alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor._notebook import Shown
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.cases.gathering import Unread
from advisor.portfolio.seen import (
    NO_SECTOR as NO_SECTOR,
    SEEN as SEEN,
    SEVERAL_SECTORS as SEVERAL_SECTORS,
    Cell as Cell,
    Circle as Circle,
    Counts as Counts,
    Factor as Factor,
    Named as Named,
    Row as Row,
    Seen as Seen,
    Totals as Totals,
    View as View,
)

PORTFOLIO_SCHEMA_VERSION = 1
StartBy = Literal["heat", "held-back", "first-step"]


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """Something that comes before every partnership, and where it was raised. It counts and ranks nowhere."""

    id: str
    title: str
    text: str
    turn_to: str
    partnerships: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class FirstStep:
    """How to begin: what comes first in the plan of a partnership's advice."""

    kind: str
    id: str
    title: str
    text: str
    short: str
    led_by: str


@dataclass(frozen=True, slots=True)
class Start:
    """A partnership to start with, and why. There are three at most, the first to begin with.

    `by` is the stated rule that put it here, `rule` its id in the knowledge base; `why` says the reason.
    What is `own_part` is said to the leader alone.
    """

    partnership: Named
    by: StartBy
    rule: str
    why: str
    step: FirstStep | None
    own_part: bool = False


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A partnership that is only an own view: answer the questions for it. The first is to begin with."""

    partnership: Named
    why: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do once about a cause: what rests most on it in those partnerships, and who leads it."""

    kind: str
    id: str
    title: str
    text: str
    led_by: str
    advised_in: int


@dataclass(frozen=True, slots=True)
class AlsoHelped:
    """A further cause behind several partnerships against which the same helps."""

    id: str
    kind: str
    title: str
    partnerships: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """Something behind several partnerships: a finding, inertia, barrier, pattern, or a habit of her own.

    `of` is how many were assessed. `own_part` is what she brings herself: said kindly, and to her alone.
    `once` says that it lies above or around the partnerships, so that one act may reach all of them; what is
    not has to be taken up in each. `also` are further causes that the same `remedy` helps against.
    """

    id: str
    kind: str
    title: str
    text: str
    own_part: bool
    partnerships: tuple[Named, ...]
    of: int
    remedy: Remedy | None
    once: bool = False
    also: tuple[AlsoHelped, ...] = ()


@dataclass(frozen=True, slots=True)
class RowFault:
    """Something wrong with a row of a table: which, in which file, what it is, and what to try."""

    file: str
    row: int
    said: str


@dataclass(frozen=True, slots=True)
class StartRule:
    """One of the stated rules by which it was put what to start with, in their order."""

    id: str
    title: str
    text: str
    source: str
    by: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Portfolio(Document, Shown):
    """All partnerships of a centre.

    `rows` have those with an alert first, then the order of the sectors, the unknown last, then of names.
    `well` are those that go well. `own_part` are causes that lie with the leader; they are there only where
    all of the centre's own files are one person's. `near` are names that may mean one partnership. `unread`
    are files that could not be read, `faults` the rows that were taken only as far as they are sound.
    """

    schema_version: int
    knowledge: KnowledgeRef
    factors: tuple[Factor, ...]
    alerts: tuple[RaisedAlert, ...]
    rows: tuple[Row, ...]
    circles: tuple[Circle, ...]
    sectors: tuple[Totals, ...]
    total: Totals
    start: tuple[Start, ...]
    start_rules: tuple[StartRule, ...]
    to_answer: tuple[ToAnswer, ...]
    well: tuple[Named, ...]
    causes: tuple[Cause, ...]
    own_part: tuple[Cause, ...]
    near: tuple[tuple[str, str], ...]
    unread: tuple[Unread, ...]
    faults: tuple[RowFault, ...]
