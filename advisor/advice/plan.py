"""The plan: at most three things first, then what is next, then what can wait.

Put first what has leverage, beside it something the leader can begin herself without asking
anybody, and one thing to ask of others (shared judgement, see docs/reasoning.md, Order).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import merge
from typing import get_args

from advisor.advice.model import Recommendation, Step, When
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kind import Sort

MOST_FIRST = 3
MOST_NEXT = 3
MOST_LATER = 3
PRESSING: tuple[Sort, ...] = ("leverage", "own", "asked")


def plan(
    advised: Mapping[str, Sequence[Recommendation]], wording: Wording, knowledge: KnowledgeBase
) -> tuple[Step, ...]:
    """Return the steps; `advised` is what is advised of each kind, best first, `wording` has the words.

    What is nourishing is all there is where nothing presses.
    """
    by_sort = _by_sort(advised, knowledge)
    nourishing = by_sort["nourishing"]
    if not any(_without(nourishing, by_sort[sort]) for sort in PRESSING):
        return tuple(_step("next", item, wording, knowledge) for item in nourishing[:2])
    of_each_kind = ([item for item in by_sort["leverage"] if item.kind == kind] for kind in advised)
    leverage = [*merge(*of_each_kind, key=_weight)]  # each kind stays in its order
    free = [item for item in leverage if not getattr(item, "after", ())]
    own, asked = (sorted(by_sort[sort], key=_weight) for sort in ("own", "asked"))
    kinds = (free, own, asked)
    first = [item for items in kinds for item in items[:1] if _is_pressing(item)]
    spare = [item for items in kinds for item in items[1:] if _is_pressing(item)]
    first += spare[: MOST_FIRST - len(first)]
    left_free, left_own, left_asked = (_without(first, items) for items in kinds)
    next_ = [*left_free[:1], *left_asked[:1], *left_own[:1]][:MOST_NEXT]
    later = [*_without([*first, *next_], leverage), *_without(next_, left_asked)]
    chosen: list[tuple[When, list[Recommendation]]] = [
        ("first", first),
        ("next", next_),
        ("later", later[:MOST_LATER]),
    ]
    return tuple(_step(when, item, wording, knowledge) for when, items in chosen for item in items)


def _by_sort(
    advised: Mapping[str, Sequence[Recommendation]], knowledge: KnowledgeBase
) -> dict[str, list[Recommendation]]:
    """Return what is advised by what it is to the plan, in the order of the kinds."""
    found: dict[str, list[Recommendation]] = {sort: [] for sort in get_args(Sort)}
    for kind, items in advised.items():
        sorts_of = knowledge.kinds.advice[kind].sorts
        for item in items:
            for sort in sorts_of(knowledge.entry(item.id)):
                found[sort].append(item)
    return found


def _without(chosen: Iterable[Recommendation], items: Iterable[Recommendation]) -> list[Recommendation]:
    ids = {item.id for item in chosen}
    return [item for item in items if item.id not in ids]


def _weight(item: Recommendation) -> tuple[int, int, int]:
    return (-item.strong, -item.moderate, -item.slight)


def _is_pressing(item: Recommendation) -> bool:
    """Return whether more than slight reasons speak for it; what is not pressing can wait."""
    return bool(item.strong or item.moderate)


def _step(when: When, item: Recommendation, wording: Wording, knowledge: KnowledgeBase) -> Step:
    return Step(when, item.kind, item.id, _text(item, wording, knowledge))


def _text(item: Recommendation, wording: Wording, knowledge: KnowledgeBase) -> str:
    """Return what to do, in a sentence or two: as the advice says it, or as the entry does."""
    action = knowledge.kinds.advice[item.kind].action
    said_by = item if hasattr(item, action) else wording.entry(item.id)
    return str(getattr(said_by, action))
