"""From firings to advice: one pass that gathers, orders and names."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.advice import (
    ADVICE_SCHEMA_VERSION,
    Advice,
    FactorAdvice,
    FindingAdvice,
    KnowledgeRef,
    PatternAdvice,
)
from advisor.asking import to_ask
from advisor.case import Case
from advisor.facts import PRESENT, is_absence
from advisor.fired import Fired
from advisor.firing_records import firing_record
from advisor.knowledge_base import ADVISABLE_KINDS, KnowledgeBase
from advisor.planning import plan
from advisor.reasons import Chains, gather
from advisor.recommending import interventions, recommendations, withheld
from advisor.told import Told


def advice_from(firings: Sequence[Fired], case: Case, knowledge: KnowledgeBase, engine: str) -> Advice:
    """Return the advice that the firings of a case amount to."""
    in_order = sorted(firings, key=lambda fired: _place(fired, knowledge))
    stages = {
        f.concludes.id: f.concludes.value for f in in_order if f.concludes and f.concludes.kind == "stage"
    }
    chains = Chains.of(in_order)
    told = Told(knowledge, in_order, chains, gather(in_order, knowledge), stages, [])
    patterns = _patterns(told)
    told.leading += [pattern.id for pattern in patterns if pattern.fit == "likely"]
    listed = {kind: recommendations(kind, told) for kind in ADVISABLE_KINDS if kind != "intervention"}
    advised = interventions(told, listed["technique"], case)
    nourishing = [*listed["process"], *listed["tool"]]
    return Advice(
        schema_version=ADVICE_SCHEMA_VERSION,
        knowledge=KnowledgeRef(knowledge.name, knowledge.version, knowledge.digest),
        engine=engine,
        case=case.as_dict(),
        factors=_factors(told, case),
        findings=_findings(told),
        patterns=patterns,
        interventions=advised,
        techniques=listed["technique"],
        shifts=listed["shift"],
        preconditions=listed["precondition"],
        reminders=listed["reminder"],
        processes=listed["process"],
        borderlands=listed["borderland"],
        tools=listed["tool"],
        withheld=withheld(told),
        plan=plan(advised, listed["shift"], listed["precondition"], nourishing, knowledge),
        to_ask=to_ask(case, patterns, knowledge),
        firings=tuple(firing_record(fired, told) for fired in in_order),
    )


def _place(fired: Fired, knowledge: KnowledgeBase) -> tuple[int, str]:
    """Return the place of a firing: the rule's in the knowledge base, derived ones behind."""
    return (knowledge.positions[fired.id] if fired.rule else len(knowledge.positions), fired.id)


def _factors(told: Told, case: Case) -> tuple[FactorAdvice, ...]:
    placing = next((q.id for q in told.knowledge.questions.values() if q.kind == "placing"), "")
    placed = case.answers.get(placing, {})
    own = placed if isinstance(placed, dict) else {}
    return tuple(
        FactorAdvice(
            id=factor.id,
            title=factor.title,
            stage=told.stages.get(factor.id, "unknown"),
            placed=own.get(factor.id),
            firings=(f"stage:{factor.id}",) if factor.id in told.stages else (),
        )
        for factor in told.knowledge.of_kind("factor")
    )


def _findings(told: Told) -> tuple[FindingAdvice, ...]:
    found: dict[str, list[str]] = {}
    for fired in told.firings:
        if fired.concludes and fired.concludes.kind == "finding" and fired.concludes.value == PRESENT:
            found.setdefault(fired.concludes.id, []).append(fired.id)
    places = told.knowledge.positions
    return tuple(
        FindingAdvice(
            id=id_,
            kind=told.knowledge.kind(id_),
            title=told.knowledge.entry(id_).title,
            tone=getattr(told.knowledge.entry(id_), "tone", "trouble"),
            firings=tuple(found[id_]),
        )
        for id_ in sorted(found, key=places.__getitem__)
    )


def _patterns(told: Told) -> tuple[PatternAdvice, ...]:
    named: list[PatternAdvice] = []
    for fired in told.firings:
        fact = fired.concludes
        if fact is None or fact.kind != "pattern" or is_absence(fact):
            continue
        signs = {
            said: tuple(f.id for f in fired.because_of if f.value == said) for said in ("for", "against")
        }
        title = told.knowledge.entry(fact.id).title
        named.append(PatternAdvice(fact.id, title, fact.value, signs["for"], signs["against"]))  # type: ignore[arg-type]
    places = told.knowledge.positions
    named.sort(key=lambda p: (p.fit != "likely", places[p.id]))  # the file has what drives the rest first
    return tuple(named)
