"""experta's own matcher against the counting one: to build an engine, and to run it for one case.

experta's gets made-up rules of two patterns each over 150 facts, which is less than our rules ask;
the counting one gets the shipped knowledge base and a shipped scenario.
"""

from __future__ import annotations

import random
import time
from typing import Any

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.inference._experta_quiet import experta

FACTS = 150
SIZES = (150, 300, 600)


class Known(experta.Fact):  # type: ignore[misc,name-defined]  # it has no types
    """A fact of the made-up case."""


def measure(small: bool = False) -> str:
    """Return a line for each size of experta's own, and one for ours."""
    lines = [_stock(size) for size in (SIZES[:1] if small else SIZES)]
    return "\n".join([*lines, _ours()])


def _stock(size: int) -> str:
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
    return _line(f"experta's Rete, {size} rules", begun, built, time.perf_counter())


def _action(number: int) -> Any:
    def fire(self: Any) -> None:
        self.declare(Known(key=-number))

    return fire


def _ours() -> str:
    advisor = Advisor()
    case = advisor.read_case("scenario:restructured-link")
    facts = initial_facts(case, advisor.knowledge)
    begun = time.perf_counter()
    engine = Engine(advisor.knowledge)
    built = time.perf_counter()
    engine.infer(facts)
    rules = len(advisor.knowledge.ids_of("rule"))
    return _line(f"counting matcher, {rules} rules", begun, built, time.perf_counter())


def _line(name: str, begun: float, built: float, ended: float) -> str:
    return f"{name}: build {(built - begun) * 1000:.1f} ms, run {(ended - built) * 1000:.1f} ms"
