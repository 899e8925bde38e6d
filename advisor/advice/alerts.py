"""What comes before the partnership: alerts, and whom to turn to. They count, rank and wait for nothing."""

from __future__ import annotations

from advisor.advice.context import BuildContext
from advisor.advice.model import AlertAdvice


def alerts(context: BuildContext) -> tuple[AlertAdvice, ...]:
    """Return the alerts that a case raises, in the words for it and in the order of the knowledge base."""
    found: dict[str, list[str]] = {}
    for firing in context.firings:
        if firing.concludes.kind == "alert":
            found.setdefault(firing.concludes.id, []).append(firing.id)
    raised = (context.wording.entry(id_) for id_ in context.knowledge.ids_of("alert") if id_ in found)
    return tuple(
        AlertAdvice(told.id, told.title, told.text, told.turn_to, tuple(found[told.id])) for told in raised
    )
