"""What comes before the partnership: the first lines of every page with advice on a case."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.advice.model import Advice, AlertAdvice
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import GIVEN_KINDS
from advisor.knowledge.phrases import asked_of, own_words
from advisor.reports.outline import Block, Paragraph
from advisor.reports.wording import ended


def alerts_of(advice: Advice, knowledge: KnowledgeBase) -> Iterator[Block]:
    """Yield each alert: what it is and whom to turn to, then what it means and which answers raised it."""
    for number, alert in enumerate(advice.alerts):
        yield Paragraph(in_a_line(alert), close=number == 0)
        said = ended("; ".join(_answers(alert, advice, knowledge)))
        yield Paragraph(f"{alert.text} You said: {said} [{alert.id}]", close=True)


def in_a_line(alert: AlertAdvice) -> str:
    """Return what an alert is, and whom to turn to."""
    return f"{ended(alert.title)} {alert.turn_to}"


def _answers(alert: AlertAdvice, advice: Advice, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the answers that raised an alert, each once; of a choice with what was asked."""
    support = dict.fromkeys(fact for id_ in alert.firings for fact in advice.firing(id_).support)
    for fact in support:
        if fact.kind in GIVEN_KINDS:
            asked = f"{asked_of(*fact[:2], knowledge)} " if fact.kind == "answer" else ""
            yield f'{asked}"{own_words(*fact, knowledge)}"'
