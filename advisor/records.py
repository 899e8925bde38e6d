"""Records of scenarios: which rules fired when one was last looked through, and what has changed since.

Expectations say what matters of a scenario; a record holds everything, so that a change to a rule cannot
alter a scenario unseen. It lies beside the scenarios, in records/ID.yaml, and is written on purpose only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from advisor.advice import Advice
from advisor.errors import CaseError, Fault
from advisor.files import write_atomically
from advisor.formats import other_format
from advisor.reading import display_name
from advisor.yaml_tree import read_tree

RECORD_FORMAT = 1
FOLDER = "records"
HEAD = "# Which rules fired when this scenario was last looked through, and what each concluded.\n"


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule that said something else when the record was written; None where it did not fire."""

    rule: str
    before: str | None
    now: str | None


def record_path(scenario: Path) -> Path:
    """Return where the record of the scenario in a file lies."""
    return scenario.parent / FOLDER / scenario.name


def differences(scenario: Path, advice: Advice) -> tuple[Difference, ...] | None:
    """Return what a scenario's rules say other than in its record; None if it has no record.

    `CaseError` if there is one that cannot be read.
    """
    path = record_path(scenario)
    if not path.is_file():
        return None
    before, now = _read(path), _said(advice)
    rules = [*now, *(rule for rule in before if rule not in now)]
    return tuple(
        Difference(rule, before.get(rule), now.get(rule))
        for rule in rules
        if before.get(rule) != now.get(rule)
    )


def write_record(scenario: Path, advice: Advice) -> Path:
    """Write the record of a scenario anew; return where it lies. `AdvisorError` if it cannot be written."""
    path = record_path(scenario)
    path.parent.mkdir(exist_ok=True)
    data = {"format": RECORD_FORMAT, "fired": _said(advice)}
    write_atomically(path, HEAD + yaml.safe_dump(data, sort_keys=False, width=200, allow_unicode=True))
    return path


def _said(advice: Advice) -> dict[str, str]:
    """Return what each rule concluded, in the order of the knowledge base."""
    return {
        firing.id: f"{firing.concludes.kind} {firing.concludes.id} {firing.concludes.value}"
        for firing in advice.firings
        if firing.basis != "derived"
    }


def _read(path: Path) -> dict[str, str]:
    name = display_name(path)
    tree, faults = read_tree(path, name)
    if tree is None or faults:
        raise CaseError(faults)
    other = other_format(tree, name, RECORD_FORMAT)
    fired = tree.plain().get("fired") if other is None else None
    if other is not None or not isinstance(fired, dict):
        wrong = other or Fault(name, 1, 1, "this is no record of a scenario", "write it anew with --accept")
        raise CaseError([wrong])
    return {str(rule): str(said) for rule, said in fired.items()}
