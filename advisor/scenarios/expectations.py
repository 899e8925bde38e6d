"""What is expected of the advice on a scenario: the lists of its file, and the ids that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from advisor.knowledge.kind import Kinds
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import Id, Text


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
    """A finding that must be concluded, a pattern that must be likely, or a rule that must fire."""

    id: Id
    reason: Text
    because_of: Id | tuple[Id, ...] = ()


@record
class NotFound(Model):
    """A finding that must not be concluded, a pattern that must not be likely, a rule that must not fire."""

    id: Id
    reason: Text


@record
class Expectations(Model):
    """What the advice on a scenario is expected to say, each with its reason."""

    first: First | None = None
    recommended: tuple[Recommended, ...] = ()
    not_recommended: tuple[NotRecommended, ...] = ()
    before: tuple[Before, ...] = ()
    stages: tuple[ExpectedStage, ...] = ()
    found: tuple[Found, ...] = ()
    not_found: tuple[NotFound, ...] = ()


def reason_kinds(kinds: Kinds) -> tuple[str, ...]:
    """Return of which kinds the reasons are that an expectation may name, items of questions aside."""
    return ("rule", "question", "factor", "pattern", *kinds.concluded)


def _lists(kinds: Kinds) -> dict[str, tuple[str, ...]]:
    """Return the lists of expectations, and of which kinds the ids in them are."""
    found = (*kinds.concluded, "pattern", "rule")
    advised = kinds.advisable
    return {"recommended": advised, "not-recommended": advised, "found": found, "not-found": found}


def named_in(
    expect: Expectations, table: Kinds
) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
    """Yield every id that expectations name: where, the id, and the kinds it may be of; none for a reason."""
    if expect.first is not None:
        yield ("first", "id"), expect.first.id, ("intervention",)
    for key, kinds in _lists(table).items():
        for place, expected in enumerate(getattr(expect, key.replace("-", "_"))):
            yield (key, place, "id"), expected.id, kinds
            for id_ in because_of(expected):
                yield (key, place, "because-of"), id_, ()
    for place, stage in enumerate(expect.stages):
        yield ("stages", place, "factor"), stage.factor, ("factor",)
    for place, pair in enumerate(expect.before):
        yield ("before", place, "first"), pair.first, ("intervention",)
        yield ("before", place, "then"), pair.then, ("intervention",)


def because_of(expected: Any) -> tuple[Id, ...]:
    """Return what must be among the reasons for something expected."""
    said = getattr(expected, "because_of", ())
    return (said,) if isinstance(said, str) else said
