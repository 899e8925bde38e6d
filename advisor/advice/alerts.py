"""What comes before the partnership: alerts, and whom to turn to. They count, rank and wait for nothing."""

from __future__ import annotations

from advisor.advice.context import BuildContext
from advisor.advice.model import AlertAdvice


def alerts(context: BuildContext) -> tuple[AlertAdvice, ...]:
    """Return the alerts that a case raises, in the words for it and in the order of the knowledge base."""
    raising = context.ids_concluding("alert")
    raised = [context.wording.entry(id_) for id_ in context.knowledge.ids_of("alert") if id_ in raising]
    return tuple(AlertAdvice(it.id, it.title, it.text, it.turn_to, raising[it.id]) for it in raised)
