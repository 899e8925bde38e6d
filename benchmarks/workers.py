"""A process of a checkout that stays open, and does operations of the library (`benchmarks.worker`)."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Self

from benchmarks.commands import Place, Seconds

SCRIPT = Path(__file__).resolve().parent / "worker.py"


class Worker:
    """Starts the worker in a checkout, and ends it; `names` are the operations that it knows there."""

    def __init__(self, place: Place, small: bool = False) -> None:
        place.home.mkdir(exist_ok=True)
        self._place = place
        self._process = subprocess.Popen(
            [place.python, str(SCRIPT), *(["--small"] if small else [])],
            cwd=place.root,
            env=place.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.names = self._said().split("\t")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # the end of its input is the end of it

    def way(self, name: str) -> Seconds | None:
        """Return what asks for an operation and returns the seconds that it took; None if it is not known."""

        def ask() -> float:
            assert self._process.stdin is not None
            self._process.stdin.write(name + "\n")
            self._process.stdin.flush()
            clock, cpu = map(float, self._said().split("\t"))
            return cpu if self._place.cpu else clock

        return ask if name in self.names else None

    def _said(self) -> str:
        """Return the next line. If there is none, what went wrong stands on the terminal already."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._place.root}: the worker has ended")
        return line.rstrip("\n")
