"""Working out what rests on other things, without recursion: a chain may be thousands long."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def worked_out(key: K, kept: dict[K, V], below: Callable[[K], Iterable[K]], work: Callable[[K], V]) -> V:
    """Return what `work` makes of a key, and keep it; what lies `below` the key is worked out before it.

    Nothing may rest on itself, however indirectly.
    """
    waiting = [] if key in kept else [key]
    while waiting:
        last = waiting[-1]
        more = [each for each in below(last) if each not in kept]
        if more:
            waiting += more
            continue
        waiting.pop()
        if last not in kept:
            kept[last] = work(last)
    return kept[key]
