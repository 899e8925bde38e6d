"""Scenarios: case studies that teach a point, what is expected of them, and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.scenarios.loader import (
        chosen_paths as chosen_paths,
        own_scenario_paths as own_scenario_paths,
        read_scenario as read_scenario,
        read_scenarios as read_scenarios,
        scenario_paths as scenario_paths,
    )
    from advisor.scenarios.runner import (
        CheckedScenario as CheckedScenario,
        checked_scenarios as checked_scenarios,
    )
    from advisor.scenarios.scenario import Scenario as Scenario
    from advisor.scenarios.snapshot import drifts as drifts, write_snapshot as write_snapshot
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "loader": "chosen_paths own_scenario_paths read_scenario read_scenarios scenario_paths",
            "runner": "CheckedScenario checked_scenarios",
            "scenario": "Scenario",
            "snapshot": "drifts write_snapshot",
        },
    )
