"""`knowledge check` on a made-up knowledge base ten times the size of the shipped one, beside that one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from advisor.knowledge.folder import shipped_folder
from benchmarks.made_up import ADVISOR
from benchmarks.made_up_knowledge import MadeUp

TIMES, LAYERS = 10, 12


class Taken(NamedTuple):
    """What a command took: seconds on the clock and of the processor, and memory at most, in MB."""

    clock: float
    cpu: float
    memory: float


def measure(small: bool = False) -> str:
    """Return a line for each knowledge base, and one for how they compare."""
    times = 0.02 if small else TIMES
    rules = round(len(ADVISOR.knowledge.rules) * times)
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made-up"
        MadeUp(ADVISOR.knowledge, rules, LAYERS).write(made)
        shipped = _checked(made if small else shipped_folder())
        made_up = _checked(made)
    ratios = [mine / other for mine, other in zip(made_up, shipped, strict=True)]
    return "\n".join(
        (
            _line(f"shipped, {len(ADVISOR.knowledge.rules):,} rules", shipped),
            _line(f"made up, {rules:,} rules, {LAYERS} layers of findings", made_up),
            "ratio: {:.1f} on the clock, {:.1f} of the processor, {:.1f} of memory".format(*ratios),
        )
    )


def _line(name: str, taken: Taken) -> str:
    return f"{name}: {taken.clock:.1f} s, {taken.cpu:.1f} s of the processor, {taken.memory:.0f} MB"


def _checked(folder: Path) -> Taken:
    """Return what `knowledge check` takes in a process of its own."""
    command = [sys.executable, "-m", "advisor.cli.main", "knowledge", "check", str(folder)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # made-up rules contradict each other
        raise RuntimeError(f"{command} ended with {process.returncode}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Taken(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)
