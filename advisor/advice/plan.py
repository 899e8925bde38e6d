"""The plan: at most three things first, then what is next, then what can wait.

Put first what has leverage, beside it something the leader can begin herself without asking
anybody, and one thing to ask of others (shared judgement, see docs/reasoning.md, Order).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from advisor.advice.model import InterventionAdvice, Recommendation, Step, When
from advisor.knowledge.base import KnowledgeBase

MOST_FIRST = 3
MOST_NEXT = 3
MOST_LATER = 3


def plan(
    interventions: Sequence[InterventionAdvice],
    shifts: Sequence[Recommendation],
    preconditions: Sequence[Recommendation],
    nourishing: Sequence[Recommendation],
    knowledge: KnowledgeBase,
) -> tuple[Step, ...]:
    """Return the steps; `nourishing` holds processes and tools: all there is where nothing presses; what the
    leader can do alone, such as finding somebody to talk to, may stand among the first things."""
    if not (interventions or shifts or preconditions):
        return tuple(_step("next", item, knowledge) for item in nourishing[:2])
    free: list[Recommendation] = [item for item in interventions if item.readiness != "after"]
    alone = [item for item in nourishing if item.kind == "tool" and knowledge.entry(item.id).use == "alone"]
    own = sorted([*shifts, *_begun_by(("leader",), preconditions, knowledge), *alone], key=_weight)
    asked = sorted(_begun_by(("together", "above"), preconditions, knowledge), key=_weight)
    kinds = (free, own, asked)
    first = [item for items in kinds for item in items[:1] if _is_pressing(item)]
    spare = [item for items in kinds for item in items[1:] if _is_pressing(item)]
    first += spare[: MOST_FIRST - len(first)]
    left_free, left_own, left_asked = (_without(first, items) for items in kinds)
    next_ = [*left_free[:1], *left_asked[:1], *left_own[:1]][:MOST_NEXT]
    later = [*_without([*first, *next_], interventions), *_without(next_, left_asked)]
    chosen: list[tuple[When, list[Recommendation]]] = [
        ("first", first),
        ("next", next_),
        ("later", later[:MOST_LATER]),
    ]
    return tuple(_step(when, item, knowledge) for when, items in chosen for item in items)


def _without(chosen: Iterable[Recommendation], items: Iterable[Recommendation]) -> list[Recommendation]:
    ids = {item.id for item in chosen}
    return [item for item in items if item.id not in ids]


def _weight(item: Recommendation) -> tuple[int, int, int]:
    return (-item.strong, -item.moderate, -item.slight)


def _is_pressing(item: Recommendation) -> bool:
    """Return whether more than slight reasons speak for it; what is not pressing can wait."""
    return bool(item.strong or item.moderate)


def _begun_by(
    who: Sequence[str], preconditions: Iterable[Recommendation], knowledge: KnowledgeBase
) -> list[Recommendation]:
    return [item for item in preconditions if knowledge.entry(item.id).who in who]


def _step(when: When, item: Recommendation, knowledge: KnowledgeBase) -> Step:
    return Step(when, item.kind, item.id, _text(item, knowledge.entry(item.id)))


def _text(item: Recommendation, entry: Any) -> str:
    """Return what to do, in a sentence or two."""
    if isinstance(item, InterventionAdvice):
        return item.first_step
    for name in ("first_step", "try_this", "in_practice"):
        if hasattr(entry, name):
            return str(getattr(entry, name))
    return str(entry.text)
