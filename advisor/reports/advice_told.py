"""An advice as text, for a program that shows it: without a word of commands."""

from __future__ import annotations

from advisor._language import _
from advisor.advice.model import Advice
from advisor.errors import AdvisorError
from advisor.inference.cache import knowledge_in
from advisor.knowledge.at_hand import at_hand
from advisor.knowledge.base import KnowledgeBase
from advisor.reports._advice_outline import advice_outline
from advisor.reports.advice_screen import screen_outline
from advisor.reports.outline import Outline
from advisor.reports.outline_text import as_text


def text_of(advice: Advice, knowledge: KnowledgeBase | None, width: int, full: bool) -> str:
    """Return an advice as lines of at most `width` columns: one screen, or everything if `full`."""
    return as_text(told_outline(advice, knowledge, full), width)


def told_outline(advice: Advice, knowledge: KnowledgeBase | None = None, full: bool = False) -> Outline:
    """Return what there is to read of an advice; `AdvisorError` if its knowledge is not at hand."""
    used = knowledge or knowledge_of(advice)
    if full:
        return advice_outline(advice, used, full=True, case_name="")
    return screen_outline(advice, used, case_name="")


def knowledge_of(advice: Advice) -> KnowledgeBase:
    """Return the knowledge base that an advice rests on, if somebody uses it here or it is the shipped one.

    `AdvisorError` if it is neither.
    """
    digest = advice.knowledge.digest
    found = at_hand(digest)
    if found is None:
        shipped = knowledge_in()
        found = shipped if shipped.digest == digest else None
    if found is None:
        what = _("the knowledge base of this advice, {name} {version}, is not in use here")
        told = what.format(name=advice.knowledge.name, version=advice.knowledge.version)
        raise AdvisorError(_("{what}; hand it over: as_text(advisor.knowledge)").format(what=told))
    return found
