"""This checkout beside another, in one run: `python -m benchmarks beside FOLDER`.

FOLDER is a checkout with a `.venv` of its own, such as a worktree of the commit before. Each operation is
done in both in turn, so that a machine that speeds up or slows down does so for both; the figure is the
median of the ratios, ours to theirs, over the pairs. Whole commands are timed from outside, as processes; the
library in a process of each checkout that has been warmed up (`benchmarks.worker`).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Self

PAIRS = 21
SLOWER = 1.05  # a median above this is called slower
HERE = Path(__file__).resolve().parent.parent
CASE = "scenario:health-visitors"
COMMANDS = {
    "--help": ["--help"],
    "advise": ["advise", CASE],
    "advise, JSON": ["advise", CASE, "--format", "json"],
    "why": ["why", CASE, "visioning"],
    "why-not": ["why-not", CASE, "conflict-handling"],
    "what-if": ["what-if", CASE, "--set", "trust=careful"],
    "settle": ["settle", CASE],
    "knowledge list": ["knowledge", "list"],
    "scenario check": ["scenario", "check", "health-visitors"],
    "scenario quiz": ["scenario", "quiz", "talking-shop"],
    "interview": ["interview", "INTERVIEW"],
    "cohort": ["cohort", "TABLE", "-o", "OUT"],
}
# Typed at the interview, and at the exercise: a name, then answers or numbers of facts.
TYPED = b"A partnership\n" + b"1\n2\n1\n1 2\n3\n" * 3
Seconds = Callable[[], float]


def measure(other: Path, pairs: int = PAIRS, only: Collection[str] = ()) -> str:
    """Return a line for each operation, or for `only` some: ours to `other`'s, and whether it is slower."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for name, ours, theirs in chain(_commands(other, Path(folder)), _library(other)):
            if only and name not in only:
                continue
            ours(), theirs()  # each has its caches filled
            taken = [(ours(), theirs()) for _ in range(pairs)]
            lines.append(_line(name, taken))
    return "\n".join(lines)


def _line(name: str, taken: list[tuple[float, float]]) -> str:
    ratios = [one / other for one, other in taken]
    ratio = statistics.median(ratios)
    ours, theirs = (statistics.median(each) * 1000 for each in zip(*taken, strict=True))
    said = "  SLOWER" if ratio > SLOWER else ""
    return (
        f"{name:32} {ours:9.2f} ms, {theirs:9.2f} ms: {ratio:5.2f} "
        f"({min(ratios):.2f} to {max(ratios):.2f}){said}"
    )


def _commands(other: Path, folder: Path) -> Iterator[tuple[str, Seconds, Seconds]]:
    """Yield each command with what starts it in either checkout, both with caches of their own."""
    table = folder / "answers.csv"
    table.write_text("contact,trust\n" + "none,careful\nregular,openly\n" * 500, encoding="utf-8")
    for name, words in COMMANDS.items():
        ways = []
        for number, root in enumerate((HERE, other)):
            places = {
                "INTERVIEW": str(folder / f"case-{number}.yaml"),
                "TABLE": str(table),
                "OUT": str(folder / f"out-{number}.csv"),
            }
            command = [str(root / ".venv/bin/python"), "-m", "advisor.cli.main"]
            ways.append(_process([*command, *(places.get(w, w) for w in words)], root, folder / str(number)))
        yield f"advisor {name}", ways[0], ways[1]


def _process(command: list[str], root: Path, home: Path) -> Seconds:
    environment = {**os.environ, "XDG_CACHE_HOME": str(home), "XDG_STATE_HOME": str(home)}

    def run() -> float:
        for left in home.parent.glob("case-*.yaml*"):
            left.unlink()
        begun = time.perf_counter()
        subprocess.run(command, input=TYPED, cwd=root, env=environment, capture_output=True, check=False)
        return time.perf_counter() - begun

    return run


def _library(other: Path) -> Iterator[tuple[str, Seconds, Seconds]]:
    """Yield each operation of the library that both checkouts know."""
    with _Worker(HERE) as ours, _Worker(other) as theirs:
        for name in ours.names:
            if name in theirs.names:
                yield name, ours.asked(name), theirs.asked(name)


class _Worker:
    """A process of a checkout that does operations when asked."""

    def __init__(self, root: Path) -> None:
        self._process: Any = subprocess.Popen(
            [str(root / ".venv/bin/python"), str(HERE / "benchmarks/worker.py")],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.names = self._process.stdout.readline().rstrip("\n").split("\t")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input is the end of it

    def asked(self, name: str) -> Seconds:
        """Return what asks for an operation and returns the seconds that it took."""

        def ask() -> float:
            self._process.stdin.write(name + "\n")
            self._process.stdin.flush()
            return float(self._process.stdout.readline())

        return ask
