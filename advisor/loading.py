"""Load a knowledge base from a folder of YAML files.

Every `*.yaml` below the folder is read, `scenarios/` aside. A file holds one or more lists of
entries under the name of their kind; where an entry stands does not matter. All faults of all files
are found before anything is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisor import entries
from advisor.checking import check
from advisor.errors import Fault, KnowledgeError
from advisor.folders import HEADER, SourceFile, digest_of, read_folder
from advisor.formats import other_format
from advisor.knowledge_base import KnowledgeBase
from advisor.model import Model, record
from advisor.places import Places
from advisor.rules import ForEach, Rule
from advisor.suggest import did_you_mean
from advisor.validation import validated
from advisor.yaml_tree import Node, parse_bytes

KNOWLEDGE_FORMAT = 1

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
}
KINDS_WITH_FACTOR = ("precondition", "shift")
FILE_KEYS = {
    **{f"{kind}s": kind for kind in MODELS if kind not in ("work", "inertia", "process")},
    "sources": "work",
    "inertia": "inertia",
    "processes": "process",
}  # the name of a list in a file, and the kind of its entries


@record
class Header(Model):
    """What base.yaml says of the knowledge base as a whole."""

    format: int
    name: str
    version: str


@dataclass
class _Loading:
    """What has been read so far."""

    faults: list[Fault] = field(default_factory=list)
    entries: dict[str, list[Any]] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    templates: list[tuple[Node, str]] = field(default_factory=list)


def load_folder(folder: Path) -> KnowledgeBase:
    """Return the knowledge base in `folder`; `KnowledgeError` with all its faults if it has any."""
    return load_files(read_folder(folder), folder)


def load_files(files: list[SourceFile], folder: Path) -> KnowledgeBase:
    """Return the knowledge base that the files of `folder` make; `KnowledgeError` with all its faults."""
    loading = _Loading()
    header = None
    for file in files:
        if file.name == HEADER:
            header = _header(file, loading)
        else:
            _read_file(file, loading)
    for node, name in loading.templates:
        _expand(node, name, loading)
    if loading.faults or header is None:
        raise KnowledgeError(loading.faults)
    by_id = {kind: {entry.id: entry for entry in found} for kind, found in loading.entries.items()}
    knowledge = KnowledgeBase(header.name, header.version, digest_of(files), by_id, folder=folder)
    faults = list(check(knowledge, loading.places))
    if faults:
        raise KnowledgeError(faults)
    return knowledge


def _header(file: SourceFile, loading: _Loading) -> Header | None:
    tree, faults = parse_bytes(file.data, file.label)
    loading.faults += faults
    if tree is None:
        return None
    other = other_format(tree, file.label, KNOWLEDGE_FORMAT)
    if other is not None:
        loading.faults.append(other)
        return None
    header, faults = validated(tree, Header, file.label)
    loading.faults += faults
    return header


def _read_file(file: SourceFile, loading: _Loading) -> None:
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


def _read_entry(node: Node, kind: str, name: str, loading: _Loading) -> None:
    if kind == "rule" and isinstance(node.value, dict) and "for-each" in node.value:
        loading.templates.append((node, name))
        return
    entry, faults = validated(node, MODELS[kind], name)
    loading.faults += faults
    if entry is not None:
        loading.entries.setdefault(kind, []).append(entry)
        loading.faults += loading.places.remember(entry.id, name, node)


def _expand(node: Node, name: str, loading: _Loading) -> None:
    """Write a template out for each entry it stands for."""
    chosen, faults = validated(node.at(("for-each",)), ForEach, name)
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
    for entry in loading.entries.get(chosen.kind, ()):
        if chosen.factor is not None and entry.factor != chosen.factor:
            continue
        filled = _filled(rest, {"{id}": entry.id, "{title}": _inside(entry.title)})
        own_id = filled.at(("id",))
        own_id.value = f"{own_id.value}.{entry.id}"
        title = filled.at(("title",))
        title.value = str(title.value)[:1].upper() + str(title.value)[1:]
        rule, faults = validated(filled, Rule, name)
        loading.faults += faults
        if rule is None:
            return  # one entry shows the fault; the others would only repeat it
        loading.entries.setdefault("rule", []).append(rule)
        loading.faults += loading.places.remember(rule.id, name, filled)


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
