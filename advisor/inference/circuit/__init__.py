"""The circuit: all rules as logical gates, evaluated for one case or a million at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.inference.circuit.bounds import CaseBounds as CaseBounds
    from advisor.inference.circuit.engine import ColumnarEngine as ColumnarEngine
    from advisor.inference.circuit.evaluator import Evaluator as Evaluator, evaluator_for as evaluator_for
    from advisor.inference.circuit.gates import Circuit as Circuit, Program as Program
    from advisor.inference.circuit.ranking import Ranking as Ranking
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "bounds": "CaseBounds",
            "engine": "ColumnarEngine",
            "evaluator": "Evaluator evaluator_for",
            "gates": "Circuit Program",
            "ranking": "Ranking",
        },
    )
