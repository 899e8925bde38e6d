"""Firings as they are published: each with its title, what it concludes, from what, why, and its source."""

from __future__ import annotations

from advisor.advice import FactRef, Firing, SourceRef
from advisor.entries import Source
from advisor.facts import PRESENT, Fact, is_absence
from advisor.fired import Fired
from advisor.knowledge_base import KnowledgeBase
from advisor.rules import (
    Cautions,
    ComesFirst,
    Finds,
    NeedsHelp,
    Recommends,
    Rule,
    Signs,
    Speaks,
    Withholds,
)
from advisor.told import Told


def firing_record(fired: Fired, told: Told) -> Firing:
    """Return a firing as it is published."""
    rule = fired.rule
    return Firing(
        id=fired.id,
        rule=fired.id,
        title=rule.title if rule else _derived_title(fired),
        concludes=_fact_ref(_conclusion(fired), told, concluding=True),
        from_=tuple(_fact_ref(fact, told) for fact in fired.because_of),
        because=rule.because if rule else DERIVED_BECAUSE[_derived_kind(fired)],
        basis=rule.basis if rule else "derived",
        source=_source(rule.source, told.knowledge) if rule else None,
    )


DERIVED_BECAUSE = {
    "stage": "The stage is the lower middle of these signs. None of them decides alone.",
    "pattern": "These signs were weighed: a pattern is likely when two more speak for it than against it.",
    "absent": "Every way in which it could show is ruled out by these answers.",
}


def _derived_kind(fired: Fired) -> str:
    assert fired.concludes is not None
    return "absent" if is_absence(fired.concludes) else fired.concludes.kind


def _derived_title(fired: Fired) -> str:
    assert fired.concludes is not None
    names = {
        "stage": "Where the factor stands",
        "pattern": "How well the pattern fits",
        "absent": "No sign of it",
    }
    return names[_derived_kind(fired)]


def _conclusion(fired: Fired) -> Fact:
    """Return what a firing concludes, also where no other rule looks at it."""
    if fired.concludes is not None:
        return fired.concludes
    assert fired.rule is not None
    return said_by(fired.rule)


def said_by(rule: Rule) -> Fact:
    """Return a rule's conclusion as a fact: its kind, what it is about, and what it says of that."""
    then = rule.then
    match then:
        case Finds():
            return Fact("finding", then.finding, PRESENT)
        case Signs():
            return Fact("sign", then.sign, then.stage)
        case Speaks():
            return Fact("sign", then.pattern, then.speaks)
        case Recommends():
            return Fact("recommend", then.recommend, then.strength)
        case Withholds():
            return Fact("withhold", then.withhold, "not-now")
        case Cautions():
            return Fact("caution", then.caution, "take-care")
        case ComesFirst():
            return Fact("wait", then.before, then.first)
        case NeedsHelp():
            return Fact("needs-help", then.needs_help, then.led_by)


def _fact_ref(fact: Fact, told: Told, concluding: bool = False) -> FactRef:
    behind = () if concluding else tuple(told.chains.behind(fact))
    return FactRef(fact.kind, fact.id, fact.value, behind)


def _source(source: Source, knowledge: KnowledgeBase) -> SourceRef:
    return SourceRef(source.work, knowledge.works[source.work].title, source.at, source.page)
