"""Load a knowledge base from a folder of YAML files.

Every `*.yaml` below the folder is read, `scenarios/` aside. A file holds one or more lists of
entries under the name of their kind; where an entry stands does not matter. All faults of all files
are found before anything is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisor._suggest import did_you_mean
from advisor.errors import Fault, KnowledgeError
from advisor.files.format_line import other_format
from advisor.files.positioned_yaml import Node, parse_bytes
from advisor.knowledge import entries
from advisor.knowledge.base import ADVISABLE_KINDS, KnowledgeBase
from advisor.knowledge.entries import Id, Text
from advisor.knowledge.folder import HEADER, SHIPPED, SourceFile, below_of, digest_of, read_folder
from advisor.knowledge.integrity import check
from advisor.knowledge.model import Model, record
from advisor.knowledge.overlay import Header, Overlay, is_off
from advisor.knowledge.positions import Places, taken
from advisor.knowledge.rules import ForEach, Rule
from advisor.knowledge.validate import validate

KNOWLEDGE_FORMAT = 1


@record
class Accepted(Model):
    """What a check of the knowledge would complain of and that is as it should be, and why."""

    check: Id
    of: Id | tuple[Id, ...]
    reason: Text

    @property
    def ids(self) -> tuple[Id, ...]:
        """Return the entries that it speaks of."""
        return (self.of,) if isinstance(self.of, str) else self.of


MODELS: dict[str, type[Any]] = {
    "work": entries.Work,
    "factor": entries.Factor,
    "precondition": entries.Precondition,
    "shift": entries.Shift,
    "degenerative-behaviour": entries.DegenerativeBehaviour,
    "inertia": entries.Inertia,
    "barrier": entries.Barrier,
    "intervention": entries.Intervention,
    "helper": entries.Helper,
    "technique": entries.Technique,
    "reminder": entries.Reminder,
    "process": entries.Process,
    "borderland": entries.Borderland,
    "relationship-dimension": entries.RelationshipDimension,
    "finding": entries.Finding,
    "pattern": entries.Pattern,
    "tool": entries.Tool,
    "question": entries.Question,
    "rule": Rule,
    "accepted": Accepted,
}
KINDS_WITH_FACTOR = ("precondition", "shift")
SWITCHABLE_KINDS = ("rule", *ADVISABLE_KINDS)  # of what can be advised, the rules that recommend it
FILE_KEYS = {
    **{f"{kind}s": kind for kind in MODELS if kind not in ("work", "inertia", "process", "accepted")},
    "accepted": "accepted",
    "sources": "work",
    "inertia": "inertia",
    "processes": "process",
}  # the name of a list in a file, and the kind of its entries


@dataclass
class Loading:
    """What has been read so far, and every fault found.

    `knowledge` is None as long as there are faults. `accepted` has each with the file and the node that it
    stands in; `own` are the ids of the folder itself, where it extends another.
    """

    faults: list[Fault] = field(default_factory=list)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    templates: dict[str, tuple[Node, str]] = field(default_factory=dict)
    accepted: list[tuple[Accepted, str, Node]] = field(default_factory=list)
    changes: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    is_own: bool = True
    knowledge: KnowledgeBase | None = None


def load_folder(folder: Path) -> KnowledgeBase:
    """Return the knowledge base in `folder`; `KnowledgeError` with all its faults if it has any."""
    return load_files(read_folder(folder), folder)


def load_files(files: list[SourceFile], folder: Path) -> KnowledgeBase:
    """Return the knowledge base that the files of `folder` make; `KnowledgeError` with all its faults."""
    loading = read_files(files, folder)
    if loading.knowledge is None:
        raise KnowledgeError(loading.faults)
    return loading.knowledge


def read_files(files: list[SourceFile], folder: Path) -> Loading:
    """Return what the files of `folder`, and of the folder that they extend, hold, with every fault."""
    loading = Loading()
    own, below = ([file for file in files if file.below is is_below] for is_below in (False, True))
    head = _head(own, loading)
    under = _head(below, loading) if below else None
    loading.changes = {change.id for change in head.header.changes} if head else set()
    for file in [*below, *own]:
        loading.is_own = not file.below
        if file.name != HEADER:
            _read_file(file, loading)
    for node, name in loading.templates.values():
        _expand(node, name, loading)
    if head is not None:
        loading.faults += _alterations(head, bool(below), loading)
    if head is None or loading.faults:
        return loading
    knowledge = _put_together(head.header, files, folder, loading)
    knowledge.overlay = _overlay(head.header, under.header, loading) if under else None
    knowledge.below = below_of(files, folder)
    loading.faults += check(knowledge, loading.places)
    loading.knowledge = None if loading.faults else knowledge
    return loading


def _put_together(header: Header, files: list[SourceFile], folder: Path, loading: Loading) -> KnowledgeBase:
    """Return the knowledge base without the rules that are switched off."""
    off = [each.id for each in header.switched_off]
    rules = {id_: rule for id_, rule in loading.entries.get("rule", {}).items() if not is_off(rule, off)}
    entries = {**loading.entries, "rule": rules}
    return KnowledgeBase(header.name, header.version, digest_of(files), entries, folder=folder)


def _overlay(header: Header, below: Header, loading: Loading) -> Overlay:
    works = loading.entries.get("work", {}).keys()
    return Overlay(
        name=below.name,
        version=below.version,
        added=tuple(sorted(loading.own - loading.changes - works)),
        changed=header.changes,
        switched_off=header.switched_off,
    )


@dataclass(frozen=True)
class _Head:
    """What a base.yaml says, where, and what messages call it."""

    header: Header
    tree: Node
    label: str


def _head(files: list[SourceFile], loading: Loading) -> _Head | None:
    """Return what the base.yaml among the files says; None, and its faults kept, if it cannot be used."""
    file = next(file for file in files if file.name == HEADER)
    tree, faults = parse_bytes(file.data, file.label)
    loading.faults += faults
    if tree is None:
        return None
    other = other_format(tree, file.label, KNOWLEDGE_FORMAT)
    if other is not None:
        loading.faults.append(other)
        return None
    header, faults = validate(tree, Header, file.label)
    loading.faults += faults
    return _Head(header, tree, file.label) if header else None


def _alterations(head: _Head, extends: bool, loading: Loading) -> Iterator[Fault]:
    """Yield a fault for each change that is none, and each thing that cannot be switched off."""
    header, known = head.header, [*loading.places.nodes, *loading.templates]
    if not extends and (header.changes or header.switched_off):
        what = "there is nothing to change or switch off"
        yield _fault_at(head, (), what, f"write 'extends: {SHIPPED}'")
    for number, change in enumerate(header.changes):
        if change.id not in loading.own:
            near = did_you_mean(change.id, known)
            remedy = "write the entry as it should be" if change.id in known else near
            what = f"no entry here changes '{change.id}'"
            yield _fault_at(head, ("changes", number, "id"), what, remedy)
    for key, altered in (("changes", header.changes), ("switched-off", header.switched_off)):
        for number, each in enumerate(altered):
            if not each.reason:
                yield _fault_at(head, (key, number, "reason"), "'reason' is empty", "say why")
    ids = [id_ for kind in SWITCHABLE_KINDS for id_ in loading.entries.get(kind, ())]
    switchable = [*ids, *loading.templates]
    for number, off in enumerate(header.switched_off):
        if off.id not in switchable:
            near = did_you_mean(off.id, switchable)
            remedy = "switch off the rules that name it" if off.id in known else near
            what = f"'{off.id}' cannot be switched off"
            yield _fault_at(head, ("switched-off", number, "id"), what, remedy)
    yield from _contradictions([each.id for each in header.switched_off], loading)


def _fault_at(head: _Head, path: tuple[str | int, ...], what: str, remedy: str) -> Fault:
    node = head.tree.at(path)
    return Fault(head.label, node.line, node.column, what, remedy)


def _contradictions(off: list[str], loading: Loading) -> Iterator[Fault]:
    """Yield a fault for each rule of one's own that is switched off, or recommends what is."""
    for rule in loading.entries.get("rule", {}).values():
        if rule.id in loading.own and is_off(rule, off):
            what = "this rule is here, and base.yaml switches it off, or what it recommends"
            yield loading.places.fault(rule.id, "then", what, "leave one of them out")


