"""Answers in the words of the questions, and the titles of what is concluded."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import NOT_APPLICABLE, UNKNOWN, Option, Question

WORDS = {UNKNOWN: "I don't know", NOT_APPLICABLE: "does not apply", "yes": "yes", "no": "no"}
OUTCOMES = {
    "helped": "it helped",
    "no-change": "no change",
    "worse": "it got worse",
    "too-early": "too early to say",
}
STAGE_WORDS = {"emerging": "loose", "developing": "in between", "confident": "tight"}


def quoted(kind: str, id_: str, value: str, knowledge: KnowledgeBase) -> str:
    """Return an answer of the leader, quoted: the question, and what she said."""
    return f"You said: {asked_of(kind, id_, knowledge)} {value_of(kind, id_, value, knowledge)}"


def asked_of(kind: str, id_: str, knowledge: KnowledgeBase) -> str:
    """Return what was asked: the question, and the item or row of it."""
    if kind == "answer":
        return knowledge.questions[id_].title
    if kind == "item":
        question, _, item = id_.partition(".")
        return f"{_text(item, knowledge.questions[question].items)}:"
    if kind == "placed":
        return f"{_placing_text(id_, knowledge)}:"
    return f"{title_of(id_, knowledge)} was tried:"


def value_of(kind: str, id_: str, value: str, knowledge: KnowledgeBase) -> str:
    """Return what was said, in quotation marks where it is an option's text."""
    if kind == "answer" and value not in WORDS:
        return f"'{_text(value, knowledge.questions[id_].options)}'"
    if kind == "placed":
        return STAGE_WORDS.get(value, WORDS.get(value, value))
    return OUTCOMES.get(value, WORDS.get(value, value))


def title_of(id_: str, knowledge: KnowledgeBase) -> str:
    """Return the title of an entry."""
    title: str = knowledge.entry(id_).title
    return title


def _placing_text(factor: str, knowledge: KnowledgeBase) -> str:
    rows = [row for question in knowledge.questions.values() for row in _rows(question) if row.id == factor]
    return rows[0].text if rows else title_of(factor, knowledge)


def _rows(question: Question) -> Iterable[Option]:
    return question.rows if question.kind == "placing" else ()


def _text(id_: str, options: Iterable[Option]) -> str:
    return next((option.text for option in options if option.id == id_), id_)
