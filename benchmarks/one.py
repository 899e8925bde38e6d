"""One case at a time: experta and our evaluator, alone, with advice, and with all that is in it; and CLIPS.

The parts of an advice are worked out when they are looked at: `advise` is what it takes until one can look at
any of them, `all read` until all have been looked at. All ways take the same cases in turn, so that a machine
that speeds up or slows down does so for all; the figures are medians over rounds, in milliseconds a case.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.inference.circuit.evaluator import Evaluator
from advisor.scenarios.loader import scenario_paths
from benchmarks.goals import Goal, Measured, ratio
from benchmarks.made_up import ADVISOR, CASES, all_of, cases
from tests.support.clips_rules import ClipsEngine

ROUNDS = 15
MOST = 1.25  # what advise may take, if experta alone takes 1


def measure(small: bool = False) -> Measured:
    """Return a line for each way, and the ratios that we hold ourselves to."""
    knowledge, made_up = ADVISOR.knowledge, cases(4 if small else CASES)
    given = [initial_facts(case, knowledge) for case in made_up]
    experta, clips, evaluator = Engine(knowledge), ClipsEngine(knowledge), Evaluator(knowledge)
    columnar = Advisor(knowledge, engine="columnar")
    ways: dict[str, tuple[Callable[[Any], Any], list[Any]]] = {
        "experta alone": (experta.infer, given),
        "advise, experta": (ADVISOR.advise, made_up),
        "all read, experta": (lambda case: all_of(ADVISOR.advise(case)), made_up),
        "evaluator alone": (lambda facts: evaluator.evaluate(dict.fromkeys(facts, 1)), given),
        "advise, columnar": (columnar.advise, made_up),
        "all read, columnar": (lambda case: all_of(columnar.advise(case)), made_up),
        "CLIPS alone": (clips.run, given),
        "CLIPS, results read": (clips.infer, given),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    rounds = 2 if small else ROUNDS
    for _ in range(rounds):
        for name, (way, inputs) in ways.items():
            times[name].append(_milliseconds(way, inputs))
    median = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    lines = [f"{name:20} {ms:7.2f} ms a case  {1000 / ms:8,.0f} cases/s" for name, ms in median.items()]
    for one, other in (
        ("advise, experta", "experta alone"),
        ("all read, experta", "experta alone"),
        ("all read, columnar", "CLIPS, results read"),
        ("evaluator alone", "CLIPS alone"),
    ):
        pairs = zip(times[one][1:], times[other][1:], strict=True)
        lines.append(f"{one} / {other}: {statistics.median(a / b for a, b in pairs):.2f}")
    shipped = len(scenario_paths(knowledge))  # they come first
    ratios = [
        _milliseconds(ADVISOR.advise, made_up[:shipped]) / _milliseconds(experta.infer, given[:shipped])
        for _ in range(rounds)
    ]
    lines.append(f"advise, experta / experta alone, scenarios only: {statistics.median(ratios):.2f}")
    said = "\n".join([f"{len(made_up)} cases of all sizes, {len(knowledge.rules)} rules", *lines])
    alone = times["experta alone"][1:]
    goals = [
        Goal(f"{told} / experta alone", ratio(times[name][1:], alone), MOST)
        for told, name in (("advise", "advise, experta"), ("advise, all of it read", "all read, experta"))
    ]
    return Measured(said, tuple(goals))


def _milliseconds(way: Callable[[Any], Any], inputs: list[Any]) -> float:
    begun = time.perf_counter()
    for each in inputs:
        way(each)
    return (time.perf_counter() - begun) * 1000 / len(inputs)
