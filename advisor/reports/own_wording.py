"""The texts of a knowledge base in the words for an advice that is there already."""

from __future__ import annotations

from advisor.advice.model import Advice
from advisor.cases.anonymous import with_days
from advisor.cases.facts import initial_facts
from advisor.cases.sound import plain_case
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase


def wording_of(advice: Advice, knowledge: KnowledgeBase) -> Wording:
    """Return what words an advice in its own: by what was given, and what was concluded."""
    case = plain_case(with_days(advice.case))
    given = initial_facts(case, knowledge) if case else ()
    beside = (each.fact for each in advice.beside)
    concluded = (firing.concludes for firing in advice.firings)
    return Wording(knowledge, {*given, *beside, *concluded})
