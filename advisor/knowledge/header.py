"""What base.yaml says of a knowledge base, and whether what it changes and switches off can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor._command import hint
from advisor._language import _
from advisor._suggest import by_title, did_you_mean
from advisor.errors import Fault
from advisor.files.format_line import other_format
from advisor.files.positioned_yaml import Node, parse_bytes
from advisor.knowledge.folder import HEADER, SHIPPED, SourceFile
from advisor.knowledge.loading import Loading
from advisor.knowledge.overlay import Altered, Header, Overlay, off_by
from advisor.knowledge.validate import validate

KNOWLEDGE_FORMAT = 1
MOST_NAMED = 4  # rules in one message


@dataclass(frozen=True)
class Head:
    """What a base.yaml says, where, and what messages call it."""

    header: Header
    tree: Node
    label: str


def read_head(files: list[SourceFile], loading: Loading) -> Head | None:
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
    return Head(header, tree, file.label) if header else None


def alterations(head: Head, extends: bool, loading: Loading) -> Iterator[Fault]:
    """Yield a fault for each change that is none, and each thing that cannot be switched off."""
    header, known = head.header, [*loading.places.nodes, *loading.templates]
    entries = (each for kind in loading.entries.values() for each in kind.values())
    titles = by_title((each.title, each.id) for each in entries if hasattr(each, "title"))
    if not extends and (header.changes or header.switched_off):
        what = _("there is nothing to change or switch off")
        yield _fault_at(head, (), what, _("write 'extends: {shipped}'").format(shipped=SHIPPED))
    for number, change in enumerate(header.changes):
        if change.id not in loading.own:
            near = did_you_mean(change.id, known, titles)
            remedy = _("write the entry as it should be") if change.id in known else near
            what = _("no entry here changes '{id}'").format(id=change.id)
            yield _fault_at(head, ("changes", number, "id"), what, remedy)
    for key, altered in (("changes", header.changes), ("switched-off", header.switched_off)):
        for number, each in enumerate(altered):
            if not each.reason:
                yield _fault_at(head, (key, number, "reason"), _("'reason' is empty"), _("say why"))
    ids = [id_ for kind in loading.kinds.switchable for id_ in loading.entries.get(kind, ())]
    switchable = [*ids, *loading.templates]
    for number, off in enumerate(header.switched_off):
        if off.id not in switchable:
            near = did_you_mean(off.id, switchable, titles)
            remedy = _without_switching(off.id, loading) if off.id in known else near
            what = _("'{id}' cannot be switched off").format(id=off.id)
            yield _fault_at(head, ("switched-off", number, "id"), what, remedy)
    yield from _contradictions(header.switched_off, loading)


def _without_switching(id_: str, loading: Loading) -> str:
    """Return what to try where something cannot be switched off that rules conclude, or look at."""
    rules = loading.entries.get("rule", {}).values()
    weighed = [rule.id for rule in rules if (rule.then.weighs or ("", ""))[1] == id_]
    if not weighed:
        return _("switch off the rules that look at it: {command} names them").format(
            command=hint("knowledge", "show", id_)
        )
    more = _(" and {more} more").format(more=len(weighed) - MOST_NAMED) if len(weighed) > MOST_NAMED else ""
    told = _("switch off the rules that conclude it: {rules}{more}")
    return told.format(rules=", ".join(weighed[:MOST_NAMED]), more=more)


def _fault_at(head: Head, path: tuple[str | int, ...], what: str, remedy: str) -> Fault:
    node = head.tree.at(path)
    return Fault(head.label, node.line, node.column, what, remedy)


def _contradictions(off: Sequence[Altered], loading: Loading) -> Iterator[Fault]:
    """Yield a fault for each rule of one's own that is switched off, or recommends what is."""
    for rule in loading.entries.get("rule", {}).values():
        if rule.id in loading.own and off_by(rule, off):
            what = _("this rule is here, and base.yaml switches it off, or what it recommends")
            yield loading.places.fault(rule.id, "then", what, _("leave one of them out"))


def overlay_of(header: Header, below: Header, loading: Loading) -> Overlay:
    """Return what a knowledge base whose base.yaml is `header` does to the one `below` it."""
    rules = loading.entries.get("rule", {}).values()
    gone = ((rule.id, off.reason) for rule in rules if (off := off_by(rule, header.switched_off)))
    works = loading.entries.get("work", {}).keys()
    return Overlay(
        name=below.name,
        version=below.version,
        added=tuple(sorted(loading.own - loading.changes - works)),
        changed=header.changes,
        switched_off=header.switched_off,
        gone=tuple(Altered(id=id_, reason=reason) for id_, reason in gone),
    )
