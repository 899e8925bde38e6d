"""One answer counts once for one thing: a reason is not counted beside a stronger one that says it and more.

A rule may ask for all that another asks, and for something besides: "nobody was introduced" is a slight
reason, and "nobody was introduced, and you do not know whom to ring" a moderate one. Where the second holds
the first does too. Told as two reasons it would be one answer said twice, so the weaker gives way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, Condition


def outdone(weaker: str, stronger: Sequence[str], knowledge: KnowledgeBase) -> bool:
    """Return whether one of the stronger rules asks for all that the weaker one asks; all by their ids.

    Members of `all` are compared as they are written. So it is quick, and never says yes where the weaker
    rule could fail to hold beside the stronger.
    """
    parts = knowledge.memo(_parts)
    return any(map(parts[weaker].issubset, map(parts.__getitem__, stronger)))


def compared_by(conditions: Mapping[str, Condition], knowledge: KnowledgeBase) -> None:
    """Let rules be compared by other conditions than their own, such as those before a switch was put in."""
    knowledge.memo(_parts).update({id_: _parts_of(when) for id_, when in conditions.items()})


def _parts(knowledge: KnowledgeBase, rule: str) -> frozenset[str]:
    """Return the conditions that must all hold for a rule, those in an `all` inside an `all` among them."""
    return _parts_of(knowledge.entry(rule).when)


def _parts_of(condition: Condition) -> frozenset[str]:
    return frozenset(map(repr, _members(condition)))


def _members(condition: Condition) -> list[Condition]:
    if isinstance(condition, AllOf):
        return [part for member in condition.all for part in _members(member)]
    return [condition]
