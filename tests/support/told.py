"""The cases that the shipped scenarios tell: each as it is, and each of its variations."""

from __future__ import annotations

from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.scenarios.scenario import tellings


def told_cases(knowledge: KnowledgeBase) -> list[Case]:
    """Return the case of each scenario and of each of its variations."""
    scenarios = read_scenarios(scenario_paths(knowledge).values(), knowledge)
    return [telling.case for scenario in scenarios for telling in tellings(scenario, knowledge)]
