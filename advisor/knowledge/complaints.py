"""What a check of a knowledge base says, before it is known where in a file that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.titles import meant

Complaint = tuple[str, str, str, str]  # the entry's id, the word that is wrong, what is wrong, what to try


def missing(owner: str, id_: str, kinds: Iterable[str], knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Yield a complaint if `owner` names something that is not there, or is of none of the `kinds`."""
    kinds = tuple(kinds)
    if not knowledge.has(id_, kinds):
        kind = kinds[0] if len(kinds) == 1 else _("entry of a fitting kind")
        yield (
            owner,
            id_,
            _("there is no {kind} '{id}'").format(kind=kind, id=id_),
            meant(id_, kinds, knowledge),
        )
