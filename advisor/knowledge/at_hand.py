"""The knowledge bases that this process has in use, found by their digest.

An advice names the knowledge that it rests on and does not carry it: so it stays small, can be sent anywhere,
and is shown with the very texts that it was made with.
"""

from __future__ import annotations

from weakref import WeakValueDictionary

from advisor.knowledge.base import KnowledgeBase

_AT_HAND: WeakValueDictionary[int, KnowledgeBase] = WeakValueDictionary()


def put_at_hand(knowledge: KnowledgeBase) -> None:
    """Let a knowledge base be found as long as somebody uses it."""
    _AT_HAND[id(knowledge)] = knowledge  # each by itself: one of two that are equal may go, the other stays


def at_hand(digest: str) -> KnowledgeBase | None:
    """Return the knowledge base with a digest, None if nobody here uses it."""
    in_use = (reference() for reference in _AT_HAND.valuerefs())
    return next((each for each in in_use if each is not None and each.digest == digest), None)
