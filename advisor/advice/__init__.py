"""Advice: firings gathered, weighed against each other, put in order and planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advice.meeting import meeting_for as meeting_for
    from advisor.advice.model import Advice as Advice
    from advisor.advice.naming import named as named
    from advisor.advice.reasoner import Consultation as Consultation, Reasoner as Reasoner
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "meeting": "meeting_for",
            "model": "Advice",
            "naming": "named",
            "reasoner": "Consultation Reasoner",
        },
    )
