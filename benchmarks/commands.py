"""Whole commands of a checkout as processes: what `benchmarks.beside` starts in each, and how."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

Seconds = Callable[[], float]

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
    "knowledge check": ["knowledge", "check"],
    "scenario check, one": ["scenario", "check", "health-visitors"],
    "scenario check": ["scenario", "check"],
    "scenario quiz": ["scenario", "quiz", "talking-shop"],
    "interview": ["interview", "new.yaml"],
    "cohort": ["cohort", "answers.csv", "-o", "out.csv"],
}
ENDS = {"scenario quiz": 130}  # what is typed comes to an end before it does
# Typed at the interview and at the exercise: a name, then again and again what answers one kind of
# question or another. Where it does not, the same is asked again.
TYPED = "A partnership\n" + "1\n2\n1\n1 2\n2 1 3 ?\n3\n" * 60
ROWS = 1_000


def written(folder: Path) -> None:
    """Write the table that `cohort` reads, for all checkouts."""
    rows = "none,careful\nregular,openly\n" * (ROWS // 2)
    (folder / "answers.csv").write_text("contact,trust\n" + rows, encoding="utf-8")


@dataclass(frozen=True)
class Place:
    """A checkout, and a folder that is its own while it is measured: its caches, and what it writes.

    With `cpu` its times are those that the processor worked for it, not those on the clock.
    """

    root: Path
    home: Path
    cpu: bool = False

    @property
    def python(self) -> str:
        """The Python of the checkout's own environment."""
        return str(self.root / ".venv/bin/python")

    @property
    def environment(self) -> dict[str, str]:
        """Variables that give it caches of its own, and let it keep its modules compiled.

        Else a checkout in which nothing has run yet would be measured at compiling itself.
        """
        own = {name: str(self.home) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME")}
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**kept, **own}

    def command(self, name: str) -> Seconds:
        """Return what runs one of `COMMANDS` and returns the seconds that it took."""
        files = {"answers.csv": self.home.parent, "out.csv": self.home, "new.yaml": self.home}
        words = [str(files[word] / word) if word in files else word for word in COMMANDS[name]]
        command = [self.python, "-m", "advisor.cli.main", *words]
        started = partial(subprocess.run, input=TYPED, text=True, capture_output=True, check=False)

        def run() -> float:
            self._cleared()
            begun = self._now()
            ended = started(command, cwd=self.root, env=self.environment)
            taken = self._now() - begun
            if ended.returncode != ENDS.get(name, 0):
                raise RuntimeError(f"{command} ended with {ended.returncode}\n{ended.stderr}")
            return taken

        return run

    def _now(self) -> float:
        if not self.cpu:
            return time.perf_counter()
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)  # all processes that have ended
        return ended.ru_utime + ended.ru_stime

    def _cleared(self) -> None:
        """Take away what an earlier interview left, so that each begins anew."""
        self.home.mkdir(exist_ok=True)
        for left in self.home.glob("new.yaml*"):
            left.unlink()
