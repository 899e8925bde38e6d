"""Advice: firings gathered, weighed against each other, put in order and planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advice.model import Advice as Advice
    from advisor.advice.reasoner import Consultation as Consultation, Reasoner as Reasoner
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "model": "Advice",
            "reasoner": "Consultation Reasoner",
        },
    )
