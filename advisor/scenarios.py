"""Scenarios: case studies that teach a point, with what the advice is expected to say."""

from __future__ import annotations

from dataclasses import field, fields
from pathlib import Path

from advisor.case import Case
from advisor.case_file import checked_case
from advisor.entries import Id, Source, Stage, Text
from advisor.errors import CaseError, Fault
from advisor.folders import scenario_files
from advisor.formats import other_format
from advisor.knowledge_base import ADVISABLE_KINDS, KnowledgeBase
from advisor.model import Model, record
from advisor.reading import display_name
from advisor.showing import shown_name
from advisor.suggest import did_you_mean
from advisor.validation import validated
from advisor.yaml_tree import Node, read_tree

SCENARIO_FORMAT = 1


@record
class Recommended(Model):
    """Something the advice must name; `because_of` a rule or question among its reasons."""

    id: Id
    reason: Text
    because_of: Id | None = None


@record
class NotRecommended(Model):
    """Something the advice must not name."""

    id: Id
    reason: Text


@record
class ExpectedStage(Model):
    """The stage that a factor must have."""

    factor: Id
    is_: Stage
    reason: Text


@record
class Before(Model):
    """Of two interventions, the one that must come first."""

    first: Id
    then: Id
    reason: Text


@record
class Expectations(Model):
    """What the advice on a scenario is expected to say, each with its reason."""

    recommended: tuple[Recommended, ...] = ()
    not_recommended: tuple[NotRecommended, ...] = ()
    stages: tuple[ExpectedStage, ...] = ()
    before: tuple[Before, ...] = ()


@record
class _ScenarioFile(Model):
    format: int
    id: Id
    title: Text
    teaches: Text
    narrative: str
    source: Source
    expect: Expectations = field(default_factory=Expectations)


@record
class Scenario(_ScenarioFile):
    """A scenario with its case."""

    case: Case


def scenario_paths(knowledge: KnowledgeBase) -> dict[str, Path]:
    """Return the scenario files of a knowledge base by their id, sorted; none if it lies in no folder."""
    folder = knowledge.folder
    return {path.stem: path for path in scenario_files(folder)} if folder else {}


def read_scenario(id_: str, knowledge: KnowledgeBase) -> Scenario:
    """Return the scenario with this id; `CaseError` with all its faults, or if there is none."""
    files = scenario_paths(knowledge)
    if id_ not in files:
        name = f"scenario:{shown_name(id_)}"
        raise CaseError([Fault(name, 1, 1, "there is no such scenario", did_you_mean(id_, files))])
    return read_scenario_file(files[id_], knowledge)


def read_scenario_file(path: Path, knowledge: KnowledgeBase) -> Scenario:
    """Return the scenario in a file; `CaseError` with all its faults."""
    name = display_name(path)
    tree, faults = read_tree(path, name)
    if tree is None:
        raise CaseError(faults)
    other = other_format(tree, name, SCENARIO_FORMAT)
    if other is not None:
        raise CaseError([*faults, other])
    entries = tree.value if isinstance(tree.value, dict) else {}
    rest = Node({key: value for key, value in entries.items() if key != "case"}, tree.line, tree.column)
    scenario, more = validated(rest, _ScenarioFile, name)
    case_node = entries["case"][1] if "case" in entries else Node({}, tree.line, tree.column)
    case, case_faults = checked_case(_with_format(case_node), name, knowledge)
    faults = [*faults, *more, *case_faults]
    if scenario is not None:
        faults += _unknown_ids(scenario, tree, name, knowledge)
    if faults or scenario is None or case is None:
        raise CaseError(faults)
    given = {item.name: getattr(scenario, item.name) for item in fields(scenario)}
    return Scenario(**given, case=case)


def _with_format(node: Node) -> Node:
    """Return the case of a scenario as a case file would hold it: the format stands at the top."""
    if not isinstance(node.value, dict) or "format" in node.value:
        return node
    line, column = node.line, node.column
    return Node({"format": (Node("format", line, column), Node(1, line, column)), **node.value}, line, column)


def _unknown_ids(scenario: _ScenarioFile, tree: Node, name: str, knowledge: KnowledgeBase) -> list[Fault]:
    expect = scenario.expect
    wanted = [
        *(
            (("expect", "recommended", i, "id"), e.id, ADVISABLE_KINDS)
            for i, e in enumerate(expect.recommended)
        ),
        *(
            (("expect", "not-recommended", i, "id"), e.id, ADVISABLE_KINDS)
            for i, e in enumerate(expect.not_recommended)
        ),
        *((("expect", "stages", i, "factor"), e.factor, ("factor",)) for i, e in enumerate(expect.stages)),
        *(
            (("expect", "before", i, "first"), e.first, ("intervention",))
            for i, e in enumerate(expect.before)
        ),
        *((("expect", "before", i, "then"), e.then, ("intervention",)) for i, e in enumerate(expect.before)),
    ]
    faults = []
    for path, id_, kinds in wanted:
        if not knowledge.has(id_, kinds):
            node = tree.at(path)
            remedy = did_you_mean(id_, knowledge.ids(kinds))
            faults.append(Fault(name, node.line, node.column, f"there is no '{id_}'", remedy))
    return faults
