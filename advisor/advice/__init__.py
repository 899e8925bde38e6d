"""Advice: firings gathered, weighed against each other, put in order and planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advice.beside import Beside as Beside
    from advisor.advice.brief_model import (
        Brief as Brief,
        BriefFactor as BriefFactor,
        BriefHeldBack as BriefHeldBack,
        BriefKnowledge as BriefKnowledge,
        BriefLater as BriefLater,
        BriefQuestion as BriefQuestion,
        BriefSituation as BriefSituation,
        BriefStep as BriefStep,
    )
    from advisor.advice.knowledge_ref import (
        Alteration as Alteration,
        Extended as Extended,
        KnowledgeRef as KnowledgeRef,
    )
    from advisor.advice.last_time import Since as Since
    from advisor.advice.meeting import meeting_for as meeting_for
    from advisor.advice.model import Advice as Advice
    from advisor.advice.naming import named as named
    from advisor.advice.parts import (
        AlertAdvice as AlertAdvice,
        FactorAdvice as FactorAdvice,
        FindingAdvice as FindingAdvice,
        InterventionAdvice as InterventionAdvice,
        OwnWords as OwnWords,
        PatternAdvice as PatternAdvice,
        Recommendation as Recommendation,
        ToAsk as ToAsk,
        Withheld as Withheld,
    )
    from advisor.advice.planned import Call as Call, Leading as Leading, Step as Step
    from advisor.advice.reasoner import Consultation as Consultation, Reasoner as Reasoner
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "beside": "Beside",
            "brief_model": (
                "Brief BriefFactor BriefHeldBack BriefKnowledge BriefLater BriefQuestion "
                "BriefSituation BriefStep"
            ),
            "knowledge_ref": "Alteration Extended KnowledgeRef",
            "last_time": "Since",
            "meeting": "meeting_for",
            "model": "Advice",
            "naming": "named",
            "parts": (
                "AlertAdvice FactorAdvice FindingAdvice InterventionAdvice OwnWords "
                "PatternAdvice Recommendation ToAsk Withheld"
            ),
            "planned": "Call Leading Step",
            "reasoner": "Consultation Reasoner",
        },
    )
