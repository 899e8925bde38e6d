"""What is expected of the advice on a scenario: the lists of its file, and the ids that they name."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Literal

from advisor.knowledge.kind import Kinds
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import WAIT, Id, Text


@record
class Recommended(Model):
    """Something the advice must name; `because_of` what must be among its reasons.

    That may be a rule, a question or an item of one, a finding, a pattern or a factor.
    """

    id: Id
    reason: Text
    because_of: Id | tuple[Id, ...] = ()


@record
class NotRecommended(Model):
    """Something the advice must not name."""

    id: Id
    reason: Text


@record
class First(Model):
    """The intervention that must come first of all."""

    id: Id
    reason: Text


@record
class Before(Model):
    """Of two interventions, the one that must come first."""

    first: Id
    then: Id
    reason: Text


@record
class ExpectedStage(Model):
    """The stage that a factor must have; `unknown` where the answers must not be enough to say."""

    factor: Id
    is_: Literal["emerging", "developing", "confident", "unknown"]
    reason: Text


@record
class Found(Model):
    """What must be so: a finding concluded, a pattern likely, an alert raised, a rule that fires."""

    id: Id
    reason: Text
    because_of: Id | tuple[Id, ...] = ()


@record
class NotFound(Model):
    """What must not be so: a finding concluded, a pattern likely, an alert raised, a rule that fires."""

    id: Id
    reason: Text


@record
class Planned(Model):
    """Something that must be a step of the plan, or, as `among_first`, of its first steps."""

    id: Id
    reason: Text


@record
class Wait(Model):
    """That it is right to begin nothing yet and to find out more: nothing presses, or too little is known."""

    reason: Text

    @property
    def id(self) -> Id:
        """What an exercise calls that choice."""
        return WAIT


@record
class Expectations(Model):
    """What the advice on a scenario is expected to say, each with its reason."""

    wait: Wait | None = None
    first: First | None = None
    recommended: tuple[Recommended, ...] = ()
    not_recommended: tuple[NotRecommended, ...] = ()
    before: tuple[Before, ...] = ()
    stages: tuple[ExpectedStage, ...] = ()
    found: tuple[Found, ...] = ()
    not_found: tuple[NotFound, ...] = ()
    in_plan: tuple[Planned, ...] = ()
    among_first: tuple[Planned, ...] = ()


def says_something(expect: Expectations) -> bool:
    """Return whether anything is expected."""
    return any(getattr(expect, each.name) for each in fields(expect))


REASON: tuple[str, ...] = ()  # of whatever kind may be a reason


def reason_kinds(kinds: Kinds) -> tuple[str, ...]:
    """Return of which kinds the reasons are that an expectation may name, items of questions aside."""
    return ("rule", "question", "factor", "pattern", *kinds.concluded)


def named_in(table: Kinds) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return where expectations name ids: by list and key, the kinds that the id may be of."""
    found, advised = (*table.concluded, "pattern", "alert", "rule"), table.advisable
    return {
        "first": {"id": ("intervention",)},
        "recommended": {"id": advised, "because-of": REASON},
        "not-recommended": {"id": advised},
        "found": {"id": found, "because-of": REASON},
        "not-found": {"id": found},
        "in-plan": {"id": advised},
        "among-first": {"id": advised},
        "stages": {"factor": ("factor",)},
        "before": {"first": ("intervention",), "then": ("intervention",)},
    }


def because_of(expected: Any) -> tuple[Id, ...]:
    """Return what must be among the reasons for something expected."""
    said = getattr(expected, "because_of", ())
    return (said,) if isinstance(said, str) else said
