"""experta's own matcher against the counting one: to build an engine, and to run it for one case.

experta's gets made-up rules of two patterns each over 150 facts, which is less than our rules ask;
the counting one gets the shipped knowledge base and a shipped scenario.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import Any

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.inference._experta_quiet import experta
from benchmarks.goals import Goal, Measured

FACTS = 150
SIZES = (150, 300, 600)


class Known(experta.Fact):  # type: ignore[misc,name-defined]  # it has no types
    """A fact of the made-up case."""


def measure(small: bool = False) -> Measured:
    """Return a line for each size of experta's own, and one for ours."""
    stock = [_stock(size) for size in (SIZES[:1] if small else SIZES)]
    ours = _ours()
    goal = Goal("experta with our matcher / with its own", ours.whole / stock[-1].whole, 1)
    return Measured("\n".join(map(str, [*stock, ours])), (goal,))


@dataclass(frozen=True)
class Taken:
    """What it took in seconds to build an engine, and to run it for one case."""

    name: str
    build: float
    run: float

    @property
    def whole(self) -> float:
        """Both together."""
        return self.build + self.run

    def __str__(self) -> str:
        return f"{self.name}: build {self.build * 1000:.1f} ms, run {self.run * 1000:.1f} ms"


def _stock(size: int) -> Taken:
    chance = random.Random(1)
    rules: dict[str, Any] = {}
    for number in range(size):
        patterns = [Known(key=key) for key in chance.sample(range(2 * FACTS), 2)]
        rules[f"rule_{number:04}"] = experta.Rule(*patterns)(_action(number))
    begun = time.perf_counter()
    engine = type("Stock", (experta.KnowledgeEngine,), rules)()
    built = time.perf_counter()
    engine.reset()
    engine.declare(*[Known(key=key) for key in range(FACTS)])
    engine.run()
    return Taken(f"experta's Rete, {size} rules", built - begun, time.perf_counter() - built)


def _action(number: int) -> Any:
    def fire(self: Any) -> None:
        self.declare(Known(key=-number))

    return fire


def _ours() -> Taken:
    advisor = Advisor()
    case = advisor.read_case("scenario:restructured-link")
    facts = initial_facts(case, advisor.knowledge)
    begun = time.perf_counter()
    engine = Engine(advisor.knowledge)
    built = time.perf_counter()
    engine.infer(facts)
    run = time.perf_counter() - built
    return Taken(f"counting matcher, {len(advisor.knowledge.ids_of('rule'))} rules", built - begun, run)
