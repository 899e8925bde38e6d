"""The conditions of rules: a tree of comparisons and counts, read from data.

A leaf compares one thing known about the case with what the rule needs; `all`, `any`, `none` and
`at-least` count how many of their members hold. Meaning: docs/decisions/0002-meaning-of-rules.md.
Each leaf says itself what it looks at (`thing`) and which facts make it true or false (`reads`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Protocol

from advisor.knowledge.entries import NOT_APPLICABLE, STAGES, Id, Outcome, Stage
from advisor.knowledge.facts import ABSENT, OUTCOMES, PRESENT, Fact, Reads, Thing
from advisor.knowledge.model import Model, record


class Scales(Protocol):
    """What knows the options of a question, in their order: a knowledge base."""

    def options_of(self, question: str) -> tuple[Id, ...]:
        """Return the ids of the options of a question."""


class _Leaf(Model):
    """A comparison with one thing; `kind` is that of the facts which it reads."""

    __slots__ = ()
    kind: ClassVar[str]
    members: ClassVar[tuple[Condition, ...]] = ()

    @property
    def subject(self) -> Id:
        """The id of what it looks at; an item of a checklist is QUESTION.ITEM."""
        raise NotImplementedError

    @property
    def thing(self) -> Thing:
        """What it looks at: the kind of its facts, and their id."""
        return self.kind, self.subject


@record
class AnswerIs(_Leaf):
    """The answer to a question is, is one of, or stands at or above / below a point of its scale."""

    kind: ClassVar[str] = "answer"
    answer: Id
    is_: Id | None = None
    in_: tuple[Id, ...] | None = None
    at_least: Id | None = None
    at_most: Id | None = None

    @property
    def subject(self) -> Id:
        """The question."""
        return self.answer

    def reads(self, scales: Scales) -> Reads:
        """Return which facts make it true and which make it false."""
        options = scales.options_of(self.answer)
        return _one_of(self.thing, options, self._wanted(options))

    def _wanted(self, scale: tuple[Id, ...]) -> tuple[Id, ...]:
        if self.in_ is not None or self.is_ is not None:
            return self.in_ or _single(self.is_)
        low = scale.index(self.at_least) if self.at_least else 0
        high = scale.index(self.at_most) if self.at_most else len(scale) - 1
        return scale[low : high + 1]


@record
class ItemIs(_Leaf):
    """An item of a checklist, written QUESTION.ITEM, is ticked (or is said not to be there)."""

    kind: ClassVar[str] = "item"
    item: str
    is_: Literal["yes", "no"] = "yes"

    @property
    def subject(self) -> Id:
        """The item."""
        return self.item

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _one_of(self.thing, ("yes", "no"), (self.is_,))


@record
class FindingHolds(_Leaf):
    """A finding, form or sign of inertia, barrier or degenerative behaviour was concluded."""

    kind: ClassVar[str] = "finding"
    finding: Id

    @property
    def subject(self) -> Id:
        """The finding."""
        return self.finding

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _concluded(self.thing, (PRESENT,))


@record
class StageIs(_Leaf):
    """The weighed stage of a factor is, or is one of."""

    kind: ClassVar[str] = "stage"
    stage: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None

    @property
    def subject(self) -> Id:
        """The factor."""
        return self.stage

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _always_applicable(self.thing, STAGES, self.in_ or _single(self.is_))


@record
class PlacedAt(_Leaf):
    """The leader's own placing of a factor is, or is one of."""

    kind: ClassVar[str] = "placed"
    placed: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None

    @property
    def subject(self) -> Id:
        """The factor."""
        return self.placed

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _one_of(self.thing, STAGES, self.in_ or _single(self.is_))


@record
class PatternFits(_Leaf):
    """A pattern fits: is likely, or is at least possible."""

    kind: ClassVar[str] = "pattern"
    pattern: Id
    fit: Literal["likely", "possible"] = "likely"

    @property
    def subject(self) -> Id:
        """The pattern."""
        return self.pattern

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _concluded(self.thing, ("likely",) if self.fit == "likely" else ("likely", "possible"))


@record
class WasTried(_Leaf):
    """An intervention was tried, and the latest outcome is, or is one of."""

    kind: ClassVar[str] = "tried"
    tried: Id
    outcome: Outcome | None = None
    in_: tuple[Outcome, ...] | None = None

    @property
    def subject(self) -> Id:
        """The intervention."""
        return self.tried

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true and which make it false."""
        return _always_applicable(self.thing, OUTCOMES, self.in_ or _single(self.outcome))


def _one_of(thing: Thing, known: tuple[str, ...], wanted: tuple[str, ...]) -> Reads:
    outside = Fact(*thing, NOT_APPLICABLE)
    yes = tuple(Fact(*thing, value) for value in known if value in wanted)
    no = tuple(Fact(*thing, value) for value in known if value not in wanted)
    return Reads(yes, (*no, outside), outside)


def _always_applicable(thing: Thing, known: tuple[str, ...], wanted: tuple[str, ...]) -> Reads:
    reads = _one_of(thing, known, wanted)
    return Reads(reads.yes, reads.no[:-1])


def _concluded(thing: Thing, values: tuple[str, ...]) -> Reads:
    return Reads(tuple(Fact(*thing, value) for value in values), (Fact(*thing, ABSENT),))


def _single(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


@record
class AllOf(Model):
    """Every member holds."""

    all: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions inside it."""
        return self.all


@record
class AnyOf(Model):
    """One member or more holds."""

    any: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions inside it."""
        return self.any


@record
class NoneOf(Model):
    """Every member is known not to hold."""

    none: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions inside it."""
        return self.none


@record
class AtLeast(Model):
    """So many members hold: a number, or half or most of those that apply."""

    at_least: int | Literal["half", "most"]
    of: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions inside it."""
        return self.of


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


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield every leaf, in the order of the text."""
    if isinstance(condition, _Leaf):
        yield condition
    for member in condition.members:
        yield from leaves(member)
