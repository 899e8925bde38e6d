"""A result whose parts are worked out when they are first looked at: who asks for a few waits for a few."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol, Self


class Parts(Protocol):
    """What can work out the parts of one result."""

    def part(self, name: str) -> Any:
        """Return the part that is the field `name`."""


class OnDemand:
    """A dataclass with slots that may be made of `Parts`: a field is filled when it is first looked at.

    Nothing but time tells it from one that was made with all its fields: what compares, copies, pickles or
    writes it looks at its fields like anybody else. Threads may look at the same time, and signals between.
    """

    __slots__ = ("_maker",)

    @classmethod
    def made_of(cls, parts: Parts) -> Self:
        """Return a result whose fields `parts` fills."""
        own: Any = cls  # each is a dataclass
        made = cls.__new__(cls)
        object.__setattr__(made, "_maker", _Maker(parts, len(fields(own))))
        return made

    if not TYPE_CHECKING:  # else every name would be an attribute to a type checker

        def __getattr__(self, name: str) -> Any:
            """Fill a field that is not filled yet."""
            if name in self.__dataclass_fields__ and (maker := getattr(self, "_maker", None)):
                return maker.fill(self, name)
            return object.__getattribute__(self, name)  # which says that it is missing, as of any object


class _Maker:
    """Fills the fields of one result, and lets go of what it needed for that.

    It has no lock, for the same reasons as `advisor._kept`: should two look at once, all see what one found.
    """

    def __init__(self, parts: Parts, fields: int) -> None:
        self._parts: Parts | None = parts
        self._fields = fields
        self._made: dict[str, Any] = {}

    def fill(self, result: Any, name: str) -> Any:
        """Return what is in a field, once it is there."""
        parts = self._parts
        if parts is not None and name not in self._made:
            self._made.setdefault(name, parts.part(name))
        if len(self._made) == self._fields:  # before the field is filled: after that nobody would come by
            self._parts = None
        object.__setattr__(result, name, self._made[name])
        return self._made[name]
