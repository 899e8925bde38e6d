"""What to do together: from the joint advice, and first what the differences between the voices call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor._language import _
from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice
from advisor.cases.case import Case
from advisor.comparison.joint import joint_advice
from advisor.comparison.model import JointStep
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.phrases import title_of

HEARD_ALONE = Fact("observed", "heard-alone-first", "yes")
FIRST = 3  # steps; more than a talk can hold would help nobody


def steps_together(
    cases: Sequence[Case], names: Mapping[str, str], knowledge: KnowledgeBase
) -> tuple[JointStep, ...]:
    """Return what is advised to all together; `names` are the plain names of the factors.

    What is better heard alone comes first, then what differences call for, then the first steps of the plan.
    """
    by_seat = [replace(case, seen_from=case.seen_from or "above") for case in cases]  # not known: no side
    advice = joint_advice(by_seat, knowledge)
    found = {step.id: step for step in _heard_alone(advice, knowledge)}
    for called in _called_for(advice, names):
        found.setdefault(called.id, called)
    for step in advice.plan:
        if step.when == "first" and step.id not in found:
            because = advice.firing(step.reason).because
            found[step.id] = JointStep(step.id, step.kind, title_of(step.id, knowledge), because)
    return tuple(found.values())[:FIRST]


def _heard_alone(advice: Advice, knowledge: KnowledgeBase) -> Iterator[JointStep]:
    """Yield what is advised because something is better heard alone, before all sit down together."""
    grounds = Grounds(advice.firings, by_conclusion(advice.firings))
    for item in advice.recommendations():
        for firing in map(advice.firing, item.firings):
            if HEARD_ALONE in grounds.of(firing):
                short = getattr(knowledge.entry(firing.rule), "short", None)
                why = f"{short} {firing.because}" if short else firing.because
                yield JointStep(item.id, item.kind, item.title, why)
                break


def _called_for(advice: Advice, names: Mapping[str, str]) -> Iterator[JointStep]:
    """Yield what is advised because voices are apart, with the factors on which they are."""
    grounds = Grounds(advice.firings, by_conclusion(advice.firings))
    for item in advice.recommendations():
        for firing in map(advice.firing, item.firings):
            apart = [names[fact.id] for fact in sorted(grounds.of(firing)) if _is_apart(fact)]
            if apart:
                told = _("{because} You see this differently: {factors}.")
                why = told.format(because=firing.because, factors="; ".join(apart))
                yield JointStep(item.id, item.kind, item.title, why)
                break


def _is_apart(fact: Fact) -> bool:
    return fact.kind == "apart" and fact.value == "yes"
