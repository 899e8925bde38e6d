"""Why one recommendation rather than another: what they share left out, what differs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor._language import N_, _
from advisor.advice.model import Advice, Recommendation
from advisor.errors import AdvisorError
from advisor.explanation._reasons import Reason, Why
from advisor.explanation._why import held_back, why
from advisor.explanation.explained import Explained
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.knowledge.rules import STRENGTHS

REASONS = {
    "strong": N_("Strong reasons: {mine} for {one}, {theirs} for {other}."),
    "moderate": N_("Moderate reasons: {mine} for {one}, {theirs} for {other}."),
    "slight": N_("Slight reasons: {mine} for {one}, {theirs} for {other}."),
}


@dataclass(frozen=True, slots=True, repr=False)
class Contrast(Explained):
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
    kinds = [knowledge.kind(id_) for id_ in (one, other)]
    if kinds[0] != kinds[1] or kinds[0] not in knowledge.kinds.advisable:
        apart = _("'{one}' and '{other}' are not advised in one order; name two of one kind")
        raise AdvisorError(apart.format(one=one, other=other))
    if one == other:
        raise AdvisorError(_("'{id}' cannot come before itself; name another one").format(id=one))
    first, second = (_why_or_nothing(advice, id_, knowledge) for id_ in (one, other))
    both = {_ground(reason) for reason in first.reasons} & {_ground(reason) for reason in second.reasons}
    shared = tuple(_in_words(reason) for reason in first.reasons if _ground(reason) in both)
    return Contrast(
        _without(first, both),
        _without(second, both),
        tuple(_decided_by(advice, one, other, knowledge)),
        shared,
    )


def _why_or_nothing(advice: Advice, id_: str, knowledge: KnowledgeBase) -> Why:
    if id_ in {item.id for item in advice.recommendations()}:
        return why(advice, id_, knowledge)
    blocked = held_back(advice, id_, knowledge)
    verdict = _("not advised: held back") if blocked else _("not advised: nothing speaks for it")
    return Why(id_, knowledge.kind(id_), title_of(id_, knowledge), verdict, (), blocked)


def _in_words(reason: Reason) -> str:
    return "; ".join(dict.fromkeys(below.text for below in reason.below if below.kind != "count"))


def _ground(reason: Reason) -> frozenset[str]:
    """Return what a reason rests on, so that two reasons on the same ground are known for that."""
    return frozenset(f"{below.kind}:{below.text}" for below in reason.below)


def _without(found: Why, grounds: set[frozenset[str]]) -> Why:
    return replace(found, reasons=tuple(r for r in found.reasons if _ground(r) not in grounds))


def _decided_by(advice: Advice, one: str, other: str, knowledge: KnowledgeBase) -> Iterator[str]:
    items = {item.id: item for item in advice.recommendations()}
    first, second = items.get(one), items.get(other)
    names = (title_of(one, knowledge), title_of(other, knowledge))
    for id_, item, name in zip((one, other), (first, second), names, strict=True):
        if item is None:
            blocked = held_back(advice, id_, knowledge)
            text = _("{name} is not advised in this case: {reason}.")
            held = text.format(name=name, reason=blocked[0].text) if blocked else ""
            yield held or _("{name} is not advised in this case.").format(name=name)
    if first is None or second is None:
        return
    if first.rank > second.rank:
        text = _("It is the other way round: {one} comes before {other}.")
        yield text.format(one=names[1], other=names[0])
    waits = list(_readiness(first, second, names, knowledge))
    yield from waits
    if bool(getattr(first, "after", ())) != bool(getattr(second, "after", ())):
        return
    for strength in STRENGTHS:
        mine, theirs = getattr(first, strength), getattr(second, strength)
        if mine != theirs:
            text = _(REASONS[strength])
            yield text.format(mine=mine, one=names[0], theirs=theirs, other=names[1])
            return
    yield _("Their reasons weigh the same: how many factors they reach decides, or else the source's order.")


def _readiness(
    first: Recommendation, second: Recommendation, names: tuple[str, str], knowledge: KnowledgeBase
) -> Iterator[str]:
    for item, name in ((first, names[0]), (second, names[1])):
        before = getattr(item, "after", ())
        if before:
            titles = ", ".join(title_of(id_, knowledge) for id_ in before)
            yield _("{name} waits for: {titles}.").format(name=name, titles=titles)
