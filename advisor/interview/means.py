"""What interviews think with: bounds, answers tried in advance, and which question bears on what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.evaluator import Evaluator, evaluator_for
from advisor.interview.decided import rules_by_what_they_are_about
from advisor.interview.decided_lead import About
from advisor.interview.lookahead import Lookahead
from advisor.interview.relevance import Relevance
from advisor.knowledge.base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Means:
    """What the interview thinks with; it holds nothing of a case, so all interviews share one."""

    certainty: Bounds
    lookahead: Lookahead
    evaluator: Evaluator
    relevance: Relevance
    about: Mapping[str, About]


def means_for(knowledge: KnowledgeBase) -> Means:
    """Return what interviews with a knowledge base think with; made once."""
    return knowledge.once(_means)


def _means(knowledge: KnowledgeBase) -> Means:
    evaluator = evaluator_for(knowledge)
    return Means(
        Bounds(evaluator),
        Lookahead(evaluator),
        evaluator,
        Relevance(knowledge),
        rules_by_what_they_are_about(knowledge),
    )
