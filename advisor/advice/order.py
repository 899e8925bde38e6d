"""The order of recommendations, without invented numbers.

What can begin comes before what must wait; then more strong reasons, then moderate, then slight;
then how many factors that are not confident it reaches; then the order of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from advisor.advice.support import Reasons
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.memo import Memo

Factors: TypeAlias = int  # a set with a bit for each factor: they are joined hundreds of times a case


@dataclass(slots=True)
class Ranked:
    """Something recommended, in its place, and what it waits for."""

    id: str
    reasons: Reasons
    after: tuple[str, ...]


def ranked(
    kind: str,
    reasons: Mapping[str, Reasons],
    stages: Mapping[str, str],
    reached: Mapping[Fact, Factors],
    knowledge: KnowledgeBase,
) -> list[Ranked]:
    """Return what is recommended of one kind, best first."""
    wanted = {
        id_: reasons[id_]
        for id_ in knowledge.ids_of(kind)
        if id_ in reasons and not reasons[id_].withholds and reasons[id_].supports
    }
    bits = knowledge.once(_bits)
    unsettled = sum(bits[factor] for factor, stage in stages.items() if stage in ("emerging", "developing"))
    places = knowledge.positions
    keys = {id_: (*_weight(found, reached, unsettled), places[id_]) for id_, found in wanted.items()}
    best_first = sorted(wanted, key=keys.__getitem__)
    return [Ranked(id_, wanted[id_], after) for id_, after in _placed(best_first, _waits(wanted))]


def _waits(wanted: Mapping[str, Reasons]) -> dict[str, list[str]]:
    """Return what waits, each with those of the others that come first."""
    waits: dict[str, list[str]] = {}
    for id_, reasons in wanted.items():
        for first, _ in reasons.waits:
            if first in wanted and first not in waits.setdefault(id_, []):
                waits[id_].append(first)
    return waits


def _placed(best_first: list[str], waits: Mapping[str, list[str]]) -> list[tuple[str, tuple[str, ...]]]:
    """Return ids in order, each with what it waits for.

    What waits comes behind all that can begin. Should two wait for each other, the better one begins.
    """
    placed: list[tuple[str, tuple[str, ...]]] = [(id_, ()) for id_ in best_first if id_ not in waits]
    left = [id_ for id_ in best_first if id_ in waits]
    done = {id_ for id_, _ in placed}
    while left:
        free = (id_ for id_ in left if done.issuperset(waits[id_]))
        id_ = next(free, left[0])
        left.remove(id_)
        placed.append((id_, tuple(first for first in waits[id_] if first in done)))
        done.add(id_)
    return placed


def _weight(
    reasons: Reasons, reached: Mapping[Fact, Factors], unsettled: Factors
) -> tuple[int, int, int, int]:
    """Return what is smaller for the better: counts of reasons, then of factors reached, all negative."""
    factors = 0
    for firing in reasons.supports:
        for fact in firing.support:
            factors |= reached[fact]
    strengths = (-len(reasons.strong), -len(reasons.moderate), -len(reasons.slight))
    return (*strengths, -(factors & unsettled).bit_count())


def factors_reached(firings: Iterable[Firing], knowledge: KnowledgeBase) -> Memo[Fact, Factors]:
    """Return for each fact the factors that it is about, however deep.

    `firings` come in the order in which they firing: what one rests on is known before it.
    """
    own, known = knowledge.memo(_own_factor), knowledge.memo(_makes_known)
    reached = Memo(own.__getitem__)
    reached.update(own)  # at once, which is quicker than fact by fact
    for firing in firings:
        fact = firing.concludes if firing.is_derived else known[firing.id]
        if fact is not None:
            factors = reached[fact]
            for below in firing.support:
                factors |= reached[below]
            reached[fact] = factors
    return reached


def _makes_known(knowledge: KnowledgeBase, id_: str) -> Fact | None:
    """Return the fact that a rule makes known, or the sign that it adds for weighings; None if neither."""
    then = knowledge.entry(id_).then
    if then.weighs is None:
        return None
    said: Fact = then.effect
    return said if said.kind == "finding" else Fact("sign", id_, said.value)


def _bits(knowledge: KnowledgeBase) -> dict[str, Factors]:
    return {factor: 1 << place for place, factor in enumerate(knowledge.ids_of("factor"))}


def _own_factor(knowledge: KnowledgeBase, fact: Fact) -> Factors:
    """Return the factor that a fact itself is about, if it is about one."""
    if fact.kind in ("stage", "sure", "placed"):
        return knowledge.once(_bits).get(fact.id, 0)
    if fact.kind == "finding" and knowledge.kind(fact.id) == "finding":
        factor = knowledge.entry(fact.id).factor
        return 0 if factor is None else knowledge.once(_bits)[factor]
    return 0
