"""From firings to advice: one pass that gathers, orders and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from advisor.advice.alerts import alerts
from advisor.advice.beside import Beside
from advisor.advice.context import BuildContext
from advisor.advice.grounds import Grounds
from advisor.advice.knowledge_ref import Alteration, Extended, KnowledgeRef
from advisor.advice.leading import calls, in_order, leading, leading_facts
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
from advisor.advice.said import Said
from advisor.advice.support import gather
from advisor.advice.trouble import tells_of_trouble
from advisor.cases.case import Case
from advisor.cases.questions import has_note
from advisor.inference.firing import Concluding, Firing, by_conclusion
from advisor.inference.trace import Trace
from advisor.inference.weighing import rests_on_placing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import BESIDE_KINDS, Fact, is_absence
from advisor.knowledge.questions import asked_things
from advisor.knowledge.rules import Rule
from advisor.knowledge.terms import StageOrUnknown, Sure, Tone


def advice_from(
    firings: Sequence[Firing], given: Sequence[Fact], case: Case, knowledge: KnowledgeBase, engine: str
) -> Advice:
    """Return the advice that the firings of a case amount to; `given` are its facts.

    They are those that the case gives, and those that were given beside it.
    """
    rules, derived = _in_order(firings, knowledge)
    concluding = by_conclusion([*rules, *derived])
    wording = Wording(knowledge, {*given, *concluding}, concluding)
    rules = [wording.firing(firing) for firing in rules]
    patterns = _patterns(derived, knowledge, wording)
    leads, grounds = leading_facts(patterns, knowledge), Grounds(firings, concluding)
    context = _context(firings, rules, derived, leads, wording, grounds, case, knowledge)
    advised = _advised(context)
    findings, called = _findings(context), calls(context, advised)
    raised = alerts(context)
    is_trouble = tells_of_trouble(case, findings, patterns, knowledge)
    planned = plan(advised, called, is_trouble, context, is_alerted=bool(raised))
    begun = {step.id for step in planned.steps if step.when == "first"}
    return advice_type(knowledge.kinds)(
        schema_version=ADVICE_SCHEMA_VERSION,
        knowledge=_knowledge_ref(knowledge),
        engine=engine,
        case=case.as_dict(),
        beside=tuple(Beside(*fact) for fact in given if fact.kind in BESIDE_KINDS),
        alerts=raised,
        factors=_factors(context, case),
        findings=findings,
        patterns=tuple(patterns),
        **{knowledge.kinds[kind].field: items for kind, items in advised.items()},
        withheld=withheld(context),
        plan=planned.steps,
        leading=leading(patterns, called, begun, context),
        nothing_first=planned.nothing_first,
        to_ask=to_ask(case, given, patterns, knowledge),
        notes=_notes(case, knowledge),
        said=_said(rules, derived, concluding, knowledge),
        firings=Trace([*rules, *derived]),
    )


def _context(
    firings: Sequence[Firing],
    rules: list[Firing],
    derived: Sequence[Firing],
    leading: Sequence[Fact],
    wording: Wording,
    grounds: Grounds,
    case: Case,
    knowledge: KnowledgeBase,
) -> BuildContext:
    """Return what every part of an advice looks at; of all firings `rules` are in order and in words."""
    concluded = [firing.concludes for firing in derived]
    stages = {fact.id: fact.value for fact in concluded if fact.kind == "stage"}
    sure = {fact.id: fact.value.rpartition("-")[2] for fact in concluded if fact.kind == "sure"}
    return BuildContext(
        knowledge,
        rules,
        gather(rules, knowledge),
        stages,
        sure,
        _own_views(derived, knowledge),
        factors_reached(firings, knowledge),
        leading,
        wording,
        grounds,
        case.answers,
    )


def _advised(context: BuildContext) -> dict[str, Any]:
    """Return what is advised of each kind, best first, in the order of an advice."""
    kinds = context.knowledge.kinds.advisable
    advised: dict[str, tuple[Recommendation, ...]] = {
        kind: recommendations(kind, context) for kind in kinds if kind != "intervention"
    }
    advised["intervention"] = interventions(context, advised["technique"])
    return {kind: advised[kind] for kind in kinds}


def _in_order(firings: Sequence[Firing], knowledge: KnowledgeBase) -> tuple[list[Firing], list[Firing]]:
    """Return the firings of rules, in the order of the knowledge base, and the derived ones, by their ids."""
    rules: dict[str, Firing] = {}
    derived: dict[str, Firing] = {}
    for firing in firings:
        (derived if firing.justification.basis == "derived" else rules)[firing.id] = firing
    in_order = sorted(rules, key=knowledge.positions.__getitem__), sorted(derived)
    return [rules[id_] for id_ in in_order[0]], [derived[id_] for id_ in in_order[1]]


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
        return answer.get(factor) if isinstance(answer, Mapping) else None

    return tuple(
        FactorAdvice(
            id=factor.id,
            title=factor.title,
            stage=cast(StageOrUnknown, context.stages.get(factor.id, "unknown")),
            placed=placed(factor.id),
            sure=cast(Sure | None, context.sure.get(factor.id)),
            own_view=factor.id in context.own_views,
            firings=(f"stage:{factor.id}", f"sure:{factor.id}") if factor.id in context.stages else (),
        )
        for factor in context.knowledge.of_kind("factor")
    )


def _own_views(derived: Sequence[Firing], knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the factors of which the leader's own placing is all that says where they stand."""
    stages = (firing for firing in derived if firing.concludes.kind == "stage")
    placing = knowledge.memo(_rests_on_placing)
    return frozenset(
        firing.concludes.id for firing in stages if all(placing[sign.id] for sign in firing.support)
    )


