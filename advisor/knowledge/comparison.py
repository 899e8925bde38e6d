"""What a leaf of a condition says: the thing that it looks at, and the facts that make it true or false."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from advisor.knowledge.facts import ABSENT, Fact, Reads, Thing
from advisor.knowledge.model import Model
from advisor.knowledge.terms import NOT_APPLICABLE, Id


class Scales(Protocol):
    """What knows the options of a question, in their order: a knowledge base."""

    def options_of(self, question: str) -> tuple[Id, ...]:
        """Return the ids of the options of a question."""


class Comparison(Model):
    """A comparison with one thing, which stands in the field that is named like `kind`.

    `kind` is that of its facts, `values` what they can say (empty: the options of the question), and
    `leaves_shares` whether the thing may not apply, which takes the leaf out of a share.
    """

    __slots__ = ()
    kind: ClassVar[str]
    values: ClassVar[tuple[str, ...]] = ()
    leaves_shares: ClassVar[bool] = True
    members: ClassVar[tuple[Any, ...]] = ()  # it is no group

    @property
    def subject(self) -> Id:
        """The id of what it looks at; an item of a checklist is QUESTION.ITEM."""
        return str(getattr(self, self.kind))

    @property
    def thing(self) -> Thing:
        """What it looks at: the kind of its facts, and their id."""
        return self.kind, self.subject

    def wanted(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `values`, in their order, that make it true."""
        raise NotImplementedError

    def reads(self, scales: Scales) -> Reads:
        """Return which facts make it true, and which make it false."""
        values = self.values or scales.options_of(self.subject)
        wanted = self.wanted(values)
        yes = tuple(Fact(*self.thing, value) for value in values if value in wanted)
        no = tuple(Fact(*self.thing, value) for value in values if value not in wanted)
        outside = Fact(*self.thing, NOT_APPLICABLE)
        return Reads(yes, (*no, outside), outside) if self.leaves_shares else Reads(yes, no)


class Named(Comparison):
    """A comparison that names what makes it true: one value in the field `one`, or several in `in_`."""

    __slots__ = ()
    one: ClassVar[str] = "is_"

    def wanted(self, _: tuple[str, ...]) -> tuple[str, ...]:
        """Return what makes it true."""
        return one_or_several(getattr(self, self.one), getattr(self, "in_", None))


class Concluded(Comparison):
    """A comparison with what rules conclude: it is false only where that is known to be absent."""

    __slots__ = ()

    def reads(self, scales: Scales) -> Reads:  # noqa: ARG002 (only answers have scales)
        """Return which facts make it true, and which make it false."""
        yes = tuple(Fact(*self.thing, value) for value in self.wanted(self.values))
        return Reads(yes, (Fact(*self.thing, ABSENT),))


def one_or_several(one: str | None, several: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return what is named: several values, or one."""
    return several or (() if one is None else (one,))
