"""Titles that somebody wrote where an id is wanted: which id was meant."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping

from advisor._suggest import by_title, did_you_mean
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import WORK


def meant(said: object, kinds: Iterable[str], knowledge: KnowledgeBase) -> str:
    """Return what to try instead of a word that is the id of nothing of these `kinds`."""
    kinds = tuple(kinds)
    return did_you_mean(said, knowledge.ids(kinds), titles_of(kinds, knowledge))


def titles_of(kinds: Iterable[str], knowledge: KnowledgeBase) -> Mapping[str, str]:
    """Return the ids of what is of these kinds by their titles; of questions as they are asked."""
    return ChainMap(*(knowledge.memo(_titles)[kind] for kind in kinds))


def _titles(knowledge: KnowledgeBase, kind: str) -> dict[str, str]:
    entries = knowledge.works.values() if kind == WORK else knowledge.of_kind(kind)
    key = "prompt" if kind == "question" else "title"
    return by_title((getattr(each, key), each.id) for each in entries)
