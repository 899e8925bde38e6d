"""The plan: at most three things first, then what is next, then what can wait.

Put first what the leading situation calls for, beside it something the leader can begin herself without
asking anybody, and one thing to ask of others (shared judgement, see docs/reasoning.md, Order).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import get_args

from advisor._language import N_, _
from advisor.advice.context import BuildContext
from advisor.advice.leading import Called
from advisor.advice.model import Recommendation
from advisor.advice.planned import Step, When
from advisor.advice.steps import StepWriter
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kind import Sort

MOST_FIRST = 3
MOST_LATER = 3
FEW_LATER = 2  # where more would be what only one moderate reason speaks for
MOST_NOURISHING = 2
PRESSING: tuple[Sort, ...] = ("leverage", "own", "asked")
NEXT: tuple[Sort, ...] = ("leverage", "asked", "own")
ALL_WELL = N_("Nothing presses: what you tell of goes well, and this is for calm times.")
WELL_BESIDE_AN_ALERT = N_(
    "Between you nothing presses: what you tell of goes well, and this can wait for calm times."
)
NO_HURRY = N_("Nothing that you tell of has to be done at once. This is for calm times.")
NO_HURRY_BESIDE_AN_ALERT = N_(
    "Between you nothing that you tell of has to be done at once. This can wait for calm times."
)
NO_ANSWER_YET = N_(
    "You tell of a trouble, and too little is known to say how to begin. Answer the questions below first."
)
Items = list[Recommendation]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in their order, and why nothing comes first where that is so and a reader would wonder."""

    steps: tuple[Step, ...]
    nothing_first: str


def plan(
    advised: Mapping[str, Sequence[Recommendation]],
    called: Sequence[Called],
    is_trouble: bool,
    context: BuildContext,
    is_alerted: bool = False,
) -> Plan:
    """Return the plan; `advised` is what is advised of each kind, best first.

    `called` is what the leading situation calls for. What is nourishing is all there is where nothing
    presses; `is_trouble` says that a trouble was told, for which there is always something to begin with.
    An alert changes no step; where one stands, it is not said that nothing presses at all.
    """
    planner = _Planner(advised, is_trouble, context)
    planner.take_first(called)
    planner.take_next()
    planner.take_later()
    steps = tuple(sorted(planner.steps, key=lambda step: get_args(When).index(step.when)))
    if any(step.when == "first" for step in steps):
        return Plan(steps, "")
    return Plan(steps, _(NO_ANSWER_YET) if is_trouble else _not_now(context, is_alerted) if steps else "")


def _not_now(context: BuildContext, is_alerted: bool) -> str:
    """Return why nothing comes first where no trouble was told: it goes well, or it only does not press.

    That it goes well is said where it was told: not where something is missing, or of a bare fact.
    """
    stands = set(context.stages.values())
    if context.leading or stands == {"confident"}:  # no trouble was told, so what leads is a strength
        return _(WELL_BESIDE_AN_ALERT) if is_alerted else _(ALL_WELL)
    return _(NO_HURRY_BESIDE_AN_ALERT) if is_alerted else _(NO_HURRY)


