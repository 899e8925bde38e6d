"""What is kept of a function that is asked again: its result for each key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """What `work` makes of each key, worked out when it is first asked for and then kept.

    Threads may share one: should two ask at once, both work it out, and what they get is the same.
    """

    def __init__(self, work: Callable[[K], V]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: K) -> V:
        return self.setdefault(key, self._work(key))
