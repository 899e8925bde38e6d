"""Records of scenarios: which rules fired when one was last looked through, and what has changed since.

Expectations say what matters of a scenario; a record holds everything, so that a change to a rule cannot
alter a scenario unseen. It lies beside the scenarios, in records/ID.yaml, and is written on purpose only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisor._language import _
from advisor.advice.model import Advice
from advisor.errors import AdvisorError, CaseError
from advisor.files.format_line import other_format
from advisor.files.positioned_yaml import read_tree
from advisor.files.read import display_name, quoted, reason
from advisor.files.write import write_atomically
from advisor.files.yaml_text import as_yaml
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import is_installed
from advisor.knowledge.model import Model, record
from advisor.knowledge.rules import Rule
from advisor.knowledge.validate import validate
from advisor.scenarios.scenario import Advised

RECORD_FORMAT = 1
NO_LONGER = "no longer"
Said = dict[str, str]  # what each rule concluded
FOLDER = "records"
HEAD = "# Which rules fired when this scenario was last looked through, and what each concluded.\n"


@record
class _Record(Model):
    format: int
    fired: Said
    variations: dict[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drift:
    """A rule that said something else when the record was written; None where it did not fire.

    `with_` says in which variation of the scenario, nothing where in none.
    """

    rule: str
    before: str | None
    now: str | None
    with_: str = ""


def snapshot_path(scenario: Path) -> Path:
    """Return where the record of the scenario in a file lies."""
    return scenario.parent / FOLDER / scenario.name


def drifts(path: Path, told: Sequence[Advised], knowledge: KnowledgeBase) -> tuple[Drift, ...] | None:
    """Return what the rules say of the scenario in a file other than in its record; None if it has no record.

    `told` are its tellings with the advice on each. `CaseError` if there is one that cannot be read.
    """
    at = snapshot_path(path)
    if not at.exists() and not at.is_symlink():
        return None
    return tuple(_differences(_read(at), _now(told, knowledge)))


def make_way(path: Path) -> None:
    """See to it that the record of the scenario in a file can be written, before any is.

    `AdvisorError` if it comes with the program, or if something else lies where it should.
    """
    at = snapshot_path(path)
    where = quoted(at)
    if is_installed(at):
        raise AdvisorError(_("{where}: comes with the program, and is kept as it is").format(where=where))
    try:
        at.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise AdvisorError(
            _("{where}: the folder cannot be made: {reason}").format(where=where, reason=reason(error))
        ) from error
    if at.is_symlink() or (at.exists() and not _is_record(at)):
        raise AdvisorError(
            _("{where}: is not a record, and would be lost; move it away first").format(where=where)
        )


def _is_record(path: Path) -> bool:
    try:
        _read(path)
    except CaseError:
        return False
    return True


def write_snapshot(path: Path, told: Sequence[Advised], knowledge: KnowledgeBase) -> Path:
    """Write the record of the scenario in a file anew, after `make_way`; return where it lies.

    `AdvisorError` if it cannot be written.
    """
    at = snapshot_path(path)
    now = _now(told, knowledge)
    fired = now.pop("")
    data: dict[str, Any] = {"format": RECORD_FORMAT, "fired": fired}
    if now:
        data["variations"] = {with_: _other(fired, said) for with_, said in now.items()}
    write_atomically(at, HEAD + as_yaml(data, width=200))
    return at


def _now(told: Sequence[Advised], knowledge: KnowledgeBase) -> dict[str, Said]:
    """Return what the rules say of a scenario and, by what is set in them, of its variations."""
    return {each.telling.with_: said_in(each.advice, knowledge) for each in told}


def said_in(advice: Advice, knowledge: KnowledgeBase) -> Said:
    """Return what each rule concluded, in the order of the knowledge base."""
    return {
        firing.id: _words(firing, knowledge.entry(firing.id, Rule))
        for firing in advice.firings
        if not firing.is_derived
    }


def _words(firing: Firing, rule: Rule) -> str:
    said = firing.concludes
    key = " key" if rule.then.is_key else ""
    return f"{said.kind} {said.id} {said.value}{key}"


def _other(fired: Said, said: Said) -> Said:
    """Return what is said other than before; a rule that fires no longer says so."""
    gone = {rule: NO_LONGER for rule in fired if rule not in said}
    return {**{rule: each for rule, each in said.items() if fired.get(rule) != each}, **gone}


def _differences(before: Mapping[str, Said], now: Mapping[str, Said]) -> Iterator[Drift]:
    for with_, said in now.items():
        recorded = before.get(with_, {})
        for rule in (*said, *(rule for rule in recorded if rule not in said)):
            if recorded.get(rule) != said.get(rule):
                yield Drift(rule, recorded.get(rule), said.get(rule), with_)


def _read(path: Path) -> dict[str, Said]:
    """Return what a record holds of a scenario and, by what is set in them, of its variations."""
    name = display_name(path)
    tree, faults = read_tree(path, name)
    if tree is None or faults:
        raise CaseError(faults)
    other = other_format(tree, name, RECORD_FORMAT)
    if other is not None:
        raise CaseError([other])
    held, faults = validate(tree, _Record, name)
    if held is None:
        raise CaseError(faults)
    told = {with_: {**held.fired, **said} for with_, said in held.variations.items()}
    told[""] = held.fired
    return {
        with_: {rule: each for rule, each in said.items() if each != NO_LONGER}
        for with_, said in told.items()
    }
