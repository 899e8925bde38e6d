"""Find and read scenarios; every fault of their files is told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path

from advisor._language import _
from advisor._suggest import sparing
from advisor._text import shown, shown_name
from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.edits import Edit, changed
from advisor.errors import CaseError, EditError, Fault, FileFault
from advisor.files.format_line import other_format
from advisor.files.positioned_yaml import Node, read_tree
from advisor.files.read import display_name, is_closed, is_there, names_in
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import SCENARIO_PREFIX, scenario_files, unreadable_folder
from advisor.knowledge.integrity import ID
from advisor.knowledge.validate import validate
from advisor.scenarios.called import called, no_such
from advisor.scenarios.heads import head_faults, numbered_twice
from advisor.scenarios.names import child, members, unknown_names
from advisor.scenarios.scenario import Scenario, ScenarioFile

SCENARIO_FORMAT = 1
_OF_A_CASE = frozenset({"answers", "partnership", "partners", "actions", "notes", "date", "respondent"})


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
    """Return the file of a scenario: `name` is its id, number or title, also as scenario:ID, or a file.

    `CaseError` if there is none.
    """
    files = scenario_paths(knowledge)
    id_ = name.removeprefix(SCENARIO_PREFIX)
    if id_ in files:
        return files[id_]
    path = Path(id_)
    is_file = path.suffix == ".yaml" or (not id_.isdigit() and (is_there(path) or is_closed(path)))
    if is_file:
        return path  # whoever reads it says what is wrong with it
    found = called(id_, files)
    if len(found) != 1:
        raise no_such(id_, files, found)
    return files[found[0]]


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
                what = _("there is no scenario in this folder")
                raise CaseError(
                    [FileFault(shown_name(name), 0, 0, what, _("name a folder with YAML files in it"))]
                )
            paths += found
        else:
            paths.append(scenario_path(name, knowledge))
    return list(dict.fromkeys(paths)) if names else [*scenario_paths(knowledge).values()]


def named_paths(names: Sequence[str], knowledge: KnowledgeBase) -> dict[str, Path]:
    """Return the files of `chosen_paths` by what a command can be given for each: an id, or the file."""
    known = scenario_paths(knowledge)
    paths = chosen_paths(names, knowledge)
    return {path.stem if known.get(path.stem) == path else display_name(path): path for path in paths}


def _files_in(folder: Path) -> list[Path]:
    try:
        return names_in(folder, ".yaml")
    except OSError as error:
        raise CaseError([unreadable_folder(folder, error)]) from error


def read_scenarios(paths: Iterable[Path], knowledge: KnowledgeBase) -> list[Scenario]:
    """Return the scenarios in files; `CaseError` with the faults of all of them."""
    read: dict[Path, Scenario] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            read[path] = read_scenario_file(path, knowledge)
        except CaseError as error:
            faults += error.faults
    faults += numbered_twice(read)
    if faults:
        raise CaseError(faults)
    return list(read.values())


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
    entries = tree.value if isinstance(tree.value, dict) else {}
    misplaced = next((node for key, (node, _value) in entries.items() if key in knowledge.kinds.by_key), None)
    if misplaced is not None and "narrative" not in entries:
        raise CaseError([*faults, _no_scenario(misplaced, name)])
    other = other_format(tree, name, SCENARIO_FORMAT)
    if other is not None:
        raise CaseError([*faults, other])
    rest = replace(tree, value={key: value for key, value in entries.items() if key != "case"})
    scenario, more = validate(rest, ScenarioFile, name)
    more = [_at_home(fault, entries, name) for fault in more]
    if "case" not in entries and not any(key in _OF_A_CASE for key in entries):
        what = _("the key '{key}' is missing").format(key="case")
        more.append(tree.fault(name, what, _("write 'case:' and below it 'answers:', as in a case file")))
    case_node = entries["case"][1] if "case" in entries else Node({}, tree.line, tree.column)
    case, case_faults = checked_case(_with_format(case_node), name, knowledge)
    faults = [*faults, *more, *case_faults]
    told = {(fault.line, fault.column) for fault in faults}
    names = (
        *head_faults(tree, name),
        *unknown_names(tree, name, knowledge),
        *_variation_faults(case or Case(), tree, name, knowledge),
    )
    faults += [fault for fault in (*_of_itself(tree, name), *names) if (fault.line, fault.column) not in told]
    if faults or scenario is None or case is None:
        raise CaseError(faults)
    given = {item.name: getattr(scenario, item.name) for item in fields(scenario)}
    return Scenario(**given, case=case)


def _at_home(fault: Fault, entries: Mapping[str, tuple[Node, Node]], name: str) -> Fault:
    """Return a fault, with where it belongs if it is of a key that a case has, and a scenario has not."""
    for key in _OF_A_CASE & entries.keys():
        node = entries[key][0]
        if (fault.line, fault.column) == (node.line, node.column):
            return node.fault(name, fault.what, _("write it under '{key}'").format(key="case"))
    return fault


def _no_scenario(key: Node, name: str) -> Fault:
    what = _("this is no scenario: it has '{key}'").format(key=key.text)
    return key.fault(name, what, _("move the file out of the folder of scenarios, beside base.yaml"))


def _variation_faults(case: Case, tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    """Yield a fault for each answer of a variation that cannot be; what is no text is told elsewhere."""
    for variation in members(child(tree, "variations")):
        answers = child(variation, "set")
        given = answers.value if answers is not None and isinstance(answers.value, dict) else {}
        for asked, (_key, node) in given.items():
            if not isinstance(node.value, str):
                continue
            try:
                changed(case, [Edit(asked, node.value)], knowledge)
            except (CaseError, EditError) as error:
                wrong = error.faults[0] if isinstance(error, CaseError) else error
                yield node.fault(name, wrong.what, wrong.remedy)


def _with_format(node: Node) -> Node:
    """Return the case of a scenario as a case file would hold it: the format stands at the top."""
    if not isinstance(node.value, dict) or "format" in node.value:
        return node
    line, column = node.line, node.column
    given = Node("format", line, column), Node(1, line, column, "1")
    return replace(node, value={"format": given, **node.value})


def _of_itself(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for an id or a number that is none, and for each text that says nothing."""
    yield from head_faults(tree, name)
    own = child(tree, "id")
    if own is not None and not ID.fullmatch(str(own.value)):
        what = _("'{value}' is not an id").format(value=shown(own.value))
        yield own.fault(name, what, _("use lower-case words joined by hyphens"))
    for key, node in _texts(tree):
        if isinstance(node.value, str) and not node.value.strip():
            yield node.fault(name, _("'{key}' is empty").format(key=key), _("write a plain sentence"))


def _texts(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield what stands behind each key that wants a sentence, however deep."""
    if isinstance(node.value, list):
        for member in node.value:
            yield from _texts(member)
    elif isinstance(node.value, dict):
        for key, (_, member) in node.value.items():
            if key in ("title", "teaches", "narrative", "setting", "reason", "did", "came-of-it"):
                yield key, member
            elif key == "terms" and isinstance(member.value, dict):
                yield from ((word.strip() or key, said) for word, (_, said) in member.value.items())
            elif key != "case":
                yield from _texts(member)
