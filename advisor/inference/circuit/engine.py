"""The evaluator as an engine: the same firings as `inference.experta_engine` gives, without experta."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.inference.circuit.evaluator import CircuitRule, Evaluation, evaluator_for
from advisor.inference.firing import Fired
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact


class ColumnarEngine:
    """Infers with the evaluator; holds no state of a case, so any number of threads may share one."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._evaluator = evaluator_for(knowledge)

    def infer(self, facts: Iterable[Fact]) -> list[Fired]:
        """Return the firings for the facts of a case, in the order of their layers."""
        state = self._evaluator.evaluate(dict.fromkeys(facts, 1))
        return [
            fired for step in self._evaluator.steps if state.at(step.fires) for fired in _fired(step, state)
        ]


def _fired(step: CircuitRule, state: Evaluation) -> Iterator[Fired]:
    if step.test is not None:
        seen = tuple(dict.fromkeys(state.support(step.test)))
        yield Fired(step.id, step.rule, step.concludes[0][0] if step.concludes else None, seen)
        return
    signs = tuple(Fact("sign", sign.id, sign.says) for sign in step.signs if state.at(sign.fires))
    yield from (Fired(step.id, None, fact, signs) for fact, gate in step.concludes if state.at(gate))
