"""Answers as the other side would give them: who says 'we' in one seat says 'they' in the other."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Answer, Question


def mirrored(answers: Mapping[str, Answer], knowledge: KnowledgeBase) -> dict[str, Answer]:
    """Return the same answers as they read from the other seat, without what cannot be told from there.

    Mirrored twice they are what they were, without that: what both seats can tell of.
    """
    turned = ((id_, _turned(answer, knowledge.questions[id_])) for id_, answer in answers.items())
    return {id_: answer for id_, answer in turned if answer is not None}


def has_sides(question: str, knowledge: KnowledgeBase) -> bool:
    """Return whether a question reads otherwise from the other seat, or asks of somebody else there."""
    found = knowledge.questions[question]
    return bool(found.mirror or found.one_sided or found.about == "side")


def _turned(answer: Answer, question: Question) -> Answer | None:
    """Return an answer with each option, or each item of a list, turned round; None if none is left."""
    if question.about == "side":
        return None
    if not isinstance(answer, str):
        kept = {item: said for item, said in answer.items() if item not in question.one_sided}
        return {question.mirror.get(item, item): said for item, said in kept.items()} or None
    return None if answer in question.one_sided else question.mirror.get(answer, answer)
