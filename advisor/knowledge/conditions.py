"""The conditions of rules: a tree of comparisons and counts, read from data.

A leaf compares one thing known about the case with what the rule needs: its `thing`, and the facts that it
`reads`. Groups count how many of their members hold. Meaning: docs/decisions/0002-meaning-of-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, get_args

from advisor.knowledge.comparison import Comparison, Concluded, Named, Scales, one_or_several
from advisor.knowledge.facts import MOVES, OUTCOMES, PRESENT, Fact, Reads
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import STAGES, SURE, Id, Move, Outcome, Stage, Sure


@record
class AnswerIs(Comparison):
    """The answer to a question is, is one of, or stands at or above / below a point of its scale."""

    kind: ClassVar[str] = "answer"
    answer: Id
    is_: Id | None = None
    in_: tuple[Id, ...] | None = None
    at_least: Id | None = None
    at_most: Id | None = None

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        if self.in_ is not None or self.is_ is not None:
            return one_or_several(self.is_, self.in_)
        low = values.index(self.at_least) if self.at_least else 0
        high = values.index(self.at_most) if self.at_most else len(values) - 1
        return values[low : high + 1]


@record
class ItemIs(Named):
    """An item of a checklist, written QUESTION.ITEM, is ticked (or is said not to be there)."""

    kind: ClassVar[str] = "item"
    values: ClassVar[tuple[str, ...]] = ("yes", "no")
    item: str
    is_: Literal["yes", "no"] = "yes"


@record
class FindingHolds(Concluded):
    """A finding, form or sign of inertia, barrier or degenerative behaviour was concluded."""

    kind: ClassVar[str] = "finding"
    values: ClassVar[tuple[str, ...]] = (PRESENT,)
    finding: Id

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return what makes it true."""
        return values


@record
class StageIs(Named):
    """The weighed stage of a factor is, or is one of; with `sure`, where that is firm, or tentative."""

    kind: ClassVar[str] = "stage"
    values: ClassVar[tuple[str, ...]] = STAGES
    leaves_shares: ClassVar[bool] = False
    stage: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None
    sure: Sure | None = None

    def reads(self, scales: Scales) -> Reads:
        """Return which facts make it true, and which make it false."""
        if self.sure is None:
            return Named.reads(self, scales)  # super() does not know a class that slots made anew
        wanted = {f"{stage}-{self.sure}" for stage in self.wanted(STAGES)}
        facts = [Fact("sure", self.stage, f"{stage}-{sure}") for stage in STAGES for sure in SURE]
        yes, no = (tuple(fact for fact in facts if (fact.value in wanted) is on) for on in (True, False))
        return Reads(yes, no)


@record
class PlacedAt(Named):
    """The leader's own placing of a factor is, or is one of."""

    kind: ClassVar[str] = "placed"
    values: ClassVar[tuple[str, ...]] = STAGES
    placed: Id
    is_: Stage | None = None
    in_: tuple[Stage, ...] | None = None


@record
class PatternFits(Concluded):
    """A pattern fits: is likely, or is at least possible."""

    kind: ClassVar[str] = "pattern"
    values: ClassVar[tuple[str, ...]] = ("likely", "possible")
    pattern: Id
    fit: Literal["likely", "possible"] = "likely"

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        return values[: 1 if self.fit == "likely" else 2]


@record
class WasTried(Named):
    """An intervention was tried, and the latest outcome is, or is one of."""

    kind: ClassVar[str] = "tried"
    one: ClassVar[str] = "outcome"
    values: ClassVar[tuple[str, ...]] = OUTCOMES
    leaves_shares: ClassVar[bool] = False
    tried: Id
    outcome: Outcome | None = None
    in_: tuple[Outcome, ...] | None = None


@record
class SectorIs(Comparison):
    """One of the case's partners is of this sector; false only where the sector of every partner is known."""

    kind: ClassVar[str] = "sector"
    values: ClassVar[tuple[str, ...]] = ("yes", "no")
    leaves_shares: ClassVar[bool] = False
    sector: Id

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        return values[:1]


@record
class VoicesApart(Comparison):
    """Voices are a stage or more apart on a factor; false only where it is known that they are not."""

    kind: ClassVar[str] = "apart"
    values: ClassVar[tuple[str, ...]] = ("yes", "no")
    leaves_shares: ClassVar[bool] = False
    apart: Id

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        return values[:1]


@record
class HasMoved(Named):
    """Against an earlier case, a factor has moved on, is the same, or has slid back."""

    kind: ClassVar[str] = "moved"
    values: ClassVar[tuple[str, ...]] = MOVES
    leaves_shares: ClassVar[bool] = False
    moved: Id
    is_: Move | None = None
    in_: tuple[Move, ...] | None = None


@record
class IsObserved(Comparison):
    """Something that is seen beside a case is so: one of the closed list of observations."""

    kind: ClassVar[str] = "observed"
    values: ClassVar[tuple[str, ...]] = ("yes", "no")
    leaves_shares: ClassVar[bool] = False
    observed: Id

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        return values[:1]


class _Group(Model):
    """A count over conditions, which stand in the field `within`."""

    __slots__ = ()
    within: ClassVar[str]

    @property
    def members(self) -> tuple[Condition, ...]:
        """The conditions inside it, in their order."""
        inside: tuple[Condition, ...] = getattr(self, self.within)
        return inside


@record
class AllOf(_Group):
    """Every member holds."""

    within: ClassVar[str] = "all"
    all: tuple[Condition, ...]


@record
class AnyOf(_Group):
    """One member or more holds."""

    within: ClassVar[str] = "any"
    any: tuple[Condition, ...]


@record
class NoneOf(_Group):
    """Every member is known not to hold."""

    within: ClassVar[str] = "none"
    none: tuple[Condition, ...]


@record
class AtLeast(_Group):
    """So many members hold: a number, or half or most of those that apply."""

    within: ClassVar[str] = "of"
    at_least: int | Literal["half", "most"]
    of: tuple[Condition, ...]


Told = SectorIs | VoicesApart | HasMoved | IsObserved
Leaf = AnswerIs | ItemIs | FindingHolds | StageIs | PlacedAt | PatternFits | WasTried | Told
Group = AllOf | AnyOf | NoneOf | AtLeast
Condition = Leaf | Group
BY_KEY: dict[str, type[Model]] = {leaf.kind: leaf for leaf in get_args(Leaf)}
BY_KEY |= {group.within: group for group in get_args(Group)}  # which one a mapping is, by its own key


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Yield every leaf, in the order of the text."""
    if isinstance(condition, Comparison):
        yield condition
    for member in condition.members:
        yield from leaves(member)
