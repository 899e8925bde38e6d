"""What may have been tried, as lines to choose from: at a prompt and on paper."""

from __future__ import annotations

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title
from advisor.knowledge.question import Option


def interventions_of(knowledge: KnowledgeBase) -> list[Option]:
    """Return the interventions as options: the plain name first, the study's behind."""
    return [Option(id=entry.id, text=plain_title(entry)) for entry in knowledge.of_kind("intervention")]
