"""What must hold of the rules of a portfolio, beyond what each says by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.portfolio_rules import ONLY_ONE

NEEDS: dict[str, tuple[str, ...]] = {
    "heat": ("why",),
    "held-back": ("why", "at_least"),
    "first-step": ("why",),
    "common": ("at_least", "one_in"),
    "round": ("days",),
}  # what a rule of each sort cannot do without
NUMBERS = ("at_least", "one_in", "days")


def portfolio_rules_say_enough(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Each rule of the portfolio has what its sort needs, with numbers above 0, and looks somewhere."""
    for rule in knowledge.of_kind("portfolio-rule"):
        for name in NEEDS.get(rule.by, ()):
            if getattr(rule, name) is None:
                yield _missing(rule, name.replace("_", "-"))
        looks_at = {"heat": (*rule.findings, *rule.patterns), "alone": rule.findings}
        if not looks_at.get(rule.by, True):
            yield _missing(rule, "findings")
        for name in NUMBERS:
            number = getattr(rule, name)
            if number is not None and number < 1:
                key = name.replace("_", "-")
                what = _("'{key}' of '{id}' is {number}").format(key=key, id=rule.id, number=number)
                yield rule.id, key, what, _("give a number above 0")


def portfolio_rules_are_there_once(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Of each sort of rule of the portfolio but heat there is one at most."""
    seen: dict[str, str] = {}
    for rule in knowledge.of_kind("portfolio-rule"):
        if rule.by in ONLY_ONE and rule.by in seen:
            what = _("'{id}' and '{other}' are both by '{by}'")
            remedy = _("take one of them out")
            yield rule.id, "by", what.format(id=rule.id, other=seen[rule.by], by=rule.by), remedy
        seen.setdefault(rule.by, rule.id)


def _missing(rule: Any, key: str) -> Complaint:
    what = _("'{id}' has no '{key}', which a rule by '{by}' needs").format(id=rule.id, key=key, by=rule.by)
    return rule.id, "by", what, _("give it one")
