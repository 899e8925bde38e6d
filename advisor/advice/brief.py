"""The advice in brief: what a person, a chat or a list of many has room for, some three thousand letters.

It holds what comes first and the reasons to tell, and nothing that was written in the case.
"""

from __future__ import annotations

from advisor.advice.brief_model import (
    BRIEF_SCHEMA_VERSION,
    Brief,
    BriefFactor,
    BriefHeldBack,
    BriefKnowledge,
    BriefLater,
    BriefQuestion,
    BriefSituation,
    BriefStep,
)
from advisor.advice.model import Advice
from advisor.advice.parts import PatternAdvice, Recommendation
from advisor.advice.planned import Step
from advisor.inference.firing import SourceRef

MOST_STEPS = 3  # with their reasons; of the others it says what to do in a line
MOST_TO_ASK = 3
MOST_HELD_BACK = 3
MOST_SITUATIONS = 3


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
