"""Many inputs of a kind, each made of the seed and its number alone, so that any can be made again."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable
from random import Random

from tests.fuzz.kinds import KINDS, SESSION
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import Watch
from tests.fuzz.room import Room


def run(kind: str, numbers: Iterable[int], seed: int, room: Room) -> Watch:
    """Try the inputs with these numbers; return what was found. The last one is left in the room."""
    watch = Watch(most_seconds=SESSION) if kind == "keys" else Watch()
    trial = KINDS[kind]
    for number in numbers:
        room.empty()
        odd = Odd(Random(f"{seed}/{kind}/{number}"))
        with contextlib.redirect_stdout(io.StringIO()):
            watch.run(number, lambda odd=odd: trial(odd, room))  # type: ignore[misc]
    return watch
