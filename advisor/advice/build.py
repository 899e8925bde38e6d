"""From firings to advice: one pass that gathers, orders and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor.advice.context import BuildContext
from advisor.advice.knowledge_ref import Alteration, Extended, KnowledgeRef
from advisor.advice.model import (
    ADVICE_SCHEMA_VERSION,
    Advice,
    FactorAdvice,
    FindingAdvice,
    Fit,
    OwnWords,
    PatternAdvice,
    Recommendation,
    advice_type,
)
from advisor.advice.open_questions import to_ask
from advisor.advice.order import factors_reached
from advisor.advice.plan import plan
from advisor.advice.recommend import interventions, recommendations, withheld
from advisor.advice.support import gather
from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.cases.questions import has_note
from advisor.inference.firing import Firing
from advisor.inference.trace import Trace
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, is_absence
from advisor.knowledge.questions import asked_things


def advice_from(firings: Sequence[Firing], case: Case, knowledge: KnowledgeBase, engine: str) -> Advice:
    """Return the advice that the firings of a case amount to."""
    concluded = [firing.concludes for firing in firings]
    given = initial_facts(case, knowledge)
    wording = Wording(knowledge, {*given, *concluded})
    rules, derived = _in_order(firings, knowledge)
    rules = [wording.firing(firing) for firing in rules]
    stages = {fact.id: fact.value for fact in concluded if fact.kind == "stage"}
    patterns = _patterns(derived, knowledge, wording)
    leading = [Fact("pattern", pattern.id, "likely") for pattern in patterns if pattern.fit == "likely"]
    reached = factors_reached(firings, knowledge)
    context = BuildContext(knowledge, rules, gather(rules, knowledge), stages, reached, leading, wording)
    advised = _advised(context, case)
    return advice_type(knowledge.kinds)(
        schema_version=ADVICE_SCHEMA_VERSION,
        knowledge=_knowledge_ref(knowledge),
        engine=engine,
        case=case.as_dict(),
        factors=_factors(context, case),
        findings=_findings(context),
        patterns=patterns,
        **{knowledge.kinds[kind].field: items for kind, items in advised.items()},
        withheld=withheld(context),
        plan=plan(advised, wording, knowledge),
        to_ask=to_ask(case, given, patterns, knowledge),
        notes=_notes(case, knowledge),
        firings=Trace([*rules, *derived]),
    )


def _advised(context: BuildContext, case: Case) -> dict[str, Any]:
    """Return what is advised of each kind, best first, in the order of an advice."""
    kinds = context.knowledge.kinds.advisable
    advised: dict[str, tuple[Recommendation, ...]] = {
        kind: recommendations(kind, context) for kind in kinds if kind != "intervention"
    }
    advised["intervention"] = interventions(context, advised["technique"], case)
    return {kind: advised[kind] for kind in kinds}


def _in_order(firings: Sequence[Firing], knowledge: KnowledgeBase) -> tuple[list[Firing], list[Firing]]:
    """Return the firings of rules, in the order of the knowledge base, and the derived ones, by their ids."""
    places = knowledge.positions
    rules = [firing for firing in firings if not firing.is_derived]
    derived = [firing for firing in firings if firing.is_derived]
    rules.sort(key=lambda firing: places[firing.id])
    derived.sort(key=lambda firing: firing.id)
    return rules, derived


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
    asked = asked_things(context.knowledge)

    def placed(factor: str) -> str | None:
        found = asked.get(("placed", factor))
        answer = case.answers.get(found.question.id) if found else None
        return answer.get(factor) if isinstance(answer, dict) else None

    return tuple(
        FactorAdvice(
            id=factor.id,
            title=factor.title,
            stage=context.stages.get(factor.id, "unknown"),
            placed=placed(factor.id),
            firings=(f"stage:{factor.id}",) if factor.id in context.stages else (),
        )
        for factor in context.knowledge.of_kind("factor")
    )


def _notes(case: Case, knowledge: KnowledgeBase) -> tuple[OwnWords, ...]:
    """Return her own words in the order of the questionnaire; blank ones say nothing."""
    noted = (question for question in knowledge.questions.values() if has_note(question.id, case))
    return tuple(OwnWords(asked.id, asked.prompt, case.notes[asked.id]) for asked in noted)


def _findings(context: BuildContext) -> tuple[FindingAdvice, ...]:
    found: dict[str, list[str]] = {}
    for firing in context.firings:
        if firing.concludes.kind == "finding":
            found.setdefault(firing.concludes.id, []).append(firing.id)
    in_order = sorted(found, key=context.knowledge.positions.__getitem__)
    return tuple(_finding(id_, found[id_], context.knowledge) for id_ in in_order)


def _finding(id_: str, firings: Sequence[str], knowledge: KnowledgeBase) -> FindingAdvice:
    entry = knowledge.entry(id_)
    tone = getattr(entry, "tone", "trouble")
    return FindingAdvice(id_, knowledge.kind(id_), entry.title, tone, tuple(firings))


def _patterns(
    firings: Sequence[Firing], knowledge: KnowledgeBase, wording: Wording
) -> tuple[PatternAdvice, ...]:
    named: list[PatternAdvice] = []
    for firing in firings:
        fact = firing.concludes
        if fact.kind != "pattern" or is_absence(fact):
            continue
        signs = {said: tuple(f.id for f in firing.support if f.value == said) for said in ("for", "against")}
        entry = wording.entry(fact.id)
        fit: Fit = "likely" if fact.value == "likely" else "possible"
        told = {"text": entry.text, "calls_for": entry.calls_for, "makes_worse": entry.makes_worse}
        named.append(PatternAdvice(fact.id, entry.title, fit, signs["for"], signs["against"], **told))
    places = knowledge.positions
    named.sort(key=lambda p: (p.fit != "likely", places[p.id]))  # the file has what drives the rest first
    return tuple(named)
