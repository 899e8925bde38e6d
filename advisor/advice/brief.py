"""The advice in brief: what a person, a chat or a list of many has room for, some three thousand letters.

It holds what comes first and the reasons to tell, and nothing that was written in the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor.advice.model import Advice, AlertAdvice, Fit, PatternAdvice, Recommendation
from advisor.advice.planned import Step, When
from advisor.inference.firing import Basis, SourceRef

BRIEF_SCHEMA_VERSION: Literal[1] = 1
MOST_STEPS = 3  # with their reasons; of the others it says what to do in a line
MOST_TO_ASK = 3
MOST_HELD_BACK = 3
MOST_SITUATIONS = 3


@dataclass(frozen=True, slots=True)
class BriefKnowledge:
    """Which knowledge base gave the advice."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class BriefFactor:
    """Where a factor stands, and whether that is firm or tentative; None where it is not known."""

    id: str
    title: str
    stage: str
    sure: str | None


@dataclass(frozen=True, slots=True)
class BriefSituation:
    """A recognisable situation that fits the case."""

    id: str
    title: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class BriefStep:
    """A step of the plan with its reason, and on whose authority: a published source or our judgement.

    `source` says where it rests, the work by its id.
    """

    when: When
    kind: str
    id: str
    title: str
    text: str
    because: str
    basis: Basis
    source: str
    led_by: str


@dataclass(frozen=True, slots=True)
class BriefLater:
    """A further step of the plan, in a line."""

    when: When
    id: str
    short: str


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """A question whose answer would help most now, and why."""

    question: str
    because: str


@dataclass(frozen=True, slots=True)
class BriefHeldBack:
    """Something that reasons speak for and that is not advised now."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Brief(Document):
    """What matters most of an advice. `alerts` come before everything else.

    `situations` are the likely ones, or those that are possible where none is likely, at most three; `steps`
    the first three of the plan, `further` the others; `nothing_first` says why none comes first. Of what was
    held back, and of what to ask, there are three at most.
    """

    schema_version: Literal[1]
    knowledge: BriefKnowledge
    alerts: tuple[AlertAdvice, ...]
    factors: tuple[BriefFactor, ...]
    situations: tuple[BriefSituation, ...]
    nothing_first: str
    steps: tuple[BriefStep, ...]
    further: tuple[BriefLater, ...]
    held_back: tuple[BriefHeldBack, ...]
    to_ask: tuple[BriefQuestion, ...]


def brief_of(advice: Advice) -> Brief:
    """Return an advice in brief."""
    items = {item.id: item for item in advice.recommendations()}
    used = advice.knowledge
    return Brief(
        schema_version=BRIEF_SCHEMA_VERSION,
        knowledge=BriefKnowledge(used.name, used.version, used.digest),
        alerts=advice.alerts,
        factors=tuple(BriefFactor(each.id, each.title, each.stage, each.sure) for each in advice.factors),
        situations=tuple(BriefSituation(each.id, each.title, each.fit) for each in _situations(advice)),
        nothing_first=advice.nothing_first,
        steps=tuple(_step(step, items, advice) for step in advice.plan[:MOST_STEPS]),
        further=tuple(BriefLater(step.when, step.id, step.short) for step in advice.plan[MOST_STEPS:]),
        held_back=tuple(BriefHeldBack(each.id, each.title) for each in advice.withheld[:MOST_HELD_BACK]),
        to_ask=tuple(BriefQuestion(each.question, each.because) for each in advice.to_ask[:MOST_TO_ASK]),
    )


def _situations(advice: Advice) -> tuple[PatternAdvice, ...]:
    likely = tuple(each for each in advice.patterns if each.fit == "likely")
    return (likely or advice.patterns)[:MOST_SITUATIONS]


def _step(step: Step, items: dict[str, Recommendation], advice: Advice) -> BriefStep:
    firing = advice.firing(step.reason)
    return BriefStep(
        when=step.when,
        kind=step.kind,
        id=step.id,
        title=items[step.id].title,
        text=step.text,
        because=firing.because,
        basis=firing.basis,
        source=_cited(firing.source),
        led_by=step.led_by,
    )


def _cited(source: SourceRef | None) -> str:
    """Return where a thought rests, in a line; nothing where the rules themselves say so."""
    if source is None:
        return ""
    page = f", p. {source.page}" if source.page else ""
    return f"{source.work}, {source.at}{page}"
