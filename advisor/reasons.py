"""The reasons for and against each thing that can be advised, gathered from the firings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from advisor.facts import Fact
from advisor.fired import Fired
from advisor.knowledge_base import KnowledgeBase
from advisor.rules import (
    STRENGTHS,
    Cautions,
    ComesFirst,
    NeedsHelp,
    Recommends,
    Strength,
    Withholds,
)


@dataclass(slots=True)
class Reasons:
    """What the firings say of one thing; each list in the order of the rules."""

    supports: list[Fired] = field(default_factory=list)
    withholds: list[Fired] = field(default_factory=list)
    cautions: list[Fired] = field(default_factory=list)
    waits: list[tuple[str, Fired]] = field(default_factory=list)
    helpers: list[tuple[str, Fired]] = field(default_factory=list)

    def counts(self) -> tuple[int, int, int]:
        """Return how many strong, moderate and slight reasons support it."""
        said = [strength_of(fired) for fired in self.supports]
        strong, moderate, slight = (said.count(strength) for strength in STRENGTHS)
        return strong, moderate, slight


def strength_of(fired: Fired) -> Strength:
    """Return the strength of a supporting firing."""
    assert fired.rule is not None
    assert isinstance(fired.rule.then, Recommends)
    return fired.rule.then.strength


def gather(firings: Iterable[Fired], knowledge: KnowledgeBase) -> dict[str, Reasons]:
    """Return the reasons by the id of what they are about; supports strongest first."""
    found: dict[str, Reasons] = {}
    for fired in firings:
        then = fired.rule.then if fired.rule else None
        match then:
            case Recommends():
                found.setdefault(then.recommend, Reasons()).supports.append(fired)
            case Withholds():
                found.setdefault(then.withhold, Reasons()).withholds.append(fired)
            case Cautions():
                found.setdefault(then.caution, Reasons()).cautions.append(fired)
            case ComesFirst():
                found.setdefault(then.before, Reasons()).waits.append((then.first, fired))
            case NeedsHelp():
                found.setdefault(then.needs_help, Reasons()).helpers.append((then.led_by, fired))
    place = knowledge.positions
    for reasons in found.values():
        for listed in (reasons.withholds, reasons.cautions):
            listed.sort(key=lambda fired: place[fired.id])
        reasons.supports.sort(key=lambda fired: (STRENGTHS.index(strength_of(fired)), place[fired.id]))
        reasons.waits.sort(key=lambda wait: place[wait[1].id])
        reasons.helpers.sort(key=lambda helper: place[helper[1].id])
    return found


@dataclass(slots=True)
class Chains:
    """Which firings concluded a fact, and which factors a firing rests on, however deep."""

    concluding: dict[Fact, list[str]]
    by_id: dict[str, Fired]

    @classmethod
    def of(cls, firings: Iterable[Fired]) -> Chains:
        """Index the firings of one case."""
        concluding: dict[Fact, list[str]] = {}
        by_id: dict[str, Fired] = {}
        for fired in firings:
            by_id[fired.id] = fired
            if fired.concludes is not None:
                concluding.setdefault(fired.concludes, []).append(fired.id)
        return cls(concluding, by_id)

    def behind(self, fact: Fact) -> list[str]:
        """Return the ids of the firings that made a fact known; none for an answer."""
        if fact.kind == "sign":
            return [fact.id]
        return self.concluding.get(fact, [])

    def all_facts(self, fired: Fired) -> set[Fact]:
        """Return every fact below a firing, down to the answers."""
        seen: set[Fact] = set()
        waiting = list(fired.because_of)
        while waiting:
            fact = waiting.pop()
            if fact not in seen:
                seen.add(fact)
                waiting += [f for id_ in self.behind(fact) for f in self.by_id[id_].because_of]
        return seen
