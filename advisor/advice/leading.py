"""What the situation that leads calls for, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from advisor.advice.context import BuildContext
from advisor.advice.model import PatternAdvice, Recommendation
from advisor.advice.planned import Call, Leading
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact

STRENGTHS = ("strong", "moderate")  # what only a slight reason speaks for is not what a situation calls for


@dataclass(frozen=True, slots=True)
class Called:
    """Something that the leading situation calls for; `item` is None where it is held back."""

    kind: str
    id: str
    item: Recommendation | None


def calls(context: BuildContext, advised: Mapping[str, Sequence[Recommendation]]) -> list[Called]:
    """Return what the leading situation calls for, first the one with the strongest reason of its own.

    Its reasons are those that rest on it; where there are none, those that rest on what a sign at its heart
    rests on. It calls for nothing that is not to be begun by a plan, such as a reminder.
    """
    if not context.leading:
        return []
    leading = context.leading[0]
    own = {leading}
    if not any(
        leading in firing.support for firing in context.firings if firing.concludes.kind == "recommend"
    ):
        own = _hearts(leading, context)
    items = {item.id: item for several in advised.values() for item in several}
    found = sorted(_called(own, items, context), key=itemgetter(0))
    return [called for _, called in found]


def _hearts(pattern: Fact, context: BuildContext) -> set[Fact]:
    """Return what the key signs of a situation rest on; what all its signs rest on if it has no key ones."""
    entry = context.knowledge.entry
    signs = [firing for firing in context.firings if firing.concludes == Fact("sign", pattern.id, "for")]
    keys = [firing for firing in signs if entry(firing.id).then.is_key]
    return {fact for firing in keys or signs for fact in firing.support}


def _called(
    own: set[Fact], items: Mapping[str, Recommendation], context: BuildContext
) -> Iterator[tuple[tuple[int, ...], Called]]:
    kinds = tuple(context.knowledge.kinds.advice)
    for id_, reasons in context.reasons.items():
        strength = _strength_of(own, (reasons.strong, reasons.moderate))
        if strength is None or not context.knowledge.has(id_, kinds):
            continue
        kind = context.knowledge.kind(id_)
        if not is_begun(kind, id_, context.knowledge):
            continue
        weight = (-len(reasons.strong), -len(reasons.moderate), -len(reasons.slight))
        order = (strength, *weight, kinds.index(kind), context.knowledge.positions[id_])
        yield order, Called(kind, id_, items.get(id_))


def is_begun(kind: str, id_: str, knowledge: KnowledgeBase) -> bool:
    """Return whether a plan can begin with something: it presses, and is no mere nourishment."""
    return any(sort != "nourishing" for sort in knowledge.kinds.advice[kind].sorts(knowledge.entry(id_)))


def _strength_of(own: set[Fact], parts: tuple[Sequence[Firing], ...]) -> int | None:
    for place, firings in enumerate(parts):
        if not all(own.isdisjoint(firing.support) for firing in firings):
            return place
    return None


def leading(
    patterns: Sequence[PatternAdvice], called: Sequence[Called], begun: set[str], context: BuildContext
) -> Leading | None:
    """Return what leads, how many more are likely, and what became of what it calls for.

    `begun` are the ids of what comes first in the plan; what is called for is told up to the first of those.
    """
    if not context.leading:
        return None
    more = sum(pattern.fit == "likely" for pattern in patterns[1:])
    told: list[Call] = []
    for each in called:
        told.append(_told(each, begun, context))
        if each.id in begun:
            break
    return Leading(patterns[0].id, more, tuple(told))


def _told(called: Called, begun: set[str], context: BuildContext) -> Call:
    reasons = context.reasons[called.id]
    title = context.knowledge.entry(called.id).title
    if called.item is None:
        why = tuple(firing.id for firing in reasons.withholds)
        return Call(called.kind, called.id, title, "withheld", why)
    if called.id in begun:
        return Call(called.kind, called.id, title, "first", ())
    after = getattr(called.item, "after", ())
    why = tuple(firing.id for first, firing in reasons.waits if first in after)
    return Call(called.kind, called.id, title, "after" if after else "later", why)
