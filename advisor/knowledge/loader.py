"""Load a knowledge base from a folder of YAML files.

Every `*.yaml` below the folder is read, `scenarios/` aside. A file holds one or more lists of
entries under the name of their kind; where an entry stands does not matter. All faults of all files
are found before anything is refused, unless there are thousands of them.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from advisor._language import _
from advisor.errors import Fault, KnowledgeError
from advisor.files.positioned_yaml import Node, parse_bytes, says_nothing
from advisor.files.yaml_bullets import dash_wanted
from advisor.knowledge.accepted import Accepted
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import HEADER, SourceFile, below_of, digest_of, read_folder
from advisor.knowledge.header import alterations, overlay_of, read_head
from advisor.knowledge.integrity import check
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.loading import Loading
from advisor.knowledge.no_list import no_kind, no_list
from advisor.knowledge.overlay import Header, off_by
from advisor.knowledge.positions import taken
from advisor.knowledge.templates import expand
from advisor.knowledge.training import Led
from advisor.knowledge.validate import validate

MOST_FAULTS = 5_000  # more of them help nobody, and each takes its time


def load_folder(folder: Path, kinds: Kinds = KINDS) -> KnowledgeBase:
    """Return the knowledge base in `folder`; `KnowledgeError` with all its faults if it has any."""
    return load_files(read_folder(folder), folder, kinds)


def load_files(files: list[SourceFile], folder: Path | None, kinds: Kinds = KINDS) -> KnowledgeBase:
    """Return the knowledge base that files make, those of `folder` if they lie in one.

    `KnowledgeError` with all its faults.
    """
    loading = read_files(files, folder, kinds)
    if loading.knowledge is None:
        raise KnowledgeError(loading.faults)
    return loading.knowledge


def read_files(files: list[SourceFile], folder: Path | None, kinds: Kinds = KINDS) -> Loading:
    """Return what the files of `folder`, and of the folder that they extend, hold, with every fault."""
    loading = Loading(kinds=kinds)
    own, below = ([file for file in files if file.below is is_below] for is_below in (False, True))
    head = read_head(own, loading)
    under = read_head(below, loading) if below else None
    loading.changes = {change.id for change in head.header.changes} if head else set()
    for file in [*below, *own]:
        loading.is_own = not file.below
        if file.name != HEADER:
            _read_file(file, loading)
    for node, name in loading.templates.values():
        expand(node, name, loading)
    if head is not None:
        loading.faults += alterations(head, bool(below), loading)
    if head is None or loading.faults:
        return loading
    knowledge = _put_together(head.header, files, folder, loading)
    knowledge.overlay = overlay_of(head.header, under.header, loading) if under else None
    knowledge.below = below_of(files, folder)
    loading.faults += check(knowledge, loading.places)
    loading.knowledge = None if loading.faults else knowledge
    return loading


def _put_together(
    header: Header, files: list[SourceFile], folder: Path | None, loading: Loading
) -> KnowledgeBase:
    """Return the knowledge base without what is switched off: rules, and what is for trainers."""
    off = {each.id for each in header.switched_off}
    there = loading.entries.get("rule", {})
    rules = {id_: rule for id_, rule in there.items() if not off_by(rule, header.switched_off)}
    entries = {**loading.entries, "rule": rules}
    for kind in loading.kinds.for_trainers:
        kept = {id_: entry for id_, entry in loading.entries.get(kind, {}).items() if id_ not in off}
        led = {id_: entry.without(off) for id_, entry in kept.items() if off and isinstance(entry, Led)}
        entries[kind] = {**kept, **led}
    digest = digest_of(files)
    return KnowledgeBase(header.name, header.version, digest, entries, folder=folder, kinds=loading.kinds)


def _read_file(file: SourceFile, loading: Loading) -> None:
    name = file.label
    if says_nothing(file.data):
        return
    if PurePath(file.name).name == HEADER:
        what = _("a knowledge base has one {header}, and this is another").format(header=HEADER)
        remedy = _("move the folder that it lies in out of here, or take the file away")
        loading.faults.append(Fault(name, 1, 1, what, remedy))
        return
    tree, faults = parse_bytes(file.data, name)
    loading.faults += faults
    if tree is None:
        return
    if not isinstance(tree.value, dict):
        what = _("a list of entries under the name of their kind is wanted")
        loading.faults.append(Fault(name, tree.line, tree.column, what, _("begin with 'rules:' or the like")))
        return
    if (other := no_list(tree.value.keys(), loading.kinds)) is not None:
        loading.faults.append(Fault(name, tree.line, tree.column, *other))
        return
    for word, named in tree.value.items():
        _read_list(word, *named, name, loading)


def _read_list(word: str, key_node: Node, node: Node, name: str, loading: Loading) -> None:
    if word not in loading.kinds.by_key:
        loading.faults.append(key_node.fault(name, *no_kind(word, loading.kinds)))
    elif node.value is None:
        return  # all entries are comments, for now
    elif not isinstance(node.value, list):
        what = _("a list is wanted under '{word}'").format(word=word)
        loading.faults.append(node.fault(name, what, dash_wanted(node.value)))
    else:
        for entry in node.value:
            if len(loading.faults) >= MOST_FAULTS:
                return
            _read_entry(entry, loading.kinds.by_key[word].name, name, loading)


def _read_entry(node: Node, kind: str, name: str, loading: Loading) -> None:
    if kind == "rule" and isinstance(node.value, dict) and "for-each" in node.value:
        id_ = str(node.at(("id",)).value)
        known = loading.templates.get(id_)
        changes = loading.changes_with(id_)
        if known is None or changes:
            if changes and loading.entries.get("rule", {}).pop(id_, None):
                loading.places.forget(id_)  # a plain rule that becomes a template
            loading.templates[id_] = (node, name)
            loading.own |= {id_} if loading.is_own else set()
        else:
            is_below = loading.is_own and id_ not in loading.own
            loading.faults.append(taken(id_, node, name, known[1], known[0], may_change=is_below))
        return
    entry, faults = validate(node, loading.kinds[kind].model, name)
    loading.faults += faults
    if isinstance(entry, Accepted):
        if not entry.reason:
            place = node.at(("reason",))
            loading.faults.append(Fault(name, place.line, place.column, _("'reason' is empty"), _("say why")))
        loading.accepted += [(entry, name, node)] if loading.is_own else []
    elif entry is not None:
        _keep(kind, entry, name, node, loading)


def _keep(kind: str, entry: Any, name: str, node: Node, loading: Loading) -> None:
    """Keep an entry, in the place of the one that it changes if it does."""
    entries = loading.entries.setdefault(kind, {})
    if loading.changes_with(entry.id):
        loading.templates.pop(entry.id, None)  # a template that becomes a plain rule
        if entry.id in entries:
            loading.places.forget(entry.id)
    loading.faults += loading.places.remember(
        entry.id, name, node, may_change=loading.is_own and entry.id not in loading.own
    )
    entries[entry.id] = entry
    loading.own |= {entry.id} if loading.is_own else set()
