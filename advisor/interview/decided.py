"""What an interview has settled: the stages, the first interventions and what the plan begins with.

It rests on bounds (`inference.circuit.bounds`): whatever the answers that are left turn out to be, what is
called settled here stays as it is. Where bounds cannot tell, it is called open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor._kept import kept
from advisor.inference.circuit.bounds import CaseBounds
from advisor.interview.decided_lead import About, lead_is_settled, say_the_same
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import STRENGTHS, ComesFirst, NeedsHelp, Recommends, Withholds
from advisor.knowledge.terms import STAGES

FIRST = 3  # so many interventions must be settled
Weight = tuple[int, ...]


def rules_by_what_they_are_about(knowledge: KnowledgeBase) -> dict[str, About]:
    """Return for each thing that can be advised the rules that speak of it."""
    found: dict[str, About] = {}
    for rule in knowledge.rules:
        match rule.then:
            case Recommends():
                found.setdefault(rule.then.recommend, About()).supports.append(rule)
            case Withholds():
                found.setdefault(rule.then.withhold, About()).withholds.append(rule)
            case ComesFirst():
                found.setdefault(rule.then.before, About()).waits.append(rule)
            case NeedsHelp():
                found.setdefault(rule.then.needs_help, About()).helpers.append(rule)
    return found


def sorts_of_first_things(knowledge: KnowledgeBase) -> tuple[tuple[str, ...], ...]:
    """Return what the leader can begin herself, what is asked of others, and what has leverage.

    Interventions have an order of their own and are not in the last, which is left out where nothing is
    in it. It is the same for every case: `KnowledgeBase.once` keeps it.
    """
    own, asked, leverage = (_of_sort(sort, knowledge) for sort in ("own", "asked", "leverage"))
    beside = tuple(id_ for id_ in leverage if knowledge.kind(id_) != "intervention")
    return (own, asked, beside) if beside else (own, asked)


def _of_sort(sort: str, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return what may stand in the plan as one sort of things (`advisor.knowledge.kinds`)."""
    return tuple(
        entry.id
        for kind, advised in knowledge.kinds.advice.items()
        for entry in knowledge.of_kind(kind)
        if sort in advised.sorts(entry)
    )


@dataclass(frozen=True, slots=True)
class WeightBounds:
    """What is certain of one thing that can be advised: whether it is, and the weight of its reasons.

    A weight is how many are strong, moderate and slight; at least, and at most.
    """

    advised: bool | None
    least: Weight
    most: Weight


