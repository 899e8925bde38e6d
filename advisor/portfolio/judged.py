"""What a portfolio keeps of the advice on one case; the advice itself, which is large, is let go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from advisor._language import _
from advisor.advice.leading import is_begun
from advisor.advice.model import Advice, InterventionAdvice, Recommendation
from advisor.advice.steps import THOSE_ABOVE
from advisor.cases.case import Case
from advisor.inference.firing import Firing
from advisor.inference.plain_truth import light
from advisor.inference.weighing import LIGHTS
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things
from advisor.knowledge.terms import STAGES, Stage, Sure
from advisor.portfolio.model import FirstStep, Seen

STAGE_OF = {light: stage for stage, light in LIGHTS.items()}
HABIT = "degenerative-behaviour"


@dataclass(frozen=True, slots=True)
class Begin:
    """A step that a plan begins with, what it costs (less is cheaper), and the facts its reason rests on.

    `answers` are those that any reason for it rests on.
    """

    step: FirstStep
    cost: int
    rests_on: frozenset[str]
    answers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rest:
    """Something advised that rests on a cause: by which rule, and who leads it."""

    kind: str
    id: str
    rule: str
    rank: int
    led_by: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the advice on one case says, as far as a portfolio tells of it.

    `found` are the findings and the likely patterns; `causes` those of them that are troubles. `held` gives
    for a cause the titles of what it holds back, `rests` what is advised because of it, or because of what it
    was concluded from, and `behind` for what was found what it was concluded from.
    """

    assessed: bool
    stages: tuple[str, ...]
    sure: tuple[Sure | None, ...]
    own_views: tuple[bool, ...]
    whole: Seen
    alerts: tuple[str, ...]
    found: frozenset[str]
    causes: tuple[str, ...]
    goes_well: bool
    begins: tuple[Begin, ...]
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rests: dict[str, tuple[Rest, ...]] = field(default_factory=dict)
    behind: dict[str, frozenset[str]] = field(default_factory=dict)


def judged(case: Case, advice: Advice, knowledge: KnowledgeBase) -> Judged:
    """Return what a portfolio keeps of the advice on a case."""
    factors, assessed = advice.factors, is_assessed(case, knowledge)
    likely = tuple(pattern.id for pattern in advice.patterns if pattern.fit == "likely")
    causes = tuple(_causes(advice, likely, knowledge))
    whole = whole_of(factor.stage for factor in factors if factor.sure == "firm" or not assessed)
    return Judged(
        assessed=assessed,
        stages=tuple(factor.stage for factor in factors),
        sure=tuple(factor.sure for factor in factors),
        own_views=tuple(factor.own_view for factor in factors),
        whole=whole,
        alerts=tuple(alert.id for alert in advice.alerts),
        found=frozenset((*(finding.id for finding in advice.findings), *likely)),
        causes=causes,
        goes_well=whole == "confident" and not _is_trouble(advice, knowledge),
        begins=tuple(_begins(advice, knowledge)),
        held=_held(advice, causes),
        rests=_rests(advice, causes, knowledge),
        behind={
            each.id: frozenset(fact.id for id_ in each.firings for fact in advice.firing(id_).support)
            for each in advice.findings
        },
    )


def whole_of(stages: Iterable[str]) -> Seen:
    """Return how a partnership stands as a whole, by the stages of its factors that count."""
    known: list[Stage] = [stage for said in stages for stage in STAGES if said == stage]
    found = light(known)
    return "unknown" if found is None else STAGE_OF[found]


def is_assessed(case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether more was answered than where she places it as a whole."""
    return any(id_ not in knowledge.once(_placing) for id_ in case.answers)


def _placing(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the questions by which she places it as a whole."""
    asked = asked_things(knowledge)
    return frozenset(asked[thing].question.id for thing in asked if thing[0] == "placed")


def _is_trouble(advice: Advice, knowledge: KnowledgeBase) -> bool:
    """Return whether the situation that leads is one to be mended."""
    return advice.leading is not None and knowledge.entry(advice.leading.pattern).tone != "strength"


def _causes(advice: Advice, likely: tuple[str, ...], knowledge: KnowledgeBase) -> Iterator[str]:
    yield from (finding.id for finding in advice.findings if finding.tone == "trouble")
    yield from (id_ for id_ in likely if knowledge.entry(id_).tone != "strength")


def _begins(advice: Advice, knowledge: KnowledgeBase) -> Iterator[Begin]:
    firings = {(item.kind, item.id): item.firings for item in advice.recommendations()}
    for step in advice.plan:
        if step.when == "first":
            entry = knowledge.entry(step.id)
            own = "own" in knowledge.kinds.advice[step.kind].sorts(entry)
            cost = 2 if step.led_by else 0 if own else 1
            told = FirstStep(step.kind, step.id, entry.title, step.text, step.short, step.led_by)
            rests_on = frozenset(fact.id for fact in advice.firing(step.reason).support)
            reasons = firings.get((step.kind, step.id), ())
            answers = frozenset(fact.id for id_ in reasons for fact in advice.firing(id_).support)
            yield Begin(told, cost, rests_on, answers | rests_on)


def _held(advice: Advice, causes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return for each cause the titles of what would be advised and is held back by it, or waits."""
    found: dict[str, dict[str, None]] = {}
    for title, firing in _holding(advice):
        for fact in firing.support:
            if fact.id in causes:
                found.setdefault(fact.id, {})[title] = None
    return {id_: tuple(titles) for id_, titles in found.items()}


def _holding(advice: Advice) -> Iterator[tuple[str, Firing]]:
    for held in advice.withheld:
        yield from ((held.title, advice.firing(id_)) for id_ in held.firings)
    waiting = {item.id: item for item in advice.interventions if item.after}
    for firing in advice.firings:
        about = firing.concludes
        if about.kind == "wait" and about.id in waiting and about.value in waiting[about.id].after:
            yield waiting[about.id].title, firing


def _rests(advice: Advice, causes: tuple[str, ...], knowledge: KnowledgeBase) -> dict[str, tuple[Rest, ...]]:
    """Return for each cause what is advised because of it, of what one can begin with."""
    found: dict[Fact, list[Rest]] = {}
    planned = {step.id: step.led_by for step in advice.plan}
    for item in advice.recommendations():
        waits = isinstance(item, InterventionAdvice) and item.after
        if waits or not is_begun(item.kind, item.id, knowledge):
            continue
        for id_ in item.firings:
            led_by = planned.get(item.id, _led_by(item, knowledge))
            for fact in advice.firing(id_).support:
                found.setdefault(fact, []).append(Rest(item.kind, item.id, id_, item.rank, led_by))
    return {id_: tuple(rests) for id_ in causes if (rests := _resting_on(id_, advice, found))}


def _resting_on(id_: str, advice: Advice, rests: Mapping[Fact, Sequence[Rest]]) -> list[Rest]:
    """Return what rests on a cause or, where nothing does, on what the cause was concluded from."""
    own = [rest for fact, several in rests.items() if fact.id == id_ for rest in several]
    firings = next((finding.firings for finding in advice.findings if finding.id == id_), ())
    behind = dict.fromkeys(fact for firing in firings for fact in advice.firing(firing).support)
    return own or [rest for fact in behind for rest in rests.get(fact, ())]


def _led_by(item: Recommendation, knowledge: KnowledgeBase) -> str:
    if isinstance(item, InterventionAdvice):
        return item.led_by
    return _(THOSE_ABOVE) if getattr(knowledge.entry(item.id), "who", "") == "above" else ""
