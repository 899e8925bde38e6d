"""What is asked of the speed, and whether it is met: `python -m benchmarks` ends with a line for each goal.

All are ratios to something that is measured in the same run, or times that a person would notice.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True)
class Goal:
    """A figure, and what it may be at most; or at least, for a share of many."""

    name: str
    measured: float
    most: float | None = None
    least: float | None = None
    unit: str = ""

    @property
    def met(self) -> bool:
        """Whether the figure is what was asked for."""
        enough = self.least is None or self.measured >= self.least
        return enough and (self.most is None or self.measured <= self.most)

    @property
    def asked(self) -> str:
        """What was asked for, in words."""
        limits = (("at most", self.most), ("at least", self.least))
        return " and ".join(f"{word} {limit:g}{self.unit}" for word, limit in limits if limit is not None)


class Measured(NamedTuple):
    """What a benchmark says, and the goals that it looks at."""

    said: str
    goals: tuple[Goal, ...] = ()


def told(goals: Iterable[Goal]) -> str:
    """Return a line for each goal, and how many are met."""
    goals = [*goals]
    wide = max(len(goal.name) for goal in goals)
    lines = [
        f"{goal.name:{wide}}  asked {goal.asked:16}  measured {goal.measured:7.2f}{goal.unit:3}  "
        f"{'met' if goal.met else 'NOT MET'}"
        for goal in goals
    ]
    return "\n".join([*lines, f"{sum(goal.met for goal in goals)} of {len(goals)} goals are met"])


def in_turn(ways: Mapping[str, Callable[[], Any]], rounds: int) -> dict[str, list[float]]:
    """Return the processor's seconds of each way over the rounds, all done in turn after a first time.

    So what else the machine does, and how fast it is, counts for all alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            begun = time.process_time()
            way()
            if number:
                taken[name].append(time.process_time() - begun)
    return taken


def ratio(ones: Iterable[float], others: Iterable[float]) -> float:
    """Return the median of the ratios, pair by pair."""
    return statistics.median(one / other for one, other in zip(ones, others, strict=True))
