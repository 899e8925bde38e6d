"""Scenario files and records: read, told, printed, practised on and held against the advice."""

from __future__ import annotations

from typing import Any

from advisor.reports.handout import participant_handout, trainer_handout
from advisor.reports.outline_html import as_page
from advisor.reports.scenario import trainer_outline
from advisor.scenarios import checked_scenarios, read_scenario
from advisor.scenarios.snapshot import snapshot_path
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import by_command
from tests.fuzz.room import ROOT, Room, plain
from tests.fuzz.texts import as_yaml, broken
from tests.fuzz.trees import changed

_GOOD: list[tuple[str, Any, Any]] = []


def trial(odd: Odd, room: Room) -> bool:
    """Try a scenario, and perhaps a record of it, that something is wrong with."""
    name, scenario, record = odd.random.choice(_good_ones())
    whole = odd.random.random() < 0.3
    data = as_yaml(scenario if whole else changed(scenario, odd, 3), odd)
    if not whole and odd.random.random() < 0.3:
        data = broken(as_yaml(scenario, odd), odd)
    path = room.write(f"{name}.yaml", data)
    if whole or odd.random.random() < 0.3:
        kept = (
            as_yaml(changed(record, odd, 3), odd)
            if odd.random.random() < 0.7
            else broken(as_yaml(record, odd), odd)
        )
        room.write(str(snapshot_path(path).relative_to(room.folder)), kept)
    if room.maybe(odd):
        _commands(path.name, odd, room)
    found = read_scenario(str(path), room.advisor.knowledge)
    if odd.random.random() < 0.1:
        as_page(participant_handout(found, room.advisor))
        as_page(trainer_handout(found, room.advisor))
    trainer_outline(found, room.advisor.knowledge)
    checked_scenarios([str(path)], room.advisor)
    return True


def _good_ones() -> list[tuple[str, Any, Any]]:
    if not _GOOD:
        folder = ROOT / "knowledge/scenarios"
        for path in sorted(folder.glob("*.yaml"))[:8]:
            scenario = plain(path)
            scenario["variations"] = scenario.get("variations", [])[:3]
            scenario["narrative"] = scenario["narrative"][:200]
            _GOOD.append((path.stem, scenario, plain(snapshot_path(path))))
    return _GOOD


def _commands(file: str, odd: Odd, room: Room) -> None:
    words = odd.one_of(
        *(
            ["show", file],
            ["run", file],
            ["check", file],
            ["check", file, "--format", odd.one_of("json", "junit")],
        ),
        *(["handout", file], ["handout", file, "--for", "trainer", "--format", "markdown"], ["quiz", file]),
        ["new", "other.yaml", "--from", f"scenario:{file}"],
    )
    typed = odd.one_of(
        "", "Name\n1\n\n2\n1 2\n\n\nwhy\n\n\n\n\n\nbut\n1\n", "".join(f"{odd.text()}\n" for _ in range(8))
    )
    by_command("scenario", *words, typed=typed, folder=room.folder)
    changes = (f"records/{file}",)
    by_command("scenario", "check", file, "--accept", folder=room.folder, may_change=changes)
