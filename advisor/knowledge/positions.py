"""Where each entry of a knowledge base stands, so that a fault found later still has a place."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

from advisor._language import _
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node

# The name and the texts of an entry, which may hold a word by chance.
_OF_THE_ENTRY = ("id", "title", "text", "because")
MOST_UNPACKED = 1_000  # entries at a time: checks complain of the same ones again, and may of very many


@dataclass
class Places:
    """The file and the tree of each entry, by its id."""

    nodes: dict[str, tuple[str, Node]] = field(default_factory=dict)
    packed: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def remember(self, id_: str, file: str, node: Node, *, may_change: bool = False) -> list[Fault]:
        """Keep the place of an entry; return a fault if another, that it `may_change`, has the same id."""
        if id_ not in self.nodes:
            self.nodes[id_] = (file, node)
            return []
        other_file, other = self.nodes[id_]
        return [taken(id_, node, file, other_file, other, may_change=may_change)]

    def forget(self, id_: str) -> None:
        """Forget the place of an entry that another takes on purpose."""
        del self.nodes[id_]

    def pack(self) -> None:
        """Keep all trees in a fifth of the memory, now that few of them will be looked at any more."""
        while self.nodes:
            id_, (file, node) = self.nodes.popitem()
            self.packed[id_] = file, pickle.dumps(node)

    def _at(self, id_: str) -> tuple[str, Node]:
        if id_ not in self.nodes:
            if self.packed and len(self.nodes) >= MOST_UNPACKED:
                self.nodes.clear()
            file, node = self.packed[id_]
            self.nodes[id_] = file, pickle.loads(node)  # noqa: S301 (our own, of this very run)
        return self.nodes[id_]

    def fault(self, id_: str, value: str, what: str, remedy: str) -> Fault:
        """Return a fault at the first place in the entry `id_` where `value` is written."""
        file, entry = self._at(id_)
        node = _find(entry, value) or entry
        return Fault(file, node.line, node.column, what, remedy)


def taken(
    id_: str, node: Node, file: str, other_file: str, other: Node, *, may_change: bool = False
) -> Fault:
    """Return the fault that another entry has the id of the entry at `node`."""
    own = node.at(("id",))
    what = _("the id '{id}' is taken by the entry in {other_file}:{line}").format(
        id=id_, other_file=other_file, line=other.line
    )
    if may_change:
        remedy = _("give this one another id; or, to change that one, list it in base.yaml under 'changes'")
    else:
        remedy = _("give one of them another id")
    return Fault(file, own.line, own.column, what, remedy)


def _find(node: Node, value: str, apart: tuple[str, ...] = _OF_THE_ENTRY) -> Node | None:
    """Return where a value, or a key of that name, is first written; not in what the keys `apart` hold."""
    if isinstance(node.value, list):
        return next((hit for member in node.value if (hit := _find(member, value, ()))), None)
    if isinstance(node.value, dict):
        for key, (key_node, member) in node.value.items():
            if key == value:
                return key_node
            if key not in apart and (hit := _find(member, value, ())):
                return hit
        return None
    return node if node.value == value else None
