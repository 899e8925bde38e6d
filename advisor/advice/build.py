"""From firings to advice: what each of its parts is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from advisor._kept import kept
from advisor._language import speaking, spoken
from advisor.advice.alerts import alerts
from advisor.advice.beside import Beside
from advisor.advice.context import BuildContext
from advisor.advice.knowledge_ref import Alteration, Extended, KnowledgeRef
from advisor.advice.leading import Called, calls, leading
from advisor.advice.model import (
    ADVICE_SCHEMA_VERSION,
    Advice,
    AlertAdvice,
    FactorAdvice,
    FindingAdvice,
    OwnWords,
    PatternAdvice,
    Recommendation,
    ToAsk,
    Withheld,
    advice_type,
)
from advisor.advice.open_questions import to_ask
from advisor.advice.plan import Plan, plan
from advisor.advice.planned import Leading, Step
from advisor.advice.recommend import interventions, recommendations, withheld
from advisor.advice.said import Said
from advisor.advice.trouble import tells_of_trouble
from advisor.cases.case import Case
from advisor.cases.questions import has_note
from advisor.inference.firing import Firing
from advisor.inference.trace import Trace
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import BESIDE_KINDS, Fact
from advisor.knowledge.questions import asked_things
from advisor.knowledge.terms import StageOrUnknown, Sure, Tone


def advice_from(
    firings: Sequence[Firing], given: Sequence[Fact], case: Case, knowledge: KnowledgeBase, engine: str
) -> Advice:
    """Return the advice that the firings of a case amount to; `given` are its facts.

    They are those that the case gives, and those that were given beside it. Each part is worked out when it
    is first looked at, in the language of now.
    """
    context = BuildContext(firings, given, case, knowledge)
    return advice_type(knowledge.kinds).made_of(Build(context, engine))


class Build:
    """The parts of one advice, called as the fields of `Advice`: worked out when they are first wanted."""

    schema_version = ADVICE_SCHEMA_VERSION
    since = None  # what became of last time is found out by whoever knows of a last time

    def __init__(self, context: BuildContext, engine: str) -> None:
        self.engine = engine
        self._context, self._knowledge = context, context.knowledge
        self._language = spoken()

    def part(self, name: str) -> Any:
        """Return the part that is the field `name`, in the language in which the advice was asked for."""
        with speaking(self._language):
            for kind in self._knowledge.kinds.advisable:
                if self._knowledge.kinds[kind].field == name:
                    return self._advised[kind]
            return getattr(self, name)

    @property
    def knowledge(self) -> KnowledgeRef:
        """What was asked."""
        return _knowledge_ref(self._knowledge)

    @property
    def case(self) -> dict[str, Any]:
        """What the leader said."""
        return self._context.case.as_dict()

    @property
    def beside(self) -> tuple[Beside, ...]:
        """What was given beside the case."""
        return tuple(Beside(*fact) for fact in self._context.given if fact.kind in BESIDE_KINDS)

    @kept
    def alerts(self) -> tuple[AlertAdvice, ...]:
        return alerts(self._context)

    @property
    def factors(self) -> tuple[FactorAdvice, ...]:
        return _factors(self._context)

    @kept
    def findings(self) -> tuple[FindingAdvice, ...]:
        return _findings(self._context)

    @property
    def patterns(self) -> tuple[PatternAdvice, ...]:
        return tuple(self._context.patterns)

    @kept
    def _advised(self) -> dict[str, tuple[Recommendation, ...]]:
        """What is advised of each kind, best first, in the order of an advice."""
        return _advised(self._context)

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        return withheld(self._context)

    @kept
    def _called(self) -> Sequence[Called]:
        """What the leading situation calls for."""
        return calls(self._context, self._advised)

    @kept
    def _planned(self) -> Plan:
        context = self._context
        is_trouble = tells_of_trouble(context.case, self.findings, context.patterns, self._knowledge)
        return plan(self._advised, self._called, is_trouble, context, is_alerted=bool(self.alerts))

    @property
    def plan(self) -> tuple[Step, ...]:
        return self._planned.steps

    @property
    def leading(self) -> Leading | None:
        begun = {step.id for step in self.plan if step.when == "first"}
        return leading(self._context.patterns, self._called, begun, self._context)

    @property
    def nothing_first(self) -> str:
        return self._planned.nothing_first

    @property
    def to_ask(self) -> tuple[ToAsk, ...]:
        context = self._context
        return to_ask(context.case, context.given, context.patterns, self._knowledge)

    @property
    def notes(self) -> tuple[OwnWords, ...]:
        return _notes(self._context.case, self._knowledge)

    @property
    def said(self) -> dict[str, tuple[str, ...]]:
        return _said(self._context)

    @property
    def firings(self) -> Trace:
        context = self._context
        return Trace([*map(context.wording.firing, context.firings), *context.derived])


def _advised(context: BuildContext) -> dict[str, Any]:
    """Return what is advised of each kind, best first, in the order of an advice."""
    kinds = context.knowledge.kinds.advisable
    advised: dict[str, tuple[Recommendation, ...]] = {
        kind: recommendations(kind, context) for kind in kinds if kind != "intervention"
    }
    advised["intervention"] = interventions(context, advised["technique"])
    return {kind: advised[kind] for kind in kinds}


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


def _factors(context: BuildContext) -> tuple[FactorAdvice, ...]:
    asked = asked_things(context.knowledge)

    def placed(factor: str) -> str | None:
        found = asked.get(("placed", factor))
        answer = context.case.answers.get(found.question.id) if found else None
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


def _notes(case: Case, knowledge: KnowledgeBase) -> tuple[OwnWords, ...]:
    """Return her own words in the order of the questionnaire; blank ones say nothing."""
    noted = (question for question in knowledge.questions.values() if has_note(question.id, case))
    return tuple(OwnWords(asked.id, asked.prompt, case.notes[asked.id]) for asked in noted)


def _said(context: BuildContext) -> dict[str, tuple[str, ...]]:
    """Return for each sign that was weighed the answers that it rests on, in her words."""
    said = Said(context.firings, context.concluding, context.knowledge)
    signs = (sign.id for firing in context.derived for sign in firing.support if sign.kind == "sign")
    return {id_: said.words(id_) for id_ in dict.fromkeys(signs)}  # a stage and its sureness share theirs


def _findings(context: BuildContext) -> tuple[FindingAdvice, ...]:
    found = context.ids_concluding("finding")
    in_order = sorted(found, key=context.knowledge.positions.__getitem__)
    return tuple(_finding(id_, found[id_], context.knowledge) for id_ in in_order)


def _finding(id_: str, firings: tuple[str, ...], knowledge: KnowledgeBase) -> FindingAdvice:
    entry = knowledge.entry(id_)
    tone: Tone = getattr(entry, "tone", "trouble")
    return FindingAdvice(id_, knowledge.kind(id_), entry.title, tone, firings)