class _Planner:
    """Takes what is advised into a plan, one after another."""

    def __init__(
        self, advised: Mapping[str, Sequence[Recommendation]], is_trouble: bool, context: BuildContext
    ) -> None:
        self.steps: list[Step] = []
        self._is_trouble, self._context = is_trouble, context
        self._writer = StepWriter(advised["technique"], context)
        self._left = _by_sort(advised, context.knowledge)
        self._nourishing = self._left.pop("nourishing")
        of_each_kind = ([item for item in self._left["leverage"] if item.kind == kind] for kind in advised)
        self._left["leverage"] = [*merge(*of_each_kind, key=_weight)]  # each kind stays in its order
        for sort in ("own", "asked"):
            self._left[sort].sort(key=_weight)

    def take_first(self, called: Sequence[Called]) -> None:
        """Take what the leading situation calls for, then what has a strong reason, then more in turn."""
        sorts = [*PRESSING]
        for item in (each.item for each in called):
            if item is not None and self._leads(item):
                sort = next(sort for sort in PRESSING if item in self._left[sort])
                if self._take("first", item):
                    sorts.remove(sort)
                    break
        self._take_strong(sorts)
        for sort in sorts:
            self._take_some("first", sorted(self._pressing(sort), key=self._repeats), self._left_first(1))
        for sort in PRESSING:
            self._take_some("first", self._pressing(sort), self._left_first())
        if not self.steps and self._is_trouble:
            self._take_some("first", sorted(filter(_is_free, self._rest()), key=_weight), 1, small=True)

    def _take_strong(self, sorts: list[Sort]) -> None:
        """Take the best of each sort that has a strong reason, then what else has one, of any sort.

        What is taken leaves `sorts`. Three things of three sorts were too often one thing that pressed, and
        two that were only true.
        """
        for sort in [*sorts]:
            if self._take_some("first", sorted(self._strong(sort), key=self._repeats), self._left_first(1)):
                sorts.remove(sort)
        left = [item for sort in PRESSING for item in self._strong(sort)]
        self._take_some("first", sorted(left, key=_weight), self._left_first())

    def take_next(self) -> None:
        """Take the best that is left of each sort; only what nourishes where there is nothing else."""
        if not (self.steps or self._rest()):
            self._take_some("next", self._nourishing, MOST_NOURISHING)
        for sort in NEXT:
            free = [item for item in self._left[sort] if _is_free(item) and _has_weight(item)]
            self._take_some("next", free, 1)

    def take_later(self) -> None:
        """Take what ranks first of its kind, then what else weighs most; hints if nothing else is left."""
        rest = sorted(filter(_has_weight, self._rest()), key=lambda item: (item.rank != 1, _weight(item)))
        taken = self._take_some("later", filter(_weighs_enough_for_later, rest), MOST_LATER)
        taken += self._take_some("later", [item for item in rest if item in self._rest()], FEW_LATER - taken)
        if not taken:
            self._take_some("next", sorted(filter(_is_free, self._rest()), key=_weight), 1)

    def _pressing(self, sort: Sort) -> Items:
        return [item for item in self._left[sort] if _is_free(item) and self._presses(item)]

    def _leads(self, item: Recommendation) -> bool:
        """Return whether what the leading situation calls for leads: for heat, or a strong reason."""
        is_hot = self._context.knowledge.entry(self._context.leading[0].id).heat is not None
        return _is_free(item) and self._presses(item) and (is_hot or item.strong > 0)

    def _strong(self, sort: Sort) -> Items:
        return [item for item in self._pressing(sort) if item.strong]

    def _left_first(self, most: int = MOST_FIRST) -> int:
        """Return how many more things may come first, `most` at once."""
        return min(most, MOST_FIRST - len(self.steps))

    def _repeats(self, item: Recommendation) -> tuple[bool, bool]:
        """Return what is less for what helps more: with a strong reason, and for a trouble not told yet."""
        return not item.strong, not self._writer.brings_another_trouble(item)

    def _presses(self, item: Recommendation) -> bool:
        """Return whether something may come first: more than hints, and no lone gap where all is well."""
        return _has_weight(item) and (self._is_trouble or not self._is_gap(item))

    def _is_gap(self, item: Recommendation) -> bool:
        told = next(each for each in self._context.reasons[item.id].supports if each.id == item.reason)
        return any(fact.kind == "item" and fact.value == "no" for fact in self._context.grounds.of(told))

    def _rest(self) -> Items:
        return [item for sort in PRESSING for item in self._left[sort]]

    def _take_some(self, when: When, items: Iterable[Recommendation], most: int, small: bool = False) -> int:
        """Take in so many things at most, and return how many."""
        taken = 0
        for item in items:
            if taken >= most:
                break
            taken += self._take(when, item, small)
        return taken

    def _take(self, when: When, item: Recommendation, small: bool = False) -> bool:
        """Take something in, and return whether it has anything to say that is not said yet."""
        for sort, items in self._left.items():
            self._left[sort] = [each for each in items if each is not item]
        step = self._writer.step(when, item, small)
        if step is not None:
            self.steps.append(step)
        return step is not None


def _by_sort(advised: Mapping[str, Sequence[Recommendation]], knowledge: KnowledgeBase) -> dict[str, Items]:
    """Return what is advised by what it is to the plan, in the order of the kinds."""
    found: dict[str, Items] = {sort: [] for sort in get_args(Sort)}
    for kind, items in advised.items():
        sorts_of = knowledge.kinds.advice[kind].sorts
        for item in items:
            for sort in sorts_of(knowledge.entry(item.id)):
                found[sort].append(item)
    return found


def _weight(item: Recommendation) -> tuple[int, int, int]:
    return (-item.strong, -item.moderate, -item.slight)


def _has_weight(item: Recommendation) -> bool:
    """Return whether more than slight reasons speak for it."""
    return bool(item.strong or item.moderate)


def _weighs_enough_for_later(item: Recommendation) -> bool:
    """Return whether something may stand at the end: two moderate reasons, or the best of its kind."""
    return bool(item.strong or item.moderate > 1 or (item.moderate and item.rank == 1))


def _is_free(item: Recommendation) -> bool:
    return not getattr(item, "after", ())
