"""What changed in the advice between two knowledge bases, typed: the published JSON contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor._notebook import Shown
from advisor.cases.gathering import Unread

ACROSS_SCHEMA_VERSION = 1

How = Literal["removed", "added", "condition", "conclusion", "text"]
Fires = Literal["now", "no-longer", "still", "neither"]
By = Literal[
    "rule-removed",
    "rule-added",
    "condition-changed",
    "conclusion-changed",
    "rests-on-another",
    "answers",
    "entry-changed",
    "weighing",
    "order",
    "text-only",
]
Part = Literal[
    "alert", "stage", "sure", "finding", "pattern", "leads", "advised", "rank", "readiness", "led-by", "plan",
    "text",
]  # fmt: skip
AnsweredOn = Literal["old", "new", "both", "another", "not-said"]


@dataclass(frozen=True, slots=True)
class Base:
    """A knowledge base: its name, its version, the digest of its files and the questions that it asks."""

    name: str
    version: str
    digest: str
    questionnaire: str


@dataclass(frozen=True, slots=True)
class Different:
    """A rule or another entry that is not the same in both knowledge bases.

    `how` says in which ways: it was `removed` or `added`, or its `condition`, its `conclusion` or a `text`
    changed; of an entry that is no rule a `field` changed that decides something.
    """

    id: str
    kind: str
    title: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """A rule that is not the same in both knowledge bases, and at the root of a change.

    `fires` says of this case whether it fires `now`, `no-longer`, `still`, or with `neither`.
    """

    rule: str
    title: str
    how: How
    fires: Fires


@dataclass(frozen=True, slots=True)
class Turned:
    """A rule that fires, or concludes, otherwise in a case; `by` is why, `roots` the rules at the root."""

    rule: str
    title: str
    fires: Fires
    by: By
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise; `before` and `after` are None where it was or is not there.

    `by` is the one explanation. `roots` are the rules at the root of it; `entries` and `answers` name what
    else it comes from: entries that changed, questions of which only one of the two knows the answer.
    """

    part: Part
    id: str
    title: str
    before: str | None
    after: str | None
    by: By
    roots: tuple[Root, ...] = ()
    entries: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseAcross:
    """One case under both: what changed, which rules fire or say otherwise, and which answers do not fit.

    `answered_on` says of which of the two the questions are on which it was answered. `unknown_to_old` and
    `unknown_to_new` have a line for each answer, note or thing tried that is left out there.
    """

    name: str
    partnership: str
    answered_on: AnsweredOn
    unknown_to_old: tuple[str, ...]
    unknown_to_new: tuple[str, ...]
    changes: tuple[Change, ...]
    rules: tuple[Turned, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """A change that several cases have, or one: in how many, and the rules at the root in any of them."""

    part: Part
    id: str
    title: str
    before: str | None
    after: str | None
    cases: int
    roots: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Across(Document, Shown):
    """Cases under two knowledge bases: what differs between these, what changed in all, and in each case.

    `rules` and `entries` are what is not the same in both; `reordered` are the kinds of entries that stand in
    another order. `common` are the changes, the commonest first; `unchanged` counts the cases without any.
    """

    schema_version: int
    old: Base
    new: Base
    rules: tuple[Different, ...]
    entries: tuple[Different, ...]
    reordered: tuple[str, ...]
    unchanged: int
    common: tuple[Common, ...]
    cases: tuple[CaseAcross, ...]
    unread: tuple[Unread, ...]
