"""A firing as an engine gives it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Rule


@dataclass(frozen=True, slots=True)
class Fired:
    """One firing: the rule's id, the fact it made known if any, and the facts that made it true.

    `rule` is the rule of the knowledge base, or None for a weighing or an absence.
    """

    id: str
    rule: Rule | None
    concludes: Fact | None
    because_of: tuple[Fact, ...]


def finding_of(rule: Rule) -> Fact | None:
    """Return the finding that a rule's firing makes known, if it concludes one."""
    effect = rule.then.effect
    return effect if effect.kind == "finding" else None
