"""Many cases at once, from 1 row to 1,000,000: time, cases per second and memory, beside CLIPS."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import psutil

from advisor.cases.facts import initial_facts
from advisor.cohort.assess import BLOCK, EVERYWHERE, NOWHERE
from advisor.cohort.columns import given_in
from benchmarks.made_up import ADVISOR, cases, table
from tests.support.clips_rules import ClipsEngine

SIZES = (1, 1_000, 100_000, 1_000_000)


def measure(small: bool = False) -> str:
    """Return a line for each size, and for inference alone, with the ratio to CLIPS."""
    lines = []
    for size in SIZES[:2] if small else SIZES:
        frame = table(size)
        before = psutil.Process().memory_info().rss
        seconds = _seconds(partial(ADVISOR.advise_many, frame), 5 if size <= 100_000 else 2)
        more = psutil.Process().memory_info().rss - before
        lines.append(
            _line(f"advise_many, {size:,} rows", seconds, size) + f", {more / 2**20:,.0f} MiB more held"
        )
    rows = BLOCK if small else 1_000_000
    alone, clips = _inference_alone(rows), _clips()
    lines.append(_line(f"its inference alone, {rows:,} rows", alone, rows))
    lines.append(_line("CLIPS's inference alone, full cases", clips, 1))
    lines.append(f"ratio of cases per second, inference alone: {rows / alone * clips:,.0f}")
    return "\n".join(lines)


def _inference_alone(rows: int) -> float:
    """Return the seconds that the rules and the order take on rows whose answers are columns already."""
    assessor = ADVISOR.assessor
    known = given_in(table(BLOCK), assessor.answers).known
    blocks = -(-rows // BLOCK)

    def run() -> None:
        for _ in range(blocks):
            assessor.program.run(known, NOWHERE, EVERYWHERE)

    return _seconds(run, 5) * rows / (blocks * BLOCK)


def _clips() -> float:
    """Return the seconds that CLIPS takes for a case with as many answers as the rows have."""
    engine = ClipsEngine(ADVISOR.knowledge)
    given = [initial_facts(case, ADVISOR.knowledge) for case in cases()[-20:]]
    return _seconds(lambda: [engine.run(facts) for facts in given], 10) / len(given)


def _seconds(way: Callable[[], Any], rounds: int) -> float:
    taken = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        way()
        taken.append(time.perf_counter() - begun)
    return float(np.median(taken[1:])) if rounds > 1 else statistics.median(taken)


def _line(name: str, seconds: float, rows: int) -> str:
    return f"{name}: {seconds * 1000:,.2f} ms, {rows / seconds:,.0f} cases/s"
