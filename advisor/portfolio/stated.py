"""The stated rules of the portfolio, as the knowledge base has them."""

from __future__ import annotations

from typing import Any

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.portfolio_rules import By, PortfolioRule
from advisor.portfolio.model import StartRule

STARTING = ("heat", "held-back", "first-step", "to-answer")
HABIT = "degenerative-behaviour"


class Stated:
    """The rules by what they are for; what is not stated is not done."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.rules: tuple[PortfolioRule, ...] = tuple(knowledge.of_kind("portfolio-rule"))
        self._knowledge = knowledge
        own = self.one("own-part")
        habits = knowledge.ids_of(HABIT)
        self.own_part: frozenset[str] = frozenset((*own.findings, *own.patterns, *habits) if own else habits)

    def one(self, by: By) -> PortfolioRule | None:
        """Return the one rule of a sort; None if there is none."""
        return next((rule for rule in self.rules if rule.by == by), None)

    def heat(self) -> tuple[PortfolioRule, ...]:
        """Return the rules by heat, the gravest first."""
        return tuple(rule for rule in self.rules if rule.by == "heat")

    @property
    def round_days(self) -> int:
        """How many days before the latest answers others count as of the same time."""
        rule = self.one("round")
        return 0 if rule is None or rule.days is None else rule.days

    def told(self, own_part: bool) -> tuple[StartRule, ...]:
        """Return the rules by which it is put what to start with, in their order; hers only if `own_part`."""
        return tuple(
            StartRule(rule.id, rule.title, rule.text, self._source(rule), rule.by)
            for rule in self.rules
            if rule.by in STARTING and (own_part or not rule.own_part)
        )

    def _source(self, rule: Any) -> str:
        source = rule.source
        work = self._knowledge.works[source.work]
        if work.unpublished:
            return _("our judgement")
        words = (word.capitalize() if word.isalpha() else word for word in source.work.split("-"))
        place = _("{work}, {place}").format(work=" ".join(words), place=source.at)
        if source.page:
            place = _("{place}, p. {page}").format(place=place, page=source.page)
        return place if rule.basis == "source" else _("our judgement, after {place}").format(place=place)
