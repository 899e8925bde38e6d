"""What the factors are called in a portfolio: in the study, in plain words, and in a word over a column."""

from __future__ import annotations

from advisor._language import N_, _
from advisor.advice.naming import plain_names
from advisor.knowledge.base import KnowledgeBase
from advisor.portfolio.model import Factor

SHORT = {
    "relational-nourishment": N_("people"),
    "strategic-structural-robustness": N_("aims"),
    "operational-cohesion": N_("daily work"),
    "geographical-synchronicity": N_("place"),
}


def factors_of(knowledge: KnowledgeBase) -> tuple[Factor, ...]:
    """Return the factors of a knowledge base, in its order."""
    plain = {id_: name for name, id_ in plain_names(knowledge)}
    return tuple(
        Factor(
            entry.id,
            entry.title,
            plain.get(entry.id, entry.title),
            _(SHORT[entry.id]) if entry.id in SHORT else plain.get(entry.id, entry.title),
        )
        for entry in knowledge.of_kind("factor")
    )
