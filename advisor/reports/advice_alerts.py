"""What comes before the partnership: the first lines of every page with advice on a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._language import _
from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice, AlertAdvice
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import GIVEN_KINDS, TOLD_KINDS, Fact
from advisor.knowledge.phrases import asked_of, own_words
from advisor.reports.outline import Block, Paragraph
from advisor.reports.wording import ended


def alerts_of(
    advice: Advice, knowledge: KnowledgeBase, *, ids: bool = True, answers: bool = True
) -> Iterator[Block]:
    """Yield each alert: what it is and whom to turn to, then what it means and which `answers` raised it.

    `ids` if its id stands behind it.
    """
    for number, alert in enumerate(advice.alerts):
        yield Paragraph(in_a_line(alert), close=number == 0)
        raised = "; ".join(answers_behind(alert.firings, advice, knowledge)) if answers else ""
        said = _(" You said: {answers}").format(answers=ended(raised)) if raised else ""
        yield Paragraph(f"{alert.text}{said}{f' [{alert.id}]' * ids}", close=True)


def in_a_line(alert: AlertAdvice) -> str:
    """Return what an alert is, and whom to turn to."""
    return f"{ended(alert.title)} {alert.turn_to}"


def answers_behind(firings: Iterable[str], advice: Advice, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the answers that are behind firings, each once; of a choice with what was asked.

    What was not chosen raises nothing, and what no question asks for is no answer of hers.
    """
    grounds = Grounds(advice.firings, by_conclusion(advice.firings))
    raised = frozenset[Fact]().union(*(grounds.of(advice.firing(id_)) for id_ in firings))
    for fact in sorted(raised, key=lambda fact: (_place(fact, knowledge), *fact)):
        if fact.kind in GIVEN_KINDS and fact.kind not in TOLD_KINDS and fact.value != "no":
            asked = f"{asked_of(*fact[:2], knowledge)} " if fact.kind == "answer" else ""
            yield f'{asked}"{own_words(*fact, knowledge)}"'


def _place(fact: Fact, knowledge: KnowledgeBase) -> int:
    """Return the place of the question that a fact answers, in the order in which they are asked."""
    return knowledge.positions.get(fact.id.partition(".")[0], len(knowledge.positions))
