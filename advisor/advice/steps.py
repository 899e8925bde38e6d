"""The steps of a plan in words: each says something that no other step of the plan says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from advisor.advice.beginning import first_steps, helper_for, is_plainly_hers, own_step, short_of
from advisor.advice.context import BuildContext
from advisor.advice.model import InterventionAdvice, Recommendation
from advisor.advice.planned import Step, When
from advisor.advice.recommend import ways_of
from advisor.inference.firing import Firing

THOSE_ABOVE = "Those who decide above you; your part is to ask."
SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


class StepWriter:
    """Writes the steps of one plan in their order; `techniques` are those recommended for the case."""

    def __init__(self, techniques: Sequence[Recommendation], context: BuildContext) -> None:
        self._techniques, self._context = techniques, context
        self._sentences: set[str] = set()  # of the reasons that are told
        self._texts: set[str] = set()

    def step(self, when: When, item: Recommendation, small: bool) -> Step | None:
        """Return a step for something advised; None if its reasons or its beginnings are all said already.

        It tells the first of its reasons of which no sentence is said yet, and how to begin for that trouble.
        """
        for told in _in_turn(item, self._context):
            sentences = set(SENTENCE_ENDS.split(told.because))
            text = next((text for text in self._texts_of(item, told) if text not in self._texts), None)
            if sentences & self._sentences or text is None:
                continue
            self._sentences |= sentences
            self._texts.add(text)
            led_by = self._led_by(item, told)
            short = short_of(item.id, told, self._context)
            return Step(when, item.kind, item.id, text, short, told.id, led_by, small)
        return None

    def _texts_of(self, item: Recommendation, told: Firing) -> Iterable[str]:
        context = self._context
        if not isinstance(item, InterventionAdvice):
            action = context.knowledge.kinds.advice[item.kind].action
            return (*own_step(told, context), str(getattr(context.wording.entry(item.id), action)))
        ways = ways_of(item.id, self._techniques, context)
        helper = helper_for(context.reasons[item.id], told, context)
        return first_steps(item.id, helper, ways, told, context)

    def _led_by(self, item: Recommendation, told: Firing) -> str:
        """Return who leads where that is not plainly the leader, also while it is not known."""
        entry = self._context.wording.entry(item.id)
        if not isinstance(item, InterventionAdvice):
            return THOSE_ABOVE if getattr(entry, "who", "") == "above" else ""
        helper = helper_for(self._context.reasons[item.id], told, self._context)
        if helper is not None:
            return str(self._context.knowledge.entry(helper).title)
        return "" if is_plainly_hers(item.id, self._context) else item.led_by


def _in_turn(item: Recommendation, context: BuildContext) -> Iterator[Firing]:
    """Yield the reasons for something: the one to tell first, then the others, strongest first."""
    supports = context.reasons[item.id].supports
    yield from sorted(supports, key=lambda firing: firing.id != item.reason)
