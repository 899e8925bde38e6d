"""The conditions of rules: a tree of comparisons and counts, read from data.

A leaf compares one thing known about the case with what the rule needs; `all`, `any`, `none` and
`at-least` count how many of their members hold. Meaning: docs/decisions/0002-meaning-of-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from advisor.knowledge.entries import Id, Outcome, Stage
from advisor.knowledge.model import Model, record


@record
class AnswerIs(Model):
    """The answer to a question is, is one of, or stands at or above / below a point of its scale."""

    answer: Id
    is_: Id | None = None
    in_: tuple[Id, ...] | None = None
    at_least: Id | None = None
    at_most: Id | None = None


@record
class ItemIs(Model):
    """An item of a checklist, written QUESTION.ITEM, is ticked (or is said not to be there)."""

    item: str
    is_: Literal["yes", "no"] = "yes"


@record
class FindingHolds(Model):
    """A finding, form or sign of inertia, barrier or degenerative behaviour was concluded."""

    finding: Id


@record
class StageIs(Model):
    """The weighed stage of a factor is, or is one of."""

    stage: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None


@record
class PlacedAt(Model):
    """The leader's own placing of a factor is, or is one of."""

    placed: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None


@record
class PatternFits(Model):
    """A pattern fits: is likely, or is at least possible."""

    pattern: Id
    fit: Literal["likely", "possible"] = "likely"


@record
class WasTried(Model):
    """An intervention was tried, and the latest outcome is, or is one of."""

    tried: Id
    outcome: Outcome | None = None
    in_: tuple[Outcome, ...] | None = None


@record
class AllOf(Model):
    """Every member holds."""

    all: tuple[Condition, ...]


@record
class AnyOf(Model):
    """One member or more holds."""

    any: tuple[Condition, ...]


@record
class NoneOf(Model):
    """Every member is known not to hold."""

    none: tuple[Condition, ...]


@record
class AtLeast(Model):
    """So many members hold: a number, or half or most of those that apply."""

    at_least: int | Literal["half", "most"]
    of: tuple[Condition, ...]


Leaf = AnswerIs | ItemIs | FindingHolds | StageIs | PlacedAt | PatternFits | WasTried
Group = AllOf | AnyOf | NoneOf | AtLeast
Condition = Leaf | Group
BY_KEY: dict[str, type[Model]] = {
    "answer": AnswerIs,
    "item": ItemIs,
    "finding": FindingHolds,
    "stage": StageIs,
    "placed": PlacedAt,
    "pattern": PatternFits,
    "tried": WasTried,
    "all": AllOf,
    "any": AnyOf,
    "none": NoneOf,
    "of": AtLeast,
}  # which condition a mapping is, by a key that only it has


def members(condition: Condition) -> tuple[Condition, ...]:
    """Return the members of a group; a leaf has none."""
    match condition:
        case AllOf():
            return condition.all
        case AnyOf():
            return condition.any
        case NoneOf():
            return condition.none
        case AtLeast():
            return condition.of
    return ()


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield every leaf, in the order of the text."""
    if not isinstance(condition, (AllOf, AnyOf, NoneOf, AtLeast)):
        yield condition
    for member in members(condition):
        yield from leaves(member)