def _read_file(file: SourceFile, loading: Loading) -> None:
    name = file.label
    tree, faults = parse_bytes(file.data, name)
    loading.faults += faults
    if tree is None:
        return
    if not isinstance(tree.value, dict):
        what = "a list of entries under the name of their kind is wanted"
        loading.faults.append(Fault(name, tree.line, tree.column, what, "begin with 'rules:' or the like"))
        return
    for word, (key_node, node) in tree.value.items():
        if word not in FILE_KEYS:
            what = f"unknown kind of entries '{word}'"
            remedy = did_you_mean(word, FILE_KEYS)
            loading.faults.append(Fault(name, key_node.line, key_node.column, what, remedy))
        elif not isinstance(node.value, list):
            what = f"a list is wanted under '{word}'"
            loading.faults.append(Fault(name, node.line, node.column, what, "begin each entry with '- '"))
        else:
            for entry in node.value:
                _read_entry(entry, FILE_KEYS[word], name, loading)


def _read_entry(node: Node, kind: str, name: str, loading: Loading) -> None:
    if kind == "rule" and isinstance(node.value, dict) and "for-each" in node.value:
        id_ = str(node.at(("id",)).value)
        known = loading.templates.get(id_)
        changes = _changes(id_, loading)
        if known is None or changes:
            if changes and loading.entries.get("rule", {}).pop(id_, None):
                loading.places.forget(id_)  # a plain rule that becomes a template
            loading.templates[id_] = (node, name)
            loading.own |= {id_} if loading.is_own else set()
        else:
            loading.faults.append(taken(id_, node, name, known[1], known[0]))
        return
    entry, faults = validate(node, MODELS[kind], name)
    loading.faults += faults
    if isinstance(entry, Accepted):
        if not entry.reason:
            place = node.at(("reason",))
            loading.faults.append(Fault(name, place.line, place.column, "'reason' is empty", "say why"))
        loading.accepted += [(entry, name, node)] if loading.is_own else []
    elif entry is not None:
        _keep(kind, entry, name, node, loading)


