"""Answers as the other side would give them: who says 'we' in one seat says 'they' in the other."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Answer


def mirrored(answers: Mapping[str, Answer], knowledge: KnowledgeBase) -> dict[str, Answer]:
    """Return the same answers as they read from the other seat.

    Only questions that have a side read otherwise (`has_sides`); mirrored twice they are what they were.
    """
    return {id_: _turned(answer, _turns(id_, knowledge)) for id_, answer in answers.items()}


def has_sides(question: str, knowledge: KnowledgeBase) -> bool:
    """Return whether a question reads otherwise from the other seat."""
    return bool(_turns(question, knowledge))


def _turns(question: str, knowledge: KnowledgeBase) -> Mapping[str, str]:
    found: Mapping[str, str] = getattr(knowledge.questions[question], "mirror", None) or {}
    return found


def _turned(answer: Answer, turns: Mapping[str, str]) -> Answer:
    """Return an answer with each option, or each item of a list, turned into its counterpart."""
    if isinstance(answer, dict):
        return {turns.get(item, item): said for item, said in answer.items()}
    return turns.get(answer, answer)
