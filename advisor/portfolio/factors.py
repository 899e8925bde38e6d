"""What the factors are called in a portfolio: in the study, in plain words, and in a word over a column."""

from __future__ import annotations

from advisor.advice.naming import factor_names
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Factor as Entry
from advisor.portfolio.model import Factor


def factors_of(knowledge: KnowledgeBase) -> tuple[Factor, ...]:
    """Return the factors of a knowledge base, in its order."""
    names = factor_names(knowledge)
    return tuple(_called(entry, names[entry.id]) for entry in knowledge.of_kind("factor"))


def _called(entry: Entry, plain: str) -> Factor:
    return Factor(entry.id, entry.title, plain, entry.in_a_word or plain)
