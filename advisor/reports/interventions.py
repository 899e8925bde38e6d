"""What may have been tried, as lines to choose from: at a prompt and on paper."""

from __future__ import annotations

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Option
from advisor.reports.wording import inside


def interventions_of(knowledge: KnowledgeBase) -> list[Option]:
    """Return the interventions as options: the plain name first, the study's behind."""
    return [
        Option(id=entry.id, text=f"{entry.plain[:1].upper()}{entry.plain[1:]} ({inside(entry.title)})")
        for entry in knowledge.of_kind("intervention")
    ]
