"""Which questions make no sense in a case: other answers say that there is nothing to ask about."""

from __future__ import annotations

from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.inference.network import Test, positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase


def senseless(case: Case, knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the ids of the questions whose `asked_unless` is true in a case; unknown is never true.

    They are not asked. An answer that is there all the same counts as any other.
    """
    tests = knowledge.once(_tests)
    if not tests:
        return frozenset()
    known = frozenset(initial_facts(case, knowledge))
    return frozenset(id_ for id_, test in tests.items() if holds(test, known))


def _tests(knowledge: KnowledgeBase) -> dict[str, Test]:
    return {
        question.id: positive(question.asked_unless, knowledge)
        for question in knowledge.questions.values()
        if question.asked_unless is not None
    }
