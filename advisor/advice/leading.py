"""Which situation leads, and what it calls for first.

Heat leads: danger, unfair treatment, an open quarrel, a broken promise, as soon as one sign goes to its
heart. Then what is likely comes before what is possible, and a trouble before a strength; then more signs
that go to the heart, then the greater lead of the signs for over those against, then more signs, then the
file's order.
"""

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
from advisor.knowledge.rules import Speaks
from advisor.knowledge.terms import HEATS

STRENGTHS = ("strong", "moderate")  # what only a slight reason speaks for is not what a situation calls for


def in_order(patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase) -> list[PatternAdvice]:
    """Return the patterns of a case, that which leads first."""
    return sorted(patterns, key=lambda pattern: _place(pattern, knowledge))


def _place(pattern: PatternAdvice, knowledge: KnowledgeBase) -> tuple[int | bool, ...]:
    """Return what is smaller for what comes sooner."""
    entry, for_, against = knowledge.entry(pattern.id), len(pattern.for_), len(pattern.against)
    keys = len(_key_signs(pattern, knowledge))
    rank = HEATS.index(entry.heat) if leads_always(pattern, knowledge) else len(HEATS)
    unlikely = rank == len(HEATS) and pattern.fit != "likely"
    order = (rank, unlikely, entry.tone == "strength", -keys, against - for_, -for_)
    return (*order, knowledge.positions[pattern.id])


def leads_always(pattern: PatternAdvice, knowledge: KnowledgeBase) -> bool:
    """Return whether a situation comes before everything, even where it is no more than possible."""
    if knowledge.entry(pattern.id).heat is None:
        return False
    has_keys = knowledge.memo(_has_key_signs)[pattern.id]
    return pattern.fit == "likely" or not has_keys or bool(_key_signs(pattern, knowledge))


def _key_signs(pattern: PatternAdvice, knowledge: KnowledgeBase) -> list[str]:
    return [id_ for id_ in pattern.for_ if knowledge.entry(id_).then.is_key]


def _has_key_signs(knowledge: KnowledgeBase, pattern: str) -> bool:
    said = (rule.then for rule in knowledge.rules)
    return any(isinstance(then, Speaks) and then.pattern == pattern and then.is_key for then in said)


def leading_facts(patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase) -> list[Fact]:
    """Return the situations by which reasons are told: those that are likely, and heat in any case."""
    return [
        Fact("pattern", pattern.id, pattern.fit)
        for pattern in patterns
        if pattern.fit == "likely" or leads_always(pattern, knowledge)
    ]


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
