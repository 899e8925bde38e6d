"""The shipped scenarios, and the cases that they tell: each as it is, and each of its variations.

Many modules go through them, and to read all of them takes as long as a hundred short tests.
"""

from __future__ import annotations

from functools import cache

from advisor.cases.case import Case
from advisor.inference.cache import knowledge_in
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.scenarios.scenario import Scenario, tellings


@cache
def shipped_scenarios() -> tuple[Scenario, ...]:
    """Return the shipped scenarios, in the order of their names."""
    knowledge = knowledge_in()
    return tuple(read_scenarios(scenario_paths(knowledge).values(), knowledge))


@cache
def told_cases() -> tuple[Case, ...]:
    """Return the case of each scenario and of each of its variations."""
    knowledge = knowledge_in()
    return tuple(telling.case for each in shipped_scenarios() for telling in tellings(each, knowledge))
