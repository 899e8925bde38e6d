"""Rules that only fire with what is given beside a case: no scenario tries them, which is one by itself."""

from __future__ import annotations

from collections.abc import Collection

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.comparison import Comparison
from advisor.knowledge.conditions import AllOf, AtLeast, Condition, FindingHolds, NoneOf, leaves
from advisor.knowledge.facts import BESIDE_KINDS


def beside_only(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the ids of the rules that cannot fire on any case by itself, as told by how they are written."""
    if not any(leaf.kind in BESIDE_KINDS for rule in knowledge.rules for leaf in leaves(rule.when)):
        return frozenset()
    left, reached = list(knowledge.rules), set[str]()
    while True:
        may = {rule.id for rule in left if _may_hold(rule.when, reached)}
        if not may:
            return frozenset(rule.id for rule in left)
        found = [rule for rule in left if rule.id in may]
        left = [rule for rule in left if rule.id not in may]
        reached |= {thing[1] for rule in found if (thing := rule.then.weighs)}


def _may_hold(condition: Condition, reached: Collection[str]) -> bool:
    """Return whether a condition may be true without what is given beside; findings only where `reached`."""
    if isinstance(condition, NoneOf):
        return all(_may_hold(member, reached) for member in condition.none)
    members = [_may_hold(member, reached) for member in condition.members]
    if isinstance(condition, AllOf):
        return all(members)
    if isinstance(condition, AtLeast):
        return sum(members) >= (condition.at_least if isinstance(condition.at_least, int) else 1)
    if members:
        return any(members)
    if isinstance(condition, FindingHolds):
        return condition.finding in reached
    return not isinstance(condition, Comparison) or condition.kind not in BESIDE_KINDS
