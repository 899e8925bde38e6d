"""Many inputs of a kind, each made of the seed and its number alone, so that any can be made again."""

from __future__ import annotations

import contextlib
import io
import math
from collections.abc import Iterable
from random import Random

from tests.fuzz.kinds import KINDS, SESSION
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import MOST_SECONDS, Watch
from tests.fuzz.room import Room


def run(kind: str, numbers: Iterable[int], seed: int, room: Room, *, timed: bool = True) -> Watch:
    """Try the inputs with these numbers; return what was found. The last one is left in the room.

    Without `timed`, no input is found slow: a test that is traced, beside others, can say nothing of time.
    """
    seconds = SESSION if kind == "keys" else MOST_SECONDS
    watch = Watch(most_seconds=seconds if timed else math.inf)
    trial = KINDS[kind]
    for number in numbers:
        room.empty()
        odd = Odd(Random(f"{seed}/{kind}/{number}"))
        with contextlib.redirect_stdout(io.StringIO()):
            watch.run(number, lambda odd=odd: trial(odd, room))  # type: ignore[misc]
    return watch
