"""What can be said to the questions of a knowledge base, and which question asks what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import Condition, leaves
from advisor.knowledge.facts import OUTCOMES, Thing
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.base import Part, QuestionKind
from advisor.knowledge.question_kinds.table import kind_of


class Asked(NamedTuple):
    """A part of a question."""

    question: Question
    kind: QuestionKind
    part: Part


class Headed(NamedTuple):
    """Questions that stand under one heading; where they have none, it is empty."""

    heading: str
    questions: tuple[Question, ...]


def under_headings(knowledge: KnowledgeBase) -> list[Headed]:
    """Return all questions in their order, broken up where a heading stands."""
    found: list[tuple[str, list[Question]]] = []
    for question in knowledge.questions.values():
        if question.heading or not found:
            found.append((question.heading or "", []))
        found[-1][1].append(question)
    return [Headed(heading, tuple(questions)) for heading, questions in found]


def parts_of(knowledge: KnowledgeBase, question: str) -> tuple[Part, ...]:
    """Return what can be answered one by one; take it from the knowledge base's memo."""
    entry = knowledge.questions[question]
    return kind_of(entry).parts(entry, knowledge)


def asking_for_alerts(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the questions that ask for an alert; take it from what the knowledge base works out once."""
    return frozenset(alert.question for alert in knowledge.of_kind("alert"))


def asked_things(knowledge: KnowledgeBase) -> dict[Thing, Asked]:
    """Return what asks for each thing that a case can give facts about; made once."""
    return knowledge.once(_asked_things)


def _asked_things(knowledge: KnowledgeBase) -> dict[Thing, Asked]:
    return {
        part.thing: Asked(question, kind_of(question), part)
        for question in knowledge.questions.values()
        for part in knowledge.memo(parts_of)[question.id]
    }


def question_named(name: str, knowledge: KnowledgeBase) -> Question | None:
    """Return the question that a name in an edit means: its id, or what its kind is called."""
    for question in knowledge.questions.values():
        if kind_of(question).alias == name:
            return question
    return knowledge.questions.get(name)


def values_of_answers(knowledge: KnowledgeBase) -> dict[Thing, tuple[str, ...]]:
    """Return which values an answer, item, placing or what was tried may have, by its kind and id.

    What was tried comes last, whether or not a question asks for it: a case tells of it anyway.
    """
    values = {
        part.thing: part.values
        for question in knowledge.questions.values()
        if not kind_of(question).in_actions
        for part in knowledge.memo(parts_of)[question.id]
    }
    return values | {("tried", id_): OUTCOMES for id_ in knowledge.ids_of("intervention")}


def questions_behind(condition: Condition, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the question of each answer that a condition looks at itself, in the order of the text."""
    asked = asked_things(knowledge)
    for leaf in leaves(condition):
        if leaf.thing in asked:
            yield asked[leaf.thing].question.id
