"""The conditions of rules: a tree of comparisons and counts, read from data.

A leaf compares one thing known about the case with what the rule needs; `all`, `any`, `none` and
`at-least` count how many of their members hold. Meaning: docs/decisions/0002-meaning-of-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union

from pydantic import Discriminator, Field, Tag

from advisor.entries import Id, Outcome, Stage
from advisor.model import Model


class AnswerIs(Model):
    """The answer to a question is, is one of, or stands at or above / below a point of its scale."""

    answer: Id
    is_: Id | None = None
    in_: tuple[Id, ...] | None = None
    at_least: Id | None = None
    at_most: Id | None = None


class ItemIs(Model):
    """An item of a checklist, written QUESTION.ITEM, is ticked (or is said not to be there)."""

    item: str
    is_: Literal["yes", "no"] = "yes"


class FindingHolds(Model):
    """A finding, form or sign of inertia, barrier or degenerative behaviour was concluded."""

    finding: Id


class StageIs(Model):
    """The weighed stage of a factor is, or is one of."""

    stage: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None


class PlacedAt(Model):
    """The leader's own placing of a factor is, or is one of."""

    placed: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None


class PatternFits(Model):
    """A pattern fits: is likely, or is at least possible."""

    pattern: Id
    fit: Literal["likely", "possible"] = "likely"


class WasTried(Model):
    """An intervention was tried, and the latest outcome is, or is one of."""

    tried: Id
    outcome: Outcome | None = None
    in_: tuple[Outcome, ...] | None = None


class AllOf(Model):
    """Every member holds."""

    all: Annotated[tuple[Condition, ...], Field(min_length=1)]


class AnyOf(Model):
    """One member or more holds."""

    any: Annotated[tuple[Condition, ...], Field(min_length=1)]


class NoneOf(Model):
    """Every member is known not to hold."""

    none: Annotated[tuple[Condition, ...], Field(min_length=1)]


class AtLeast(Model):
    """So many members hold: a number, or half or most of those that apply."""

    at_least: Annotated[int, Field(ge=1)] | Literal["half", "most"]
    of: Annotated[tuple[Condition, ...], Field(min_length=1)]


_KEYS = ("answer", "item", "finding", "stage", "placed", "pattern", "tried", "all", "any", "none", "of")


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((key for key in _KEYS if key in value), None)
    return next((key for key in _KEYS if hasattr(value, key)), None)


Condition = Annotated[
    Union[
        Annotated[AnswerIs, Tag("answer")],
        Annotated[ItemIs, Tag("item")],
        Annotated[FindingHolds, Tag("finding")],
        Annotated[StageIs, Tag("stage")],
        Annotated[PlacedAt, Tag("placed")],
        Annotated[PatternFits, Tag("pattern")],
        Annotated[WasTried, Tag("tried")],
        Annotated[AllOf, Tag("all")],
        Annotated[AnyOf, Tag("any")],
        Annotated[NoneOf, Tag("none")],
        Annotated[AtLeast, Tag("of")],
    ],
    Discriminator(_kind),
]
CONDITION_TAGS = frozenset(_KEYS)

Leaf = Union[AnswerIs, ItemIs, FindingHolds, StageIs, PlacedAt, PatternFits, WasTried]
Group = Union[AllOf, AnyOf, NoneOf, AtLeast]


def members(condition: Leaf | Group) -> tuple[Leaf | Group, ...]:
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


def leaves(condition: Leaf | Group) -> Iterator[Leaf]:
    """Yield every leaf, in the order of the text."""
    inner = members(condition)
    if not inner:
        yield condition  # type: ignore[misc]
    for member in inner:
        yield from leaves(member)
