"""From firings to advice: one pass that gathers, orders and names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from advisor.advice.context import BuildContext
from advisor.advice.model import (
    ADVICE_SCHEMA_VERSION,
    Advice,
    Alteration,
    Extended,
    FactorAdvice,
    FindingAdvice,
    KnowledgeRef,
    PatternAdvice,
    with_firings_later,
)
from advisor.advice.open_questions import to_ask
from advisor.advice.order import factors_reached
from advisor.advice.plan import plan
from advisor.advice.recommend import interventions, recommendations, withheld
from advisor.advice.support import gather
from advisor.advice.trace import firing_records
from advisor.cases.case import Case
from advisor.inference.firing import Fired
from advisor.knowledge.base import ADVISABLE_KINDS, KnowledgeBase
from advisor.knowledge.facts import PRESENT, Fact, is_absence


def advice_from(firings: Sequence[Fired], case: Case, knowledge: KnowledgeBase, engine: str) -> Advice:
    """Return the advice that the firings of a case amount to."""
    in_order = _in_order(firings, knowledge)
    stages = {
        f.concludes.id: f.concludes.value for f in in_order if f.concludes and f.concludes.kind == "stage"
    }
    patterns = _patterns(in_order, knowledge)
    leading = [Fact("pattern", pattern.id, "likely") for pattern in patterns if pattern.fit == "likely"]
    reached = factors_reached(firings, knowledge)
    context = BuildContext(knowledge, in_order, gather(in_order, knowledge), stages, reached, leading)
    listed = {kind: recommendations(kind, context) for kind in ADVISABLE_KINDS if kind != "intervention"}
    advised = interventions(context, listed["technique"], case)
    nourishing = [*listed["process"], *listed["tool"]]
    advice = Advice(
        schema_version=ADVICE_SCHEMA_VERSION,
        knowledge=_knowledge_ref(knowledge),
        engine=engine,
        case=case.as_dict(),
        factors=_factors(context, case),
        findings=_findings(context),
        patterns=patterns,
        interventions=advised,
        techniques=listed["technique"],
        shifts=listed["shift"],
        preconditions=listed["precondition"],
        reminders=listed["reminder"],
        processes=listed["process"],
        borderlands=listed["borderland"],
        tools=listed["tool"],
        withheld=withheld(context),
        plan=plan(advised, listed["shift"], listed["precondition"], nourishing, knowledge),
        to_ask=to_ask(case, patterns, knowledge),
        firings=(),
    )
    return with_firings_later(advice, partial(firing_records, in_order, knowledge))


def _in_order(firings: Sequence[Fired], knowledge: KnowledgeBase) -> list[Fired]:
    """Return the firings as they are published: rules as in the knowledge base, derived ones behind."""
    places = knowledge.positions
    rules = [fired for fired in firings if fired.rule is not None]
    derived = [fired for fired in firings if fired.rule is None]
    rules.sort(key=lambda fired: places[fired.id])
    derived.sort(key=lambda fired: fired.id)
    return [*rules, *derived]


def _knowledge_ref(knowledge: KnowledgeBase) -> KnowledgeRef:
    overlay = knowledge.overlay
    if overlay is None:
        return KnowledgeRef(knowledge.name, knowledge.version, knowledge.digest)
    changed, off = (
        tuple(Alteration(each.id, each.reason) for each in altered)
        for altered in (overlay.changed, overlay.switched_off)
    )
    extends = Extended(overlay.name, overlay.version, overlay.added, changed, off)
    return KnowledgeRef(knowledge.name, knowledge.version, knowledge.digest, extends)


def _factors(context: BuildContext, case: Case) -> tuple[FactorAdvice, ...]:
    placing = next((q.id for q in context.knowledge.questions.values() if q.kind == "placing"), "")
    placed = case.answers.get(placing, {})
    own = placed if isinstance(placed, dict) else {}
    return tuple(
        FactorAdvice(
            id=factor.id,
            title=factor.title,
            stage=context.stages.get(factor.id, "unknown"),
            placed=own.get(factor.id),
            firings=(f"stage:{factor.id}",) if factor.id in context.stages else (),
        )
        for factor in context.knowledge.of_kind("factor")
    )


def _findings(context: BuildContext) -> tuple[FindingAdvice, ...]:
    found: dict[str, list[str]] = {}
    for fired in context.firings:
        if fired.concludes and fired.concludes.kind == "finding" and fired.concludes.value == PRESENT:
            found.setdefault(fired.concludes.id, []).append(fired.id)
    in_order = sorted(found, key=context.knowledge.positions.__getitem__)
    return tuple(_finding(id_, found[id_], context.knowledge) for id_ in in_order)


def _finding(id_: str, firings: Sequence[str], knowledge: KnowledgeBase) -> FindingAdvice:
    entry = knowledge.entry(id_)
    tone = getattr(entry, "tone", "trouble")
    return FindingAdvice(id_, knowledge.kind(id_), entry.title, tone, tuple(firings))


def _patterns(firings: Sequence[Fired], knowledge: KnowledgeBase) -> tuple[PatternAdvice, ...]:
    named: list[PatternAdvice] = []
    for fired in firings:
        fact = fired.concludes
        if fact is None or fact.kind != "pattern" or is_absence(fact):
            continue
        signs = {
            said: tuple(f.id for f in fired.because_of if f.value == said) for said in ("for", "against")
        }
        title = knowledge.entry(fact.id).title
        named.append(PatternAdvice(fact.id, title, fact.value, signs["for"], signs["against"]))  # type: ignore[arg-type]
    places = knowledge.positions
    named.sort(key=lambda p: (p.fit != "likely", places[p.id]))  # the file has what drives the rest first
    return tuple(named)
