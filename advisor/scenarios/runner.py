"""Runs scenarios: what became of their expectations, and of their snapshots where they have one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.advice.reasoner import Reasoner
from advisor.files.read import display_name
from advisor.scenarios.expectation_check import ExpectationOutcome, outcomes
from advisor.scenarios.loader import chosen_paths, own_scenario_paths, read_scenarios, scenario_paths
from advisor.scenarios.scenario import advise_tellings
from advisor.scenarios.snapshot import Drift, drifts, make_way, write_snapshot


@dataclass(frozen=True, slots=True)
class CheckedScenario:
    """What became of a scenario's expectations; `differences` from its snapshot, None if it has none.

    `name` is what a command can be given behind scenario: for it.
    """

    id: str
    title: str
    name: str
    file: str
    results: tuple[ExpectationOutcome, ...]
    differences: tuple[Drift, ...] | None

    @property
    def passed(self) -> bool:
        """Return whether something is expected, and all is as expected and as recorded."""
        return bool(self.results) and all(result.met for result in self.results) and not self.differences


def checked_scenarios(
    names: Sequence[str], advisor: Reasoner, *, accept: bool = False
) -> tuple[CheckedScenario, ...]:
    """Return the scenarios by ids, files and folders (none named: all of the knowledge base), each checked.

    With `accept` their records are written anew first. `CaseError` with all faults of all files.
    """
    paths = chosen_paths(names, advisor.knowledge)
    scenarios = read_scenarios(paths, advisor.knowledge)
    known = scenario_paths(advisor.knowledge)
    own = set(own_scenario_paths(advisor.knowledge).values())
    for path in paths if accept else ():
        make_way(path)
    checked = []
    for path, scenario in zip(paths, scenarios, strict=True):
        told = advise_tellings(scenario, advisor)
        if accept:
            write_snapshot(path, told, advisor.knowledge)
        has_snapshot = path in own or path not in known.values()
        checked.append(
            CheckedScenario(
                scenario.id,
                scenario.title,
                scenario.id if known.get(scenario.id) == path else display_name(path),
                display_name(path),
                outcomes(told, advisor),
                drifts(path, told, advisor.knowledge) if has_snapshot else None,
            )
        )
    return tuple(checked)
