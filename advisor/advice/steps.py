"""The steps of a plan in words: each says something that no other step of the plan says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from advisor._language import N_, _
from advisor.advice.beginning import (
    Beginning,
    Lead,
    beginning_of,
    beginnings,
    is_begun_by_her,
    is_plainly_hers,
    lead_for,
)
from advisor.advice.context import BuildContext
from advisor.advice.model import InterventionAdvice, Recommendation
from advisor.advice.nearest import distance, has_own_step
from advisor.advice.planned import Step, When
from advisor.advice.recommend import ways_of
from advisor.inference.firing import Firing
from advisor.knowledge.facts import Fact

THOSE_ABOVE = N_("Those who decide above you. Your part is to ask.")
SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


class StepWriter:
    """Writes the steps of one plan in their order; `techniques` are those recommended for the case."""

    def __init__(self, techniques: Sequence[Recommendation], context: BuildContext) -> None:
        self._techniques, self._context = techniques, context
        self._sentences: set[str] = set()  # of the reasons that are told
        self._texts: set[str] = set()
        self._troubles: set[Fact] = set()  # the answers on which the reasons told rest

    def step(self, when: When, item: Recommendation, small: bool) -> Step | None:
        """Return a step for something advised; None if its reasons or its beginnings are all said already.

        It tells the first of its reasons of which no sentence is said yet, and how to begin for that trouble.
        """
        for told in sorted(self._context.reasons[item.id].supports, key=partial(self._turn, item)):
            sentences = set(SENTENCE_ENDS.split(self._context.wording.firing(told).because))
            lead = lead_for(item.id, told, self._context)
            ways = self._beginnings(item, told, lead)
            begin = next((each for each in ways if each.text not in self._texts), None)
            if sentences & self._sentences or begin is None:
                continue
            self._sentences |= sentences
            self._texts.add(begin.text)
            self._troubles |= self._context.grounds.of(told)
            led_by = self._led_by(item, told, lead)
            return Step(when, item.kind, item.id, begin.text, begin.short, told.id, led_by, small)
        return None

    def brings_another_trouble(self, item: Recommendation) -> bool:
        """Return whether a strongest reason for something rests on answers of which no step tells."""
        return not all(map(self._is_told, self._context.reasons[item.id].strongest))

    def _turn(self, item: Recommendation, firing: Firing) -> tuple[bool, bool, bool, bool, tuple[int, ...]]:
        """Return what is less for a reason to tell sooner.

        One that builds on what helped, a strong one, one that says how to begin, one of another trouble, the
        nearest.
        """
        weaker = firing not in self._context.reasons[item.id].strongest
        bare = not has_own_step(firing, self._context)
        return (
            not _builds_on(item, firing),
            weaker,
            bare,
            self._is_told(firing),
            distance(firing, self._context),
        )

    def _is_told(self, firing: Firing) -> bool:
        return self._context.grounds.of(firing) <= self._troubles

    def _beginnings(self, item: Recommendation, told: Firing, lead: Lead) -> Iterable[Beginning]:
        context = self._context
        if not isinstance(item, InterventionAdvice):
            return (beginning_of(item.kind, item.id, told, context),)
        ways = ways_of(item.id, self._techniques, context)
        return beginnings(item.id, lead, ways, told, context)

    def _led_by(self, item: Recommendation, told: Firing, lead: Lead) -> str:
        """Return who leads where that is not plainly the leader, also while it is not known."""
        entry = self._context.wording.entry(item.id)
        if not isinstance(item, InterventionAdvice):
            return _(THOSE_ABOVE) if getattr(entry, "who", "") == "above" else ""
        if is_begun_by_her(lead, told, self._context):
            return ""
        if lead.helper is not None:
            return str(self._context.knowledge.entry(lead.helper).title)
        return "" if is_plainly_hers(item.id, self._context) else item.led_by


def _builds_on(item: Recommendation, firing: Firing) -> bool:
    """Return whether a reason is that the thing itself has helped, and says more than that."""
    return firing.concludes.value != "slight" and Fact("tried", item.id, "helped") in firing.support
