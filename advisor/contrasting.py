"""Why one recommendation rather than another: what they share left out, what differs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.advice import Advice, Recommendation
from advisor.errors import AdvisorError
from advisor.explaining import Reason, Why, why
from advisor.knowledge_base import KnowledgeBase
from advisor.quoting import title_of
from advisor.rules import STRENGTHS


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two recommendations beside each other; `first` and `second` hold the reasons that only they have.

    `decided_by` says in sentences what put them in their order; `shared` names what speaks for both.
    """

    first: Why
    second: Why
    decided_by: tuple[str, ...]
    shared: tuple[str, ...]


def contrast(advice: Advice, one: str, other: str, knowledge: KnowledgeBase) -> Contrast:
    """Return the contrast between two things that are advised, or of which the second is not.

    `UnknownIdError` if there is no such id; `AdvisorError` if they are not of one kind.
    """
    for id_ in (one, other):
        knowledge.kind(id_)
    if knowledge.kind(one) != knowledge.kind(other):
        raise AdvisorError(f"'{one}' and '{other}' are not of one kind, so neither comes before the other")
    first, second = why(advice, one, knowledge), _why_or_nothing(advice, other, knowledge)
    both = {_ground(reason) for reason in first.reasons} & {_ground(reason) for reason in second.reasons}
    shared = tuple(reason.text for reason in first.reasons if _ground(reason) in both)
    return Contrast(
        _without(first, both),
        _without(second, both),
        tuple(_decided_by(advice, one, other, knowledge)),
        shared,
    )


def _why_or_nothing(advice: Advice, id_: str, knowledge: KnowledgeBase) -> Why:
    named = {*(item.id for item in advice.recommendations()), *(item.id for item in advice.withheld)}
    if id_ in named:
        return why(advice, id_, knowledge)
    return Why(id_, knowledge.kind(id_), title_of(id_, knowledge), "not advised: nothing speaks for it", ())


def _ground(reason: Reason) -> frozenset[str]:
    """Return what a reason rests on, so that two reasons on the same ground are known for that."""
    return frozenset(f"{below.kind}:{below.text}" for below in reason.below)


def _without(found: Why, grounds: set[frozenset[str]]) -> Why:
    return replace(found, reasons=tuple(r for r in found.reasons if _ground(r) not in grounds))


def _decided_by(advice: Advice, one: str, other: str, knowledge: KnowledgeBase) -> Iterator[str]:
    items = {item.id: item for item in advice.recommendations()}
    first, second = items.get(one), items.get(other)
    names = (title_of(one, knowledge), title_of(other, knowledge))
    if first is None or second is None:
        gone = names[0] if first is None else names[1]
        yield f"{gone} is not advised in this case."
        return
    if first.rank > second.rank:
        yield f"It is the other way round: {names[1]} comes before {names[0]}."
    yield from _readiness(first, second, names, knowledge)
    for strength in STRENGTHS:
        mine, theirs = getattr(first, strength), getattr(second, strength)
        if mine != theirs:
            yield f"{strength.capitalize()} reasons: {mine} for {names[0]}, {theirs} for {names[1]}."
            return
    yield "Their reasons weigh the same. What reaches more factors that are not confident comes first."


def _readiness(
    first: Recommendation, second: Recommendation, names: tuple[str, str], knowledge: KnowledgeBase
) -> Iterator[str]:
    for item, name in ((first, names[0]), (second, names[1])):
        before = getattr(item, "after", ())
        if before:
            yield f"{name} waits for: {', '.join(title_of(id_, knowledge) for id_ in before)}."