class Decided:
    """What is settled of one case; `about` comes from `rules_by_what_they_are_about`.

    `stages` are those that are settled. `interventions` are the first ones, as far as they are settled in
    their place, at most three. `plan_begins` says whether what comes first in the plan is settled.
    """

    def __init__(self, certain: CaseBounds, about: Mapping[str, About], knowledge: KnowledgeBase) -> None:
        self.certain = certain
        self._about = about
        self._knowledge = knowledge

    @kept
    def stages(self) -> dict[str, str]:
        """The factors whose stage is settled; `unknown` where it will stay unknown."""
        found: dict[str, str] = {}
        for factor in self._knowledge.ids_of("factor"):
            said = {stage: self.certain.facts.get(Fact("stage", factor, stage), False) for stage in STAGES}
            sure = [stage for stage, certain in said.items() if certain]
            if sure or not any(certain is None for certain in said.values()):
                found[factor] = sure[0] if sure else "unknown"
        return found

    @kept
    def interventions(self) -> tuple[str, ...]:
        """The first interventions that are settled in their place."""
        bounds = self._bounds_of(self._knowledge.ids_of("intervention"))
        left = {id_: bound for id_, bound in bounds.items() if bound.advised is not False}
        found: list[str] = []
        while len(found) < FIRST:
            next_ = self._surely_first(left)
            if next_ is None:
                break
            found.append(next_)
            del left[next_]
        return tuple(found)

    @kept
    def all_interventions(self) -> bool:
        """Whether the first three are settled, or all there are if they are fewer."""
        bounds = self._bounds_of(self._knowledge.ids_of("intervention"))
        possible = [id_ for id_, bound in bounds.items() if bound.advised is not False]
        return len(self.interventions) == min(FIRST, len(possible)) and all(
            self._readiness_is_sure(id_) for id_ in self.interventions
        )

    @kept
    def plan_begins(self) -> bool:
        """Whether the first things of the plan are settled: what leads, and of each sort the weightiest."""
        sorts = (self.interventions[:1], *self.sorts_of_first_things)
        return (
            self.all_interventions
            and all(self._weightiest_is_sure(self._bounds_of(ids)) for ids in sorts)
            and lead_is_settled(self.certain, self._about, self._knowledge)
            and not say_the_same(self._likely_first(sorts), self._about)
        )

    def _likely_first(self, sorts: Iterable[Iterable[str]]) -> Iterator[str]:
        """Yield the weightiest of each sort."""
        for ids in sorts:
            bounds = self._bounds_of(ids)
            yield max(bounds, key=lambda id_: bounds[id_].least if bounds[id_].advised else ())

    @property
    def everything(self) -> bool:
        """Whether nothing left to ask could change the stages, the first three or the first things."""
        return len(self.stages) == len(self._knowledge.ids_of("factor")) and self.plan_begins

    @property
    def sorts_of_first_things(self) -> tuple[tuple[str, ...], ...]:
        """What may be among the first things of a plan, a sort each (`sorts_of_first_things`)."""
        return self._knowledge.once(sorts_of_first_things)

    def contenders(self, ids: Iterable[str]) -> set[str]:
        """Return those of `ids` that may be among the first three of them."""
        bounds = self._bounds_of(ids)
        return {
            id_
            for id_, bound in bounds.items()
            if bound.advised is not False and self._surely_before(bound, bounds.values()) < FIRST
        }

    @staticmethod
    def _surely_before(bound: WeightBounds, others: Iterable[WeightBounds]) -> int:
        return sum(other.advised is True and other.least > bound.most for other in others)

    def _bounds_of(self, ids: Iterable[str]) -> dict[str, WeightBounds]:
        return {id_: self._bounds[id_] if id_ in self._bounds else self._bound(id_) for id_ in ids}

    @kept
    def _bounds(self) -> dict[str, WeightBounds]:
        return {}

    def _bound(self, id_: str) -> WeightBounds:
        rules = self._about.get(id_, About()).supports
        said = {rule.id: self.certain.rules[rule.id] for rule in rules}
        must = Counter(rule.then.effect.value for rule in rules if said[rule.id] is True)
        can = Counter(rule.then.effect.value for rule in rules if said[rule.id] is not False)
        least, most = (tuple(count[strength] for strength in STRENGTHS) for count in (must, can))
        self._bounds[id_] = WeightBounds(self.certain.recommended.get(id_, False), least, most)
        return self._bounds[id_]

    def _surely_first(self, left: Mapping[str, WeightBounds]) -> str | None:
        """Return the one that surely comes next: advised, waiting for nothing, and the weightiest.

        Where two weigh the same, reach and then the source's order decide: not looked into, so open.
        """
        for id_, bound in left.items():
            others = (other for name, other in left.items() if name != id_)
            if (
                bound.advised
                and not self._may_wait(id_)
                and all(bound.least > other.most for other in others)
            ):
                return id_
        return None

    def _may_wait(self, id_: str) -> bool:
        """Return whether an intervention may have to wait for another."""
        return any(
            self.certain.rules[rule.id] is not False
            and self.certain.recommended.get(rule.then.effect.value) is not False
            for rule in self._about.get(id_, About()).waits
        )

    def _readiness_is_sure(self, id_: str) -> bool:
        said = [self.certain.rules[rule.id] for rule in self._about.get(id_, About()).helpers]
        return True in said or None not in said

    @staticmethod
    def _weightiest_is_sure(bounds: Mapping[str, WeightBounds]) -> bool:
        possible = [bound for bound in bounds.values() if bound.advised is not False]
        if not possible:
            return False  # then the next of another sort moves up, which is not looked into
        best = max(possible, key=lambda bound: bound.least)
        others = [bound for bound in possible if bound is not best]
        return bool(best.advised and any(best.least[:2]) and all(best.least > other.most for other in others))