def _rests_on_placing(knowledge: KnowledgeBase, rule: str) -> bool:
    return rests_on_placing(knowledge.entry(rule, Rule))


def _notes(case: Case, knowledge: KnowledgeBase) -> tuple[OwnWords, ...]:
    """Return her own words in the order of the questionnaire; blank ones say nothing."""
    noted = (question for question in knowledge.questions.values() if has_note(question.id, case))
    return tuple(OwnWords(asked.id, asked.prompt, case.notes[asked.id]) for asked in noted)


def _said(
    rules: Sequence[Firing], derived: Sequence[Firing], concluding: Concluding, knowledge: KnowledgeBase
) -> dict[str, tuple[str, ...]]:
    """Return for each sign that was weighed the answers that it rests on, in her words."""
    said = Said(rules, concluding, knowledge)
    signs = (sign.id for firing in derived for sign in firing.support if sign.kind == "sign")
    return {id_: said.words(id_) for id_ in dict.fromkeys(signs)}  # a stage and its sureness share theirs


def _findings(context: BuildContext) -> tuple[FindingAdvice, ...]:
    found: dict[str, list[str]] = {}
    for firing in context.firings:
        if firing.concludes.kind == "finding":
            found.setdefault(firing.concludes.id, []).append(firing.id)
    in_order = sorted(found, key=context.knowledge.positions.__getitem__)
    return tuple(_finding(id_, found[id_], context.knowledge) for id_ in in_order)


def _finding(id_: str, firings: Sequence[str], knowledge: KnowledgeBase) -> FindingAdvice:
    entry = knowledge.entry(id_)
    tone: Tone = getattr(entry, "tone", "trouble")
    return FindingAdvice(id_, knowledge.kind(id_), entry.title, tone, tuple(firings))


def _patterns(firings: Sequence[Firing], knowledge: KnowledgeBase, wording: Wording) -> list[PatternAdvice]:
    named: list[PatternAdvice] = []
    for firing in firings:
        fact = firing.concludes
        if fact.kind != "pattern" or is_absence(fact):
            continue
        signs = {said: tuple(f.id for f in firing.support if f.value == said) for said in ("for", "against")}
        entry = wording.entry(fact.id)
        fit: Fit = "likely" if fact.value == "likely" else "possible"
        text = entry.text if fit == "likely" else wording.question(fact.id)
        told = {"text": text, "calls_for": entry.calls_for, "makes_worse": entry.makes_worse}
        named.append(PatternAdvice(fact.id, entry.title, fit, signs["for"], signs["against"], **told))
    return in_order(named, knowledge)
