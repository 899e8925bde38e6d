"""Which questions make no sense in a case: other answers say that there is nothing to ask about."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.inference.network import Test, positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact


def senseless(given: Iterable[Fact], knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the ids of the questions whose `asked_unless` is true; unknown is never true.

    They are not asked. An answer that is there all the same counts as any other. `given` are the facts that
    a case gives.
    """
    known = frozenset(given)
    return frozenset(id_ for id_, test in knowledge.once(_tests).items() if holds(test, known))


def _tests(knowledge: KnowledgeBase) -> dict[str, Test]:
    return {
        question.id: positive(question.asked_unless, knowledge)
        for question in knowledge.questions.values()
        if question.asked_unless is not None
    }
