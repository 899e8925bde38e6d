"""The advice as an outline, about two screens of text; `full` has every reason and everything held back."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._command import hint
from advisor._text import shown_name
from advisor.advice.knowledge_ref import Alteration, Extended, KnowledgeRef
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.advice_alerts import alerts_of
from advisor.reports.advice_full import everything
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_standing import what_holds_it, where_it_stands
from advisor.reports.advice_steps import beside, reminders, what_to_do
from advisor.reports.outline import PLAIN, STAR, Block, Outline, Paragraph, Point, Title
from advisor.reports.wording import joined

MOST_QUESTIONS = 3
MOST_ADDED = 5
CAVEAT = "This is something to think with, not a verdict. You know the people; the rules do not."


def advice_outline(
    advice: Advice, knowledge: KnowledgeBase, *, full: bool = False, case_name: str = "CASE"
) -> Outline:
    """Return what is on the page, in its order; `case_name` is how the user named the case."""
    page = AdvicePage(advice, knowledge, full, case_name)
    outline = Outline(margin=2)
    outline.put(alerts_of(advice, knowledge))
    for part in (
        _heading,
        where_it_stands,
        what_holds_it,
        what_to_do,
        reminders,
        everything if full else beside,
        _own_words,
        _not_known,
        _more,
    ):
        outline.put(part(page))
    return outline


def _heading(page: AdvicePage) -> Iterator[Block]:
    case, knowledge = page.advice.case, page.advice.knowledge
    by = ", ".join(word for word in (case["respondent"], case.get("date")) if word)
    title = case["partnership"] or "A partnership"
    yield Title(shown_name(title + (f" ({by})" if by else "")))
    yield Paragraph(CAVEAT, close=True)
    if knowledge.extends is not None:
        yield Paragraph(overlay_said(knowledge, knowledge.extends), close=True)


def _own_words(page: AdvicePage) -> Iterator[Block]:
    """Yield what the leader added in her own words, all of it: she looks for it here."""
    if page.advice.notes:
        yield Title("IN YOUR OWN WORDS")
    for note in page.advice.notes:
        yield Point(f"{note.prompt} {note.text}", mark=STAR)


def _not_known(page: AdvicePage) -> Iterator[Block]:
    to_ask = page.advice.to_ask
    asked = to_ask if page.full else to_ask[:MOST_QUESTIONS]
    if asked:
        yield Title("WHAT IS NOT KNOWN YET")
    for item in asked:
        prompt = page.knowledge.questions[item.question].prompt
        yield Point(f"{prompt} [{item.question}] {item.because}", mark=STAR)
    if len(asked) < len(to_ask):
        yield Point(f"and {len(to_ask) - len(asked)} more, with --full", mark=PLAIN)


def _more(page: AdvicePage) -> Iterator[Block]:
    if not page.full:
        yield Paragraph(f"All reasons, and what was held back: {hint('advise', page.case_name, '--full')}")
    yield Paragraph(
        f"What a word in [brackets] means: {hint('knowledge', 'show', 'WORD')}", close=not page.full
    )


def overlay_said(own: KnowledgeRef, extends: Extended) -> str:
    """Return in a sentence what a knowledge base does to the one that it extends."""
    more = len(extends.added) - MOST_ADDED
    added = [*extends.added[:MOST_ADDED], *([f"and {more} more"] if more > 0 else [])]
    parts = [f"adds {joined(added)}"] if added else []
    for verb, altered in (("changes", extends.changed), ("switches off", extends.switched_off)):
        if altered:
            parts.append(f"{verb} {joined(map(_altered_said, altered))}")
    said = ", ".join(parts) or "changes nothing yet"
    return f"It rests on {own.name} {own.version}, which builds on {extends.name} {extends.version}: {said}."


def _altered_said(altered: Alteration) -> str:
    return f"{altered.id} ({altered.reason.rstrip('.')})"
