"""Whether a case tells of a trouble at all: whoever tells of one gets a first step."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.advice.model import FindingAdvice, PatternAdvice
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase

TROUBLES = ("inertia", "barrier", "degenerative-behaviour")


def tells_of_trouble(
    case: Case, findings: Sequence[FindingAdvice], patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase
) -> bool:
    """Return whether an answer, a finding or a situation of a case is a trouble.

    An answer is one that stands in the lower half of the scale of a core question.
    """
    return (
        any(finding.kind in TROUBLES or finding.tone == "trouble" for finding in findings)
        or any(knowledge.entry(pattern.id).tone != "strength" for pattern in patterns)
        or any(case.answers.get(id_) in low for id_, low in knowledge.once(_lower_halves).items())
    )


def _lower_halves(knowledge: KnowledgeBase) -> dict[str, frozenset[str]]:
    """Return the worse options of each core question with a scale; of an odd number the middle is none."""
    return {
        question.id: frozenset(option.id for option in question.options[: len(question.options) // 2])
        for question in knowledge.questions.values()
        if question.core and question.scale
    }
