"""What is worked out when it is first looked at, and kept: without a lock, so nobody waits for ever.

A lock lets one thread work at a time, as that of `functools.cached_property` does in Python 3.11, one for all
objects of a class. A process that is forked meanwhile has the lock, and not the thread that would let go of
it; a signal that comes meanwhile has the thread, which would wait for itself. So there is none: should two
look at once, both work it out, and all see what one of them found.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self, TypeVar, overload

T = TypeVar("T", covariant=True)


class kept(cached_property[T]):
    """A property that is kept in the object once it is worked out."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: object | None, owner: type[Any] | None = None) -> Self | T:
        """Return what is kept, worked out if it is not there yet."""
        if instance is None:
            return self
        assert self.attrname is not None, "it is a name in a class"
        found: T = instance.__dict__.setdefault(self.attrname, self.func(instance))
        return found
