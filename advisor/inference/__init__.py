"""Inference: from facts to firings, by experta and by a circuit that must agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.inference.cache import knowledge_in as knowledge_in
    from advisor.inference.circuit import Evaluator as Evaluator
    from advisor.inference.firing import FactRef as FactRef, Firing as Firing, SourceRef as SourceRef
    from advisor.inference.trace import Trace as Trace
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "cache": "knowledge_in",
            "circuit": "Evaluator",
            "firing": "FactRef Firing SourceRef",
            "trace": "Trace",
        },
    )
