"""This checkout beside another, in one run: `python -m benchmarks beside FOLDER`.

FOLDER is a checkout with a `.venv` of its own, such as a worktree of the commit before. Each operation is
done in both in turn, so that a machine that speeds up or slows down does so for both; the figure is the
median of the ratios, ours to theirs, over the pairs, with the least and the greatest of them. With `--noise`
this checkout is measured beside itself in the same turns: a ratio within what is seen there says nothing.
With `--cpu` only the time counts that the processor worked for it, for machines on which others work too.
Whole commands are timed from outside, as processes (`benchmarks.commands`); the library in a process of
each checkout that has been warmed up (`benchmarks.worker`).
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.commands import COMMANDS, Place, Seconds, written
from benchmarks.workers import Worker

PAIRS = 21
SLOWER = 1.05  # a median above this is called slower
HERE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Operation:
    """One thing to measure: what does it and returns its seconds, once for each checkout.

    A checkout that has no such operation, under its old name or its new one, has None for it.
    """

    name: str
    ways: tuple[Seconds | None, ...]


def measure(
    other: Path,
    pairs: int = PAIRS,
    only: Collection[str] = (),
    noise: bool = False,
    cpu: bool = False,
    small: bool = False,
) -> Iterator[str]:
    """Yield a line for each operation, or for `only` some: ours beside `other`'s, and whether it is slower.

    `noise` adds what this checkout comes to beside itself; `cpu` measures the processor's time; `small` does
    all on few cases, to see that it runs.
    Raises `RuntimeError` if an operation fails, or if a command ends otherwise than it should.
    """
    roots = (HERE, other.resolve(), HERE) if noise else (HERE, other.resolve())
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        places = [Place(root, Path(folder) / str(number), cpu) for number, root in enumerate(roots)]
        written(Path(folder))
        left = set(only)
        for operation in chain(_commands(places), _library(places, stack, small)):
            if not only or operation.name in only:
                yield _line(operation, pairs)
                left.discard(operation.name)
                if only and not left:
                    return  # workers that nothing is wanted of take seconds to start


def _commands(places: list[Place]) -> Iterator[Operation]:
    for name in COMMANDS:
        yield Operation(f"advisor {name}", tuple(place.command(name) for place in places))


def _library(places: list[Place], stack: ExitStack, small: bool) -> Iterator[Operation]:
    """Yield each operation that a checkout knows; the workers are started only when the first is wanted."""
    workers = [stack.enter_context(Worker(place, small)) for place in places]
    for name in dict.fromkeys(name for worker in workers for name in worker.names):
        yield Operation(name, tuple(worker.way(name) for worker in workers))


def _line(operation: Operation, pairs: int) -> str:
    ways = [way for way in operation.ways if way is not None]
    if len(ways) < len(operation.ways):
        return f"{operation.name:28} not in both"
    for way in ways:
        way()  # each has its caches filled
    ours, theirs, *again = zip(*([way() for way in ways] for _ in range(pairs)), strict=True)
    ratio, said = _ratio(ours, theirs)
    times = (f"{statistics.median(taken) * 1000:9.2f} ms" for taken in (ours, theirs))
    line = f"{operation.name:28} {' '.join(times)}  {said}"
    if again:
        line += f"  beside itself {_ratio(ours, again[0])[1]}"
    return f"{line}  SLOWER" if ratio > SLOWER else line


def _ratio(ours: tuple[float, ...], theirs: tuple[float, ...]) -> tuple[float, str]:
    """Return the median of the ratios, and that in words with the least and the greatest."""
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    median = statistics.median(ratios)
    return median, f"{median:5.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
