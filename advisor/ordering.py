"""The order of recommendations, without invented numbers.

What can begin comes before what must wait; then more strong reasons, then moderate, then slight;
then how many factors that are not confident it reaches; then the order of the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.knowledge_base import KnowledgeBase
from advisor.reasons import Chains, Reasons


@dataclass(frozen=True, slots=True)
class Ranked:
    """Something recommended, in its place, and what it waits for."""

    id: str
    reasons: Reasons
    after: tuple[str, ...]


def ranked(
    kind: str,
    reasons: Mapping[str, Reasons],
    stages: Mapping[str, str],
    chains: Chains,
    knowledge: KnowledgeBase,
) -> list[Ranked]:
    """Return what is recommended of one kind, best first."""
    wanted = {
        entry.id: reasons[entry.id]
        for entry in knowledge.of_kind(kind)
        if entry.id in reasons and reasons[entry.id].supports and not reasons[entry.id].withholds
    }
    keys = {id_: _key(id_, found, stages, chains, knowledge) for id_, found in wanted.items()}
    best_first = sorted(wanted, key=keys.__getitem__)
    waits = {
        id_: [first for first in dict.fromkeys(f for f, _ in wanted[id_].waits) if first in wanted]
        for id_ in best_first
    }
    return [Ranked(id_, wanted[id_], after) for id_, after in _placed(best_first, waits)]


def _placed(best_first: list[str], waits: Mapping[str, list[str]]) -> list[tuple[str, tuple[str, ...]]]:
    """Return ids in order, each with what it waits for.

    What waits comes behind all that can begin. Should two wait for each other, the better one begins.
    """
    placed: list[tuple[str, tuple[str, ...]]] = []
    done: set[str] = set()
    left = [id_ for id_ in best_first if not waits[id_]] + [id_ for id_ in best_first if waits[id_]]
    while left:
        free = (id_ for id_ in left if all(first in done for first in waits[id_]))
        id_ = next(free, left[0])
        left.remove(id_)
        done.add(id_)
        placed.append((id_, tuple(first for first in waits[id_] if first in done and first != id_)))
    return placed


def _key(
    id_: str, reasons: Reasons, stages: Mapping[str, str], chains: Chains, knowledge: KnowledgeBase
) -> tuple[int, ...]:
    strong, moderate, slight = reasons.counts()
    reach = len(_factors_reached(reasons, stages, chains, knowledge))
    return (-strong, -moderate, -slight, -reach, knowledge.positions[id_])


def _factors_reached(
    reasons: Reasons, stages: Mapping[str, str], chains: Chains, knowledge: KnowledgeBase
) -> set[str]:
    """Return the factors, not yet confident, that the reasons are about."""
    reached: set[str] = set()
    for fired in reasons.supports:
        for fact in chains.all_facts(fired):
            if fact.kind in ("stage", "placed"):
                reached.add(fact.id)
            elif fact.kind == "finding" and knowledge.kind(fact.id) == "finding":
                factor = knowledge.entry(fact.id).factor
                if factor is not None:
                    reached.add(factor)
    return {factor for factor in reached if stages.get(factor) in ("emerging", "developing")}
