"""The evaluator as an engine: the same firings as `inference._experta_engine` gives, without experta."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.inference.circuit.evaluator import CircuitRule, Evaluation, Evaluator, evaluator_for
from advisor.inference.firing import Firing, derived, of_rule
from advisor.inference.weighing import looked_at
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact


class ColumnarEngine:
    """Infers with the evaluator; holds no state of a case, so any number of threads may share one."""

    def __init__(self, knowledge: KnowledgeBase, evaluator: Evaluator | None = None) -> None:
        self._evaluator = evaluator or evaluator_for(knowledge)
        self._justified = knowledge.memo(of_rule)

    def infer(self, facts: Iterable[Fact]) -> list[Firing]:
        """Return the firings for the facts of a case, in the order of their layers.

        `facts` are what a case gives, each question's at most one for each thing that can be answered.
        """
        state = self._evaluator.evaluate(dict.fromkeys(facts, 1))
        return self.firings(state, state.firing())

    def firings(self, state: Evaluation, steps: Iterable[CircuitRule]) -> list[Firing]:
        """Return the firings of steps that fire in the one case of which `state` says what holds."""
        found: list[Firing] = []
        for step in steps:
            if step.test is None:
                found += self._weighed(step, state)
            else:
                said = self._justified[step.id] if step.rule else derived(step.concludes[0][0])
                found.append(Firing(step.id, said, state.support(step.test)))
        return found

    def _weighed(self, step: CircuitRule, state: Evaluation) -> Iterator[Firing]:
        """Yield a firing of a weighing for each fact that it concludes."""
        holding = ((sign, sign.weight) for sign in step.signs if state.at(sign.fires))
        signs = tuple(Fact("sign", sign.id, sign.says) for sign in looked_at(holding))
        for fact, gate in step.concludes:
            if state.at(gate):
                yield Firing(f"{fact.kind}:{fact.id}", derived(fact), signs)
