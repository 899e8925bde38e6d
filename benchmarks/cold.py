"""Asking once at the terminal, each in a process of its own: why-not and settle beside advise."""

from __future__ import annotations

import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.beside import HERE
from benchmarks.commands import Place
from benchmarks.goals import Goal, Measured, ratio

ASKED, ROUNDS, MOST = ("why-not", "settle"), 9, 2.0


def measure(small: bool = False) -> Measured:
    """Return the processor's time of each command, and its ratio to that of advise."""
    names = ("advise", *ASKED)
    with TemporaryDirectory() as folder:
        place = Place(HERE, Path(folder) / "home", cpu=True)
        ways = {name: place.command(name) for name in names}
        for way in ways.values():
            way()  # each has its modules compiled
        rounds = [{name: way() for name, way in ways.items()} for _ in range(1 if small else ROUNDS)]
    taken = {name: [each[name] for each in rounds] for name in names}
    lines = [f"advisor {name:10} {statistics.median(each) * 1000:6.0f} ms" for name, each in taken.items()]
    goals = [
        Goal(f"{name} / advise, whole commands", ratio(taken[name], taken["advise"]), MOST) for name in ASKED
    ]
    return Measured("\n".join(lines), tuple(goals))
