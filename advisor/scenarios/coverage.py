"""Which scenarios exercise which rule and entry: where it fires, is found, advised or answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.scenarios.scenario import Scenario, tellings


def exercised(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """Return for each id the scenarios in which it comes up, in their order.

    One that comes up only where some answers are other is written SCENARIO with QUESTION=ANSWER. `CaseError`
    if a scenario cannot be read.
    """
    advisor = Reasoner(knowledge, engine="columnar")
    found: dict[str, list[str]] = {}
    for scenario in read_scenarios(scenario_paths(knowledge).values(), knowledge):
        for id_, where in _in_scenario(scenario, advisor).items():
            found.setdefault(id_, []).append(where)
    return found


def _in_scenario(scenario: Scenario, advisor: Reasoner) -> dict[str, str]:
    """Return what comes up in a scenario or its variations, with where it does first."""
    found: dict[str, str] = {}
    for telling in tellings(scenario, advisor.knowledge):
        where = f"{scenario.id} with {telling.with_}" if telling.with_ else scenario.id
        come_up = _comes_up(advisor.advise(telling.case), telling.case.answers)
        found = {**dict.fromkeys(come_up, where), **found}
    return found


def _comes_up(advice: Advice, answers: Iterable[str]) -> Iterator[str]:
    yield from answers
    yield from (firing.id for firing in advice.firings if not firing.is_derived)
    yield from (factor.id for factor in advice.factors if factor.firings)
    yield from (finding.id for finding in advice.findings)
    yield from (pattern.id for pattern in advice.patterns if pattern.fit == "likely")
    yield from (alert.id for alert in advice.alerts)
    yield from (item.id for item in advice.recommendations())