def _keep(kind: str, entry: Any, name: str, node: Node, loading: Loading) -> None:
    """Keep an entry, in the place of the one that it changes if it does."""
    entries = loading.entries.setdefault(kind, {})
    if _changes(entry.id, loading):
        loading.templates.pop(entry.id, None)  # a template that becomes a plain rule
        if entry.id in entries:
            loading.places.forget(entry.id)
    loading.faults += loading.places.remember(entry.id, name, node)
    entries[entry.id] = entry
    loading.own |= {entry.id} if loading.is_own else set()


def _changes(id_: str, loading: Loading) -> bool:
    return loading.is_own and id_ in loading.changes and id_ not in loading.own


def _expand(node: Node, name: str, loading: Loading) -> None:
    """Write a template out for each entry it stands for."""
    chosen, faults = validate(node.at(("for-each",)), ForEach, name)
    loading.faults += faults
    if chosen is None:
        return
    if chosen.factor is not None and chosen.kind not in KINDS_WITH_FACTOR:
        place = node.at(("for-each", "factor"))
        what = f"a {chosen.kind} belongs to no factor"
        loading.faults.append(Fault(name, place.line, place.column, what, "leave 'factor' out"))
        return
    fields = node.value if isinstance(node.value, dict) else {}
    missing = [key for key in ("id", "title") if key not in fields]
    if missing:
        what = f"the key '{missing[0]}' is missing"
        loading.faults.append(Fault(name, node.line, node.column, what, "add it"))
        return
    rest = Node({k: v for k, v in fields.items() if k != "for-each"}, node.line, node.column)
    for entry in loading.entries.get(chosen.kind, {}).values():
        if chosen.factor is not None and entry.factor != chosen.factor:
            continue
        filled = _filled(rest, {"{id}": entry.id, "{title}": _inside(entry.title)})
        own_id = filled.at(("id",))
        own_id.value = f"{own_id.value}.{entry.id}"
        title = filled.at(("title",))
        title.value = str(title.value)[:1].upper() + str(title.value)[1:]
        rule, faults = validate(filled, Rule, name)
        loading.faults += faults
        if rule is None:
            return  # one entry shows the fault; the others would only repeat it
        if rule.id in loading.changes and rule.id in loading.own:
            continue  # written anew
        loading.faults += loading.places.remember(rule.id, name, filled)
        loading.entries.setdefault("rule", {})[rule.id] = rule


def _inside(title: str) -> str:
    """Return a title as it reads inside a sentence."""
    return title[:1].lower() + title[1:]


def _filled(node: Node, words: dict[str, str]) -> Node:
    """Return a copy of `node` with the placeholders of a template replaced in every text."""
    value: Any = node.value
    if isinstance(value, str):
        for placeholder, word in words.items():
            value = value.replace(placeholder, word)
    elif isinstance(value, list):
        value = [_filled(member, words) for member in value]
    elif isinstance(value, dict):
        value = {key: (key_node, _filled(member, words)) for key, (key_node, member) in value.items()}
    return Node(value, node.line, node.column)
