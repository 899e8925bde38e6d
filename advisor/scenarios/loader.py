"""Find and read scenarios; every fault of their files is told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from advisor._suggest import did_you_mean, sparing
from advisor._text import shown, shown_name
from advisor.cases.check import checked_case
from advisor.cases.edits import Edit, changed
from advisor.errors import CaseError, EditError, Fault, FileFault
from advisor.files.format_line import other_format
from advisor.files.positioned_yaml import Node, read_tree
from advisor.files.read import display_name, is_closed, is_there, names_in
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import SCENARIO_PREFIX, scenario_files, unreadable_folder
from advisor.knowledge.integrity import ID
from advisor.knowledge.kind import Kinds
from advisor.knowledge.terms import Id
from advisor.knowledge.validate import validate
from advisor.scenarios.expectations import named_in, reason_kinds
from advisor.scenarios.scenario import Scenario, ScenarioFile

SCENARIO_FORMAT = 1


def scenario_paths(knowledge: KnowledgeBase) -> dict[str, Path]:
    """Return the scenario files of a knowledge base by their id, sorted; none if it lies in no folder.

    Those of the knowledge base that it extends are there too; its own come first, and take an id from them.
    """
    own = own_scenario_paths(knowledge)
    below = scenario_files(knowledge.below) if knowledge.below else ()
    return {**own, **{path.stem: path for path in below if path.stem not in own}}


def own_scenario_paths(knowledge: KnowledgeBase) -> dict[str, Path]:
    """Return the scenario files in a knowledge base's own folder by their id, sorted."""
    folder = knowledge.folder
    return {path.stem: path for path in scenario_files(folder)} if folder else {}


def scenario_path(name: str, knowledge: KnowledgeBase) -> Path:
    """Return the file of a scenario: `name` is its id, also written scenario:ID, or a file.

    `CaseError` if there is none.
    """
    files = scenario_paths(knowledge)
    id_ = name.removeprefix(SCENARIO_PREFIX)
    if id_ in files:
        return files[id_]
    path = Path(id_)
    if path.suffix == ".yaml" or is_there(path) or is_closed(path):
        return path  # whoever reads it says what is wrong with it
    where = f"{SCENARIO_PREFIX}{shown_name(id_)}"
    raise CaseError([FileFault(where, 1, 1, "there is no such scenario", did_you_mean(id_, files))])


def chosen_paths(names: Sequence[str], knowledge: KnowledgeBase) -> list[Path]:
    """Return the files of scenarios named by ids, files or folders; of all if none is named.

    `CaseError` if there is no such scenario, or a folder has none.
    """
    paths: list[Path] = []
    for name in names:
        folder = Path(name)
        if name not in scenario_paths(knowledge) and is_there(folder) and folder.is_dir():
            found = _files_in(folder)
            if not found:
                what = "there is no scenario in this folder"
                raise CaseError([Fault(shown_name(name), 1, 1, what, "name a folder with YAML files in it")])
            paths += found
        else:
            paths.append(scenario_path(name, knowledge))
    return list(dict.fromkeys(paths)) if names else [*scenario_paths(knowledge).values()]


def _files_in(folder: Path) -> list[Path]:
    try:
        return names_in(folder, ".yaml")
    except OSError as error:
        raise CaseError([unreadable_folder(folder, error)]) from error


def read_scenarios(paths: Iterable[Path], knowledge: KnowledgeBase) -> list[Scenario]:
    """Return the scenarios in files; `CaseError` with the faults of all of them."""
    found: list[Scenario] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            found.append(read_scenario_file(path, knowledge))
        except CaseError as error:
            faults += error.faults
    if faults:
        raise CaseError(faults)
    return found


def read_scenario(name: str, knowledge: KnowledgeBase) -> Scenario:
    """Return a scenario by its id or file; `CaseError` with all its faults, or if there is none."""
    return read_scenario_file(scenario_path(name, knowledge), knowledge)


def read_scenario_file(path: Path, knowledge: KnowledgeBase) -> Scenario:
    """Return the scenario in a file; `CaseError` with all its faults."""
    with sparing():
        return _read(path, knowledge)


