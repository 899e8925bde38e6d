"""What can be said to the questions of a knowledge base."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AnswerIs, Condition, ItemIs, PlacedAt, WasTried, leaves
from advisor.knowledge.entries import NOT_APPLICABLE, STAGES
from advisor.knowledge.facts import OUTCOMES


def values_of_answers(knowledge: KnowledgeBase) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which values an answer, item, placing or what was tried may have, by its kind and id."""
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for question in knowledge.questions.values():
        if question.kind == "choice":
            values["answer", question.id] = (*(option.id for option in question.options), NOT_APPLICABLE)
        for row in question.items:
            values["item", f"{question.id}.{row.id}"] = ("yes", "no", NOT_APPLICABLE)
        for row in question.rows:
            values["placed", row.id] = (*STAGES, NOT_APPLICABLE)
    for id_ in knowledge.ids_of("intervention"):
        values["tried", id_] = OUTCOMES
    return values


def questions_behind(condition: Condition, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the question of each answer that a condition looks at itself, in the order of the text."""
    of_kind = {question.kind: question.id for question in knowledge.questions.values()}
    for leaf in leaves(condition):
        match leaf:
            case AnswerIs():
                yield leaf.answer
            case ItemIs():
                yield leaf.item.partition(".")[0]
            case PlacedAt():
                yield of_kind.get("placing", "")
            case WasTried():
                yield of_kind.get("actions", "")
