"""The plan: at most three things first, then what is next, then what can wait.

Put first what has leverage, beside it something the leader can begin herself without asking
anybody, and one thing to ask of others (shared judgement, see docs/reasoning.md, Order).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.advice import InterventionAdvice, Recommendation, Step, When
from advisor.knowledge_base import KnowledgeBase

MOST_FIRST = 3
MOST_NEXT = 4
MOST_LATER = 4


def plan(
    interventions: Sequence[InterventionAdvice],
    shifts: Sequence[Recommendation],
    preconditions: Sequence[Recommendation],
    nourishing: Sequence[Recommendation],
    knowledge: KnowledgeBase,
) -> tuple[Step, ...]:
    """Return the steps; `nourishing` (processes and tools) is used where nothing else is advised."""
    if not (interventions or shifts or preconditions):
        return tuple(_step("next", item, knowledge) for item in nourishing[:2])
    free = [item for item in interventions if item.readiness != "after"]
    own = sorted([*shifts, *_begun_by("leader", preconditions, knowledge)], key=_weight)
    asked = _begun_by("together", preconditions, knowledge) + _begun_by("above", preconditions, knowledge)
    asked.sort(key=_weight)
    first = _distinct([*free[:1], *own[:1], *asked[:1]])
    for item in [*free[1:], *own[1:], *asked[1:]]:
        if len(first) < MOST_FIRST and item not in first:
            first.append(item)
    rest_own = [item for item in own if item not in first]
    rest_asked = [item for item in asked if item not in first]
    rest_free = [item for item in free if item not in first]
    next_ = _distinct([*rest_free[:2], *rest_asked[:1], *rest_own[:1]])[:MOST_NEXT]
    later = [item for item in interventions if item not in first and item not in next_]
    later += [item for item in rest_asked if item not in next_][: max(0, MOST_LATER - len(later))]
    chosen: list[tuple[When, list[Recommendation]]] = [
        ("first", first[:MOST_FIRST]),
        ("next", next_),
        ("later", later[:MOST_LATER]),
    ]
    return tuple(_step(when, item, knowledge) for when, items in chosen for item in items)


def _weight(item: Recommendation) -> tuple[int, int, int]:
    return (-item.strong, -item.moderate, -item.slight)


def _begun_by(
    who: str, preconditions: Iterable[Recommendation], knowledge: KnowledgeBase
) -> list[Recommendation]:
    return [item for item in preconditions if knowledge.entry(item.id).who == who]


def _distinct(items: Iterable[Recommendation]) -> list[Recommendation]:
    return list(dict.fromkeys(items))


def _step(when: When, item: Recommendation, knowledge: KnowledgeBase) -> Step:
    entry = knowledge.entry(item.id)
    match item.kind:
        case "intervention":
            text = entry.first_step
        case "precondition":
            text = entry.first_step
        case "shift":
            text = entry.try_this
        case "process":
            text = entry.in_practice
        case _:
            text = entry.text
    return Step(when, item.kind, item.id, text)
