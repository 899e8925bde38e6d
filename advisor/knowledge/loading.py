"""What has been read of the files of a knowledge base so far: each part of the loader adds to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from advisor.errors import Fault
from advisor.files.positioned_yaml import Node
from advisor.knowledge.accepted import Accepted
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.positions import Places


@dataclass
class Loading:
    """What has been read so far, and every fault found.

    `knowledge` is None as long as there are faults. `accepted` has each with the file and the node that it
    stands in; `own` are the ids of the folder itself, where it extends another. `kinds` is the table by which
    the files are read.
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
    kinds: Kinds = KINDS

    def changes_with(self, id_: str) -> bool:
        """Return whether an entry that is read now is the one that changes the entry with this id."""
        return self.is_own and id_ in self.changes and id_ not in self.own
