"""From firings to advice: one pass that gathers, orders and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from advisor.advice import (
    ADVICE_SCHEMA_VERSION,
    Advice,
    FactorAdvice,
    FactRef,
    FindingAdvice,
    Firing,
    InterventionAdvice,
    KnowledgeRef,
    PatternAdvice,
    Recommendation,
    SourceRef,
    Withheld,
)
from advisor.asking import to_ask
from advisor.case import Case
from advisor.entries import Source
from advisor.facts import PRESENT, Fact, is_absence
from advisor.inference import Fired
from advisor.knowledge_base import ADVISABLE_KINDS, KnowledgeBase
from advisor.ordering import Ranked, ranked
from advisor.planning import plan
from advisor.reasons import Chains, Reasons, gather
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


@dataclass(slots=True)
class _Told:
    """What is known of one case while its advice is put together."""

    knowledge: KnowledgeBase
    firings: Sequence[Fired]
    chains: Chains
    reasons: dict[str, Reasons]
    stages: dict[str, str]
    leading: list[str]  # the likely patterns, what drives the rest first


def advice_from(firings: Sequence[Fired], case: Case, knowledge: KnowledgeBase, engine: str) -> Advice:
    """Return the advice that the firings of a case amount to."""
    in_order = sorted(firings, key=lambda fired: _place(fired, knowledge))
    stages = {
        f.concludes.id: f.concludes.value for f in in_order if f.concludes and f.concludes.kind == "stage"
    }
    chains = Chains.of(in_order)
    told = _Told(knowledge, in_order, chains, gather(in_order, knowledge), stages, [])
    patterns = _patterns(told)
    told.leading += [pattern.id for pattern in patterns if pattern.fit == "likely"]
    listed = {kind: _recommendations(kind, told) for kind in ADVISABLE_KINDS if kind != "intervention"}
    interventions = _interventions(told, listed["technique"], case)
    nourishing = [*listed["process"], *listed["tool"]]
    return Advice(
        schema_version=ADVICE_SCHEMA_VERSION,
        knowledge=KnowledgeRef(knowledge.name, knowledge.version, knowledge.digest),
        engine=engine,
        case=case.as_dict(),
        factors=_factors(told, case),
        findings=_findings(told),
        patterns=patterns,
        interventions=interventions,
        techniques=listed["technique"],
        shifts=listed["shift"],
        preconditions=listed["precondition"],
        reminders=listed["reminder"],
        processes=listed["process"],
        borderlands=listed["borderland"],
        tools=listed["tool"],
        withheld=_withheld(told),
        plan=plan(interventions, listed["shift"], listed["precondition"], nourishing, knowledge),
        to_ask=to_ask(case, patterns, knowledge),
        firings=tuple(_firing(fired, told) for fired in in_order),
    )


def _place(fired: Fired, knowledge: KnowledgeBase) -> tuple[int, str]:
    """Return the place of a firing: the rule's in the knowledge base, derived ones behind."""
    return (knowledge.positions[fired.id] if fired.rule else len(knowledge.positions), fired.id)


def _factors(told: _Told, case: Case) -> tuple[FactorAdvice, ...]:
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


def _findings(told: _Told) -> tuple[FindingAdvice, ...]:
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


def _patterns(told: _Told) -> tuple[PatternAdvice, ...]:
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


def _recommendations(kind: str, told: _Told) -> tuple[Recommendation, ...]:
    return tuple(
        Recommendation(**_common(kind, number, item, told))
        for number, item in enumerate(ranked(kind, told.reasons, told.stages, told.chains, told.knowledge), 1)
    )


def _common(kind: str, rank: int, item: Ranked, told: _Told) -> dict[str, Any]:
    entry = told.knowledge.entry(item.id)
    strong, moderate, slight = item.reasons.counts()
    return {
        "id": item.id,
        "kind": kind,
        "title": entry.title,
        "rank": rank,
        "strong": strong,
        "moderate": moderate,
        "slight": slight,
        "reason": _reason(item.reasons.supports, told).id,
        "firings": tuple(fired.id for fired in item.reasons.supports),
        "cautions": tuple(fired.id for fired in item.reasons.cautions),
        "factor": getattr(entry, "factor", None),
    }


def _reason(supports: Sequence[Fired], told: _Told) -> Fired:
    """Return the reason to tell first: of the leading pattern if there is one, else the strongest."""

    def rank(fired: Fired) -> int:
        named = [
            told.leading.index(f.id) for f in fired.because_of if f.kind == "pattern" and f.id in told.leading
        ]
        return min(named, default=len(told.leading))

    return min(supports, key=rank)


def _interventions(
    told: _Told, techniques: Sequence[Recommendation], case: Case
) -> tuple[InterventionAdvice, ...]:
    advised: list[InterventionAdvice] = []
    items = ranked("intervention", told.reasons, told.stages, told.chains, told.knowledge)
    for rank, item in enumerate(items, 1):
        entry = told.knowledge.entry(item.id)
        ways = [t for t in techniques if item.id in told.knowledge.entry(t.id).interventions]
        helper = item.reasons.helpers[0][0] if item.reasons.helpers else None
        waits = [fired.id for first, fired in item.reasons.waits if first in item.after]
        help_ = [fired.id for _, fired in item.reasons.helpers]
        common = _common("intervention", rank, item, told)
        common["cautions"] = (*common["cautions"], *waits, *help_)
        advised.append(
            InterventionAdvice(
                **common,
                readiness="after" if item.after else "needs-help" if helper else "now",
                after=item.after,
                led_by=told.knowledge.entry(helper).title if helper else entry.lead.who,
                techniques=tuple(technique.id for technique in ways),
                first_step=_first_step(item.id, helper, ways, case, told),
            )
        )
    return tuple(advised)


def _first_step(id_: str, helper: str | None, ways: Sequence[Recommendation], case: Case, told: _Told) -> str:
    """Return how to begin: win the helper if one must lead, else the fitting technique, else as always."""
    if helper is not None:
        entry = told.knowledge.entry(helper)
        question, _, item = (entry.item or "").partition(".")
        said = case.answers.get(question)
        missing = isinstance(said, dict) and said.get(item) == "no"
        text: str = entry.without if missing else entry.ask
        return text
    if ways and (ways[0].strong or ways[0].moderate):
        technique = told.knowledge.entry(ways[0].id)
        return f"{technique.title}. {technique.how}"
    step: str = told.knowledge.entry(id_).first_step
    return step


def _withheld(told: _Told) -> tuple[Withheld, ...]:
    """Return what would be advised, were it not for a reason against it."""
    places = told.knowledge.positions
    both = [id_ for id_, reasons in told.reasons.items() if reasons.supports and reasons.withholds]
    return tuple(
        Withheld(
            id=id_,
            kind=told.knowledge.kind(id_),
            title=told.knowledge.entry(id_).title,
            firings=tuple(fired.id for fired in told.reasons[id_].withholds),
        )
        for id_ in sorted(both, key=places.__getitem__)
    )


def _firing(fired: Fired, told: _Told) -> Firing:
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


def _fact_ref(fact: Fact, told: _Told, concluding: bool = False) -> FactRef:
    behind = () if concluding else tuple(told.chains.behind(fact))
    return FactRef(fact.kind, fact.id, fact.value, behind)


def _source(source: Source, knowledge: KnowledgeBase) -> SourceRef:
    return SourceRef(source.work, knowledge.works[source.work].title, source.at, source.page)
