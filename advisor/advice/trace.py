"""Firings as they are published: each with its title, what it concludes, from what, why, and its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advisor.advice.model import FactRef, Firing, SourceRef
from advisor.inference.firing import Fired
from advisor.knowledge.base import KnowledgeBase, Memo
from advisor.knowledge.facts import Fact, is_absence


def firing_records(firings: Sequence[Fired], knowledge: KnowledgeBase) -> tuple[Firing, ...]:
    """Return the firings of a case as they are published."""
    concluding = _concluding(firings)
    references: Memo[Fact, FactRef] = Memo(lambda fact: _reference(fact, concluding))
    ruled = knowledge.memo(_without_facts)
    records = []
    for fired in firings:
        like = ruled[fired.id] if fired.rule else _derived(fired)
        from_ = tuple(map(references.__getitem__, fired.because_of))
        said = (like.title, like.concludes, from_, like.because, like.basis, like.source)
        records.append(Firing(fired.id, fired.id, *said))
    return tuple(records)


def _concluding(firings: Iterable[Fired]) -> dict[Fact, list[str]]:
    """Return the ids of the firings that concluded each fact."""
    concluding: dict[Fact, list[str]] = {}
    for fired in firings:
        if fired.concludes is not None:
            concluding.setdefault(fired.concludes, []).append(fired.id)
    return concluding


def _reference(fact: Fact, concluding: Mapping[Fact, Sequence[str]]) -> FactRef:
    behind = (fact.id,) if fact.kind == "sign" else tuple(concluding.get(fact, ()))
    return FactRef(fact.kind, fact.id, fact.value, behind)


def _without_facts(knowledge: KnowledgeBase, id_: str) -> Firing:
    """Return what is published of a rule whenever it fires: all but the facts that made it true."""
    rule = knowledge.entry(id_)
    work = knowledge.works[rule.source.work]
    source = SourceRef(work.id, work.title, rule.source.at, rule.source.page)
    said = FactRef(*rule.then.effect)
    return Firing(id_, id_, rule.title, said, (), rule.because, rule.basis, source)


DERIVED = {
    "stage": (
        "Where the factor stands",
        "The stage is the lower middle of these signs. None of them decides alone.",
    ),
    "pattern": (
        "How well the pattern fits",
        "These signs were weighed: a pattern is likely when two more speak for it than against it.",
    ),
    "absent": ("No sign of it", "Every way in which it could show is ruled out by these answers."),
}  # what no rule concluded: its title, and why


def _derived(fired: Fired) -> Firing:
    """Return what is published of a weighing or an absence, the facts that made it true aside."""
    fact = fired.concludes
    assert fact is not None
    title, because = DERIVED["absent" if is_absence(fact) else fact.kind]
    return Firing(fired.id, fired.id, title, FactRef(*fact), (), because, "derived", None)