def _read(path: Path, knowledge: KnowledgeBase) -> Scenario:
    name = display_name(path)
    tree, faults = read_tree(path, name)
    if tree is None:
        raise CaseError(faults)
    other = other_format(tree, name, SCENARIO_FORMAT)
    if other is not None:
        raise CaseError([*faults, other])
    entries = tree.value if isinstance(tree.value, dict) else {}
    rest = replace(tree, value={key: value for key, value in entries.items() if key != "case"})
    scenario, more = validate(rest, ScenarioFile, name)
    case_node = entries["case"][1] if "case" in entries else Node({}, tree.line, tree.column)
    case, case_faults = checked_case(_with_format(case_node), name, knowledge)
    faults = [*faults, *more, *case_faults]
    if scenario is not None:
        faults += [*_unsaid(tree, name), *_unknown_ids(scenario, tree, name, knowledge)]
    if faults or scenario is None or case is None:
        raise CaseError(faults)
    given = {item.name: getattr(scenario, item.name) for item in fields(scenario)}
    whole = Scenario(**given, case=case)
    faults = list(_variation_faults(whole, tree, name, knowledge))
    if faults:
        raise CaseError(faults)
    return whole


def _variation_faults(scenario: Scenario, tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    for number, variation in enumerate(scenario.variations):
        for asked, value in variation.set.items():
            try:
                changed(scenario.case, [Edit(asked, value)], knowledge)
            except (CaseError, EditError) as error:
                wrong = error.faults[0] if isinstance(error, CaseError) else error
                node = tree.at(("variations", number, "set", asked))
                yield node.fault(name, wrong.what, wrong.remedy)


def _with_format(node: Node) -> Node:
    """Return the case of a scenario as a case file would hold it: the format stands at the top."""
    if not isinstance(node.value, dict) or "format" in node.value:
        return node
    line, column = node.line, node.column
    given = Node("format", line, column), Node(1, line, column, "1")
    return replace(node, value={"format": given, **node.value})


def _unsaid(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for an id that is none, and for each text that says nothing."""
    own = tree.at(("id",))
    if not ID.fullmatch(str(own.value)):
        what = f"'{shown(own.value)}' is not an id"
        yield own.fault(name, what, "use lower-case words joined by hyphens")
    for key, node in _texts(tree):
        if isinstance(node.value, str) and not node.value.strip():
            yield node.fault(name, f"'{key}' is empty", "write a plain sentence")


def _texts(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield what stands behind each key that wants a sentence, however deep."""
    if isinstance(node.value, list):
        for member in node.value:
            yield from _texts(member)
    elif isinstance(node.value, dict):
        for key, (_, member) in node.value.items():
            if key in ("title", "teaches", "narrative", "reason"):
                yield key, member
            elif key != "case":
                yield from _texts(member)


def _unknown_ids(scenario: ScenarioFile, tree: Node, name: str, knowledge: KnowledgeBase) -> list[Fault]:
    off = {each.id for each in knowledge.overlay.switched_off} if knowledge.overlay else set()
    faults = []
    if scenario.source.work not in knowledge.works:
        node, word = tree.at(("source", "work")), scenario.source.work
        remedy = did_you_mean(word, knowledge.works)
        faults.append(node.fault(name, f"there is no work '{word}'", remedy))
    by_kinds: dict[tuple[str, ...], dict[str, None]] = {}
    for path, id_, kinds in _all_named(scenario, knowledge.kinds):
        if kinds not in by_kinds:
            by_kinds[kinds] = dict.fromkeys(_nameable(kinds, knowledge))
        known = by_kinds[kinds]
        if id_ not in known and not off & {id_, id_.partition(".")[0]}:
            faults.append(tree.at(path).fault(name, f"there is no '{id_}'", did_you_mean(id_, known)))
    return faults


def _nameable(kinds: tuple[str, ...], knowledge: KnowledgeBase) -> list[str]:
    """Return the ids of kinds, or whatever may be a reason where none is given."""
    if kinds:
        return list(knowledge.ids(kinds))
    return [*knowledge.ids(reason_kinds(knowledge.kinds)), *_items(knowledge)]


def _all_named(
    scenario: ScenarioFile, table: Kinds
) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
    """Yield what all expectations of a scenario name, those of its variations too; see `named_in`."""
    for path, id_, kinds in named_in(scenario.expect, table):
        yield ("expect", *path), id_, kinds
    for number, variation in enumerate(scenario.variations):
        for path, id_, kinds in named_in(variation.expect, table):
            yield ("variations", number, "expect", *path), id_, kinds


def _items(knowledge: KnowledgeBase) -> list[str]:
    return [f"{question.id}.{row.id}" for question in knowledge.questions.values() for row in question.items]
