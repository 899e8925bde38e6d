"""The texts of a knowledge base in the words for an advice that is there already."""

from __future__ import annotations

from dataclasses import replace

from advisor.advice.model import Advice
from advisor.cases.anonymous import with_days
from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.cases.sound import plain_case
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase


def wording_of(advice: Advice, knowledge: KnowledgeBase) -> Wording:
    """Return what words an advice in its own: by what was given, and what was concluded."""
    given = initial_facts(_case_of(advice), knowledge)
    beside = (each.fact for each in advice.beside)
    concluded = (firing.concludes for firing in advice.firings)
    return Wording(knowledge, {*given, *beside, *concluded})


def _case_of(advice: Advice) -> Case:
    """Return the case of an advice, which was checked before it was advised on."""
    particulars = with_days(advice.case)
    answers, notes = particulars.pop("answers", {}), particulars.pop("notes", {})
    case = plain_case(particulars)
    return replace(case or Case(), answers=answers, notes=notes)
