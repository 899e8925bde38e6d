"""Which questions of the questionnaire a case leaves open."""

from __future__ import annotations

from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import UNKNOWN
from advisor.knowledge.question_kinds.table import kind_of


def is_open(question_id: str, case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether nothing is known yet of a question."""
    question = knowledge.questions[question_id]
    if kind_of(question).in_actions:
        return not case.actions and question_id not in case.answers
    answer = case.answers.get(question_id, UNKNOWN)
    if isinstance(answer, dict):
        return all(value == UNKNOWN for value in answer.values())
    return answer == UNKNOWN
