"""What a scenario names in its file: a work, and ids in what is expected of the advice. Each must be there.

It looks at the tree of the file, so that names are told along with all else that is wrong in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import WORK
from advisor.knowledge.terms import WAIT
from advisor.knowledge.titles import meant, titles_of
from advisor.scenarios.expectations import REASON, named_in, reason_kinds

Kind = tuple[str, ...]


def unknown_names(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    """Yield a fault for each name in a scenario that the knowledge base does not have."""
    yield from _unknown_works(tree, name, knowledge)
    by_kinds: dict[Kind, dict[str, None]] = {}
    for node, id_, kinds in _ids(tree, knowledge.kinds):
        if kinds not in by_kinds:
            by_kinds[kinds] = dict.fromkeys(_nameable(kinds, knowledge))
        known = by_kinds[kinds]
        if id_ not in known and not knowledge.switched_off(id_):
            near = did_you_mean(id_, known, _titles(kinds, knowledge))
            if id_ == WAIT:
                near = _("to wait is no entry: write 'wait: {reason: ...}' under 'expect'")
            yield node.fault(name, _("there is no '{id}'").format(id=id_), near)


def _unknown_works(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    for told in (tree, *members(child(tree, "afterwards"))):
        work = child(child(told, "source"), "work")
        if work and isinstance(work.value, str) and work.value not in knowledge.works:
            remedy = meant(work.value, (WORK,), knowledge)
            yield work.fault(name, _("there is no work '{value}'").format(value=work.value), remedy)


def _nameable(kinds: Kind, knowledge: KnowledgeBase) -> list[str]:
    """Return the ids of kinds, or whatever may be a reason."""
    if kinds != REASON:
        return list(knowledge.ids(kinds))
    items = [f"{question.id}.{row.id}" for question in knowledge.questions.values() for row in question.items]
    return [*knowledge.ids(reason_kinds(knowledge.kinds)), *items]


def _titles(kinds: Kind, knowledge: KnowledgeBase) -> Mapping[str, str]:
    return titles_of(reason_kinds(knowledge.kinds) if kinds == REASON else kinds, knowledge)


def _ids(tree: Node, table: Kinds) -> Iterator[tuple[Node, str, Kind]]:
    """Yield each id in what is expected or was done, with the kinds that it may be of; of variations too."""
    for done in members(child(tree, "afterwards")):
        yield from _said(child(done, "as"), table.advisable)
    named = named_in(table)
    for telling in (tree, *members(child(tree, "variations"))):
        expect = child(telling, "expect")
        for key, fields in named.items():
            listed = child(expect, key)
            for each in members(listed) or (listed,):
                for field, kinds in fields.items():
                    yield from _said(child(each, field), kinds)


def _said(said: Node | None, kinds: Kind) -> Iterator[tuple[Node, str, Kind]]:
    for node in members(said) or (said,):
        if node and isinstance(node.value, str):
            yield node, node.value, kinds


def child(node: Node | None, key: str) -> Node | None:
    """Return what stands behind a key; None if there is no such key or no mapping."""
    if node is None or not isinstance(node.value, dict) or key not in node.value:
        return None
    return node.value[key][1]


def members(node: Node | None) -> list[Node]:
    """Return the members of a list; none if it is no list."""
    return node.value if node is not None and isinstance(node.value, list) else []
