"""Scenarios held against the advice: their expectations, and their records where they have one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.api import Advisor
from advisor.expecting import Result, results
from advisor.reading import display_name
from advisor.records import Difference, differences, write_record
from advisor.scenarios import chosen_paths, read_scenarios


@dataclass(frozen=True, slots=True)
class CheckedScenario:
    """What became of a scenario's expectations; `differences` from its record, None if it has none."""

    id: str
    title: str
    file: str
    results: tuple[Result, ...]
    differences: tuple[Difference, ...] | None

    @property
    def passed(self) -> bool:
        """Return whether all is as expected and as recorded."""
        return all(result.met for result in self.results) and not self.differences


def checked_scenarios(
    names: Sequence[str], advisor: Advisor, *, accept: bool = False
) -> tuple[CheckedScenario, ...]:
    """Return the scenarios by ids, files and folders (none named: all of the knowledge base), each checked.

    With `accept` their records are written anew first. `CaseError` with all faults of all files.
    """
    paths = chosen_paths(names, advisor.knowledge)
    scenarios = read_scenarios(paths, advisor.knowledge)
    checked = []
    for path, scenario in zip(paths, scenarios, strict=True):
        if accept:
            write_record(path, scenario, advisor)
        checked.append(
            CheckedScenario(
                scenario.id,
                scenario.title,
                display_name(path),
                results(scenario, advisor),
                differences(path, scenario, advisor),
            )
        )
    return tuple(checked)
