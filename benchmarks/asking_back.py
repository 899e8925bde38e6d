"""Asking the advice back: every recommendation of the shipped scenarios, why or why not; the limit is 100 ms.

Cold start aside: what is worked out once for a knowledge base has been worked out before.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from advisor.cases.edits import Edit
from advisor.explanation import contrast, sensitivity, what_if, why, why_not
from benchmarks.goals import Goal, Measured
from benchmarks.made_up import ADVISOR, cases

LIMIT, OF_100, LONGEST = 100, 99, 300  # ms, how many of 100 are within it, ms


def measure(small: bool = False) -> Measured:
    """Return a line for each way of asking: median and longest time."""
    taken: dict[str, list[float]] = {}
    for case in cases(1 if small else 12):
        _ask(case, taken, 1 if small else None)
    lines = [
        f"{name:12} median {statistics.median(ms):5.1f} ms, longest {max(ms):5.1f} ms, "
        f"{sum(each <= LIMIT for each in ms)} of {len(ms)} within {LIMIT} ms"
        for name, ms in taken.items()
    ]
    within = sum(each <= LIMIT for each in taken["why not"]) / len(taken["why not"])
    goals = (
        Goal(f"why-not within {LIMIT} ms, of 100", within * 100, least=OF_100),
        Goal("why-not, the longest", max(taken["why not"]), most=LONGEST, unit=" ms"),
    )
    return Measured("\n".join(lines), goals)


def _why(case: Any, id_: str) -> None:
    why(ADVISOR.advise(case), id_, ADVISOR.knowledge)


def _ask(case: Any, taken: dict[str, list[float]], most: int | None) -> None:
    knowledge, advice = ADVISOR.knowledge, ADVISOR.advise(case)
    there = [item.id for item in advice.recommendations()]
    order = [item.id for item in advice.interventions]
    for id_ in there[:most]:
        _time(taken, "why", partial(_why, case, id_))
    missing = [id_ for id_ in knowledge.ids(knowledge.kinds.advisable) if id_ not in there]
    for id_ in missing[:most]:
        _time(taken, "why not", partial(why_not, ADVISOR, case, id_))
    if len(order) > 1:
        _time(taken, "rather than", lambda: contrast(ADVISOR.advise(case), order[0], order[1], knowledge))
    _time(taken, "what if", lambda: what_if(ADVISOR, case, [Edit("trust", "careful")]))
    _time(taken, "settle", lambda: sensitivity(ADVISOR, case))


def _time(taken: dict[str, list[float]], name: str, way: Callable[[], Any]) -> None:
    way()
    begun = time.perf_counter()
    way()
    taken.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
