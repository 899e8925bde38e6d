"""The facts that a case gives: what inference starts from."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import UNKNOWN, Question
from advisor.knowledge.facts import Fact


def initial_facts(case: Case, knowledge: KnowledgeBase) -> list[Fact]:
    """Return the facts that a case gives, in the order of the questionnaire."""
    facts = [
        fact
        for question in knowledge.questions.values()
        for fact in _answer_facts(question, case.answers.get(question.id, UNKNOWN))
    ]
    return facts + list(_action_facts(case, knowledge))


def _answer_facts(question: Question, answer: str | dict[str, str]) -> Iterator[Fact]:
    if question.kind == "choice":
        if isinstance(answer, str) and answer != UNKNOWN:
            yield Fact("answer", question.id, answer)
        return
    kind, rows, prefix = (
        ("item", question.items, f"{question.id}.")
        if question.kind == "checklist"
        else ("placed", question.rows, "")
    )
    for row in rows:
        value = answer.get(row.id, UNKNOWN) if isinstance(answer, dict) else answer
        if value != UNKNOWN:
            yield Fact(kind, prefix + row.id, value)


def _action_facts(case: Case, knowledge: KnowledgeBase) -> Iterator[Fact]:
    """Yield the latest outcome of each intervention that was tried; undated actions are the oldest."""
    latest: dict[str, tuple[str, str]] = {}
    for action in case.actions:
        dated = (action.date.isoformat() if action.date else "", action.outcome)
        if action.id not in latest or dated[0] >= latest[action.id][0]:
            latest[action.id] = dated
    for id_ in knowledge.ids_of("intervention"):
        if id_ in latest:
            yield Fact("tried", id_, latest[id_][1])
