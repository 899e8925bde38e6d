"""Facts that are given beside a case: what comes of looking at it next to others, or at an earlier one.

No question asks for them and no case file holds them. docs/decisions/0029 says what they mean.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from advisor._language import N_, _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import BESIDE_KINDS, MOVES, Fact, Thing
from advisor.knowledge.observations import OBSERVATIONS

YES_NO = ("yes", "no")
VALUES: dict[str, tuple[str, ...]] = {"apart": YES_NO, "moved": MOVES, "observed": YES_NO}
SAID = {
    ("apart", "yes"): N_("You and the others see it a stage or more apart: {what}"),
    ("apart", "no"): N_("You and the others see it much alike: {what}"),
    ("moved", "on"): N_("It has moved on since the last time: {what}"),
    ("moved", "same"): N_("It stands where it stood the last time: {what}"),
    ("moved", "back"): N_("It has slid back since the last time: {what}"),
}
VALUE_WORDS = {"on": N_("it has moved on"), "same": N_("it is the same"), "back": N_("it has slid back")}


def beside_said(fact: Fact, knowledge: KnowledgeBase) -> str:
    """Return a fact that was given beside a case, in a plain sentence."""
    if fact.kind == "observed":
        observed = next(each for each in OBSERVATIONS if each.id == fact.id)
        return _(observed.title if fact.value == "yes" else observed.not_so)
    return _(SAID[fact.kind, fact.value]).format(what=knowledge.entry(fact.id).title)


def beside_asked(kind: str, id_: str, knowledge: KnowledgeBase) -> str:
    """Return what such a fact is about, as it stands before what is said of it."""
    if kind == "observed":
        return f"{beside_said(Fact(kind, id_, 'yes'), knowledge)}:"
    if kind == "apart":
        return f"{beside_said(Fact(kind, id_, 'yes'), knowledge)}:"
    return _("Since the last time, {what}:").format(what=knowledge.entry(id_).title)


def beside_value(value: str) -> str:
    """Return what is said of it: yes, no, or how it has moved."""
    return _(VALUE_WORDS.get(value, value))


def known_ids(kind: str, knowledge: KnowledgeBase) -> Sequence[str]:
    """Return what facts of a kind may be about: factors, or the list of observations."""
    if kind == "observed":
        return tuple(each.id for each in OBSERVATIONS)
    return knowledge.ids_of("factor")


def checked_beside(beside: Collection[Fact], knowledge: KnowledgeBase) -> list[Fact]:
    """Return facts given beside a case, each once and in one order; `AdvisorError` for others."""
    found: dict[Thing, str] = {}
    for given in beside:
        fact = _checked(given, knowledge)
        if found.setdefault(fact[:2], fact.value) != fact.value:
            what = _("'{kind} {id}' is given twice beside the case, and not alike; give it once")
            raise AdvisorError(what.format(kind=fact.kind, id=fact.id))
    facts = [Fact(*thing, value) for thing, value in found.items()]
    return sorted(facts, key=lambda fact: (BESIDE_KINDS.index(fact.kind), _place(fact, knowledge)))


def _place(fact: Fact, knowledge: KnowledgeBase) -> int:
    return known_ids(fact.kind, knowledge).index(fact.id)


def _checked(given: object, knowledge: KnowledgeBase) -> Fact:
    if not isinstance(given, tuple) or len(given) != 3 or not all(isinstance(each, str) for each in given):
        what = _("{given} is no fact; give Fact(kind, id, value) beside a case")
        raise AdvisorError(what.format(given=shown(repr(given))))
    fact = Fact(*given)
    for word, known in (
        (fact.kind, BESIDE_KINDS),
        (fact.id, known_ids(fact.kind, knowledge) if fact.kind in BESIDE_KINDS else ()),
        (fact.value, VALUES.get(fact.kind, ())),
    ):
        if word not in known:
            what = _("'{word}' cannot stand in a fact beside a case; {remedy}")
            raise AdvisorError(what.format(word=shown(word), remedy=did_you_mean(word, known)))
    return fact
