"""The evaluator as an engine: the firings of one case, as `advisor.inference` gives them, without experta."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.evaluation import Evaluation, Evaluator, Step, holds, outside
from advisor.facts import ABSENT, Fact
from advisor.fired import Fired
from advisor.knowledge_base import KnowledgeBase
from advisor.network import Seek, Test
from advisor.rules import Signs, Speaks


class ColumnarEngine:
    """Infers with the evaluator; holds no state of a case, so any number of threads may share one."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._evaluator = Evaluator(knowledge)

    def infer(self, facts: Iterable[Fact]) -> list[Fired]:
        """Return the firings for the facts of a case, in the order of their layers."""
        state = self._evaluator.evaluate(dict.fromkeys(facts, True))
        fired: list[Fired] = []
        for step in self._evaluator.steps:
            if step.test is not None and state.fires[step.id]:
                seen = tuple(dict.fromkeys(_support(step.test, state)))
                fired.append(Fired(step.id, step.rule, step.concludes, seen))
            elif step.weighs is not None:
                fired += _weighed(step, state, fired)
        return fired


def _support(test: Test, state: Evaluation) -> Iterator[Fact]:
    """Yield the facts that make a test hold, in the order of the rule."""
    if isinstance(test, Seek):
        yield from (fact for fact in test.facts if state.known.get(fact))
        return
    apart = outside(test) if test.share is not None else []
    yield from (fact for fact in apart if state.known.get(fact))
    for member in test.members:
        if holds(member, state.known):
            yield from (fact for fact in _support(member, state) if fact not in apart)


def _weighed(step: Step, state: Evaluation, fired: list[Fired]) -> Iterator[Fired]:
    """Yield the firing of a weighing, if it came to anything."""
    assert step.weighs is not None
    kind, id_ = step.weighs
    known = [
        fact
        for fact, where in state.known.items()
        if where and fact[:2] == (kind, id_) and fact.value != ABSENT
    ]
    signs = tuple(_signs(kind, id_, fired))
    yield from (Fired(step.id, None, fact, signs) for fact in known)


def _signs(kind: str, id_: str, fired: list[Fired]) -> Iterator[Fact]:
    for each in fired:
        then = each.rule.then if each.rule else None
        if kind == "stage" and isinstance(then, Signs) and then.sign == id_:
            yield Fact("sign", each.id, then.stage)
        elif kind == "pattern" and isinstance(then, Speaks) and then.pattern == id_:
            yield Fact("sign", each.id, then.speaks)
