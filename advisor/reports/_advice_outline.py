"""The advice as an outline, about two screens of text; `full` has every reason and everything held back."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._command import hint
from advisor._language import N_, _, date_in_words
from advisor._text import shown_name
from advisor.advice.knowledge_ref import Alteration, Extended, KnowledgeRef
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.advice_alerts import alerts_of
from advisor.reports.advice_factors import where_it_stands
from advisor.reports.advice_full import everything
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_since import since_last_time
from advisor.reports.advice_standing import what_holds_it
from advisor.reports.advice_steps import beside, reminders, what_to_do
from advisor.reports.outline import PLAIN, STAR, Block, Outline, Paragraph, Point, Title
from advisor.reports.wording import joined

MOST_QUESTIONS = 3
MOST_ADDED = 5
CAVEAT = N_("This is something to think with, not a verdict. You know the people; the rules do not.")
WHOSE = N_(
    "(Brackets) say where a reason is from; 'after', or none: the view of those who wrote these rules."
)


def advice_outline(
    advice: Advice,
    knowledge: KnowledgeBase,
    *,
    full: bool = False,
    case_name: str = "CASE",
    asked_with: tuple[str, ...] = (),
) -> Outline:
    """Return what is on the page, in its order.

    `case_name` is how the user named the case, `asked_with` what else a hint must repeat to mean the same.
    With an empty name it says nothing of commands.
    """
    page = AdvicePage(advice, knowledge, full, case_name, asked_with)
    outline = Outline(margin=2)
    outline.put(alerts_of(advice, knowledge))
    for part in (
        _heading,
        since_last_time,
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
    knowledge = page.advice.knowledge
    yield Title(shown_name(case_title(page.advice)))
    yield Paragraph(_(CAVEAT), close=True)
    if page.advice.plan or page.advice.findings:
        yield Paragraph(_(WHOSE), close=True)
    if knowledge.extends is not None:
        yield Paragraph(overlay_said(knowledge, knowledge.extends), close=True)


def case_title(advice: Advice) -> str:
    """Return what a partnership is called, with who answered and when."""
    case = advice.case
    date = case.get("date", "")
    if date.count("-") == 1:  # of a case without names: the month alone
        date = date_in_words(date)
    by = ", ".join(word for word in (case["respondent"], date) if word)
    return (case["partnership"] or _("A partnership")) + (f" ({by})" if by else "")


def _own_words(page: AdvicePage) -> Iterator[Block]:
    """Yield what the leader added in her own words and what stands beside nothing else."""
    rest = [f"{note.prompt} {note.text}" for note in page.notes.rest()]
    rest += [f"{said}: {note}" for said, note in (page.notes_left() if page.full else ())]
    if rest:
        yield Title(_("IN YOUR OWN WORDS"))
    yield from (Point(said, mark=STAR) for said in rest)


def _not_known(page: AdvicePage) -> Iterator[Block]:
    to_ask = page.advice.to_ask
    asked = to_ask if page.full else to_ask[:MOST_QUESTIONS]
    if asked:
        yield Title(_("WHAT IS NOT KNOWN YET"))
    for item in asked:
        prompt = page.knowledge.questions[item.question].prompt
        yield Point(f"{prompt} [{item.question}] {item.because}", mark=STAR)
    if len(asked) < len(to_ask):
        yield Point(_("and {n} more, with --full").format(n=len(to_ask) - len(asked)), mark=PLAIN)


def _more(page: AdvicePage) -> Iterator[Block]:
    if not page.case_name:
        return
    if not page.full:
        yield Paragraph(
            _("All reasons, and what was held back: {command}").format(command=page.again("--full"))
        )
    command = hint("knowledge", "show", "WORD")
    yield Paragraph(
        _("What a word in [brackets] means: {command}").format(command=command), close=not page.full
    )


def overlay_said(own: KnowledgeRef, extends: Extended) -> str:
    """Return in a sentence what a knowledge base does to the one that it extends."""
    more = len(extends.added) - MOST_ADDED
    added = [*extends.added[:MOST_ADDED], *([_("and {n} more").format(n=more)] if more > 0 else [])]
    parts = [_("adds {things}").format(things=joined(added))] if added else []
    for verb, altered in (
        (_("changes {things}"), extends.changed),
        (_("switches off {things}"), extends.switched_off),
    ):
        if altered:
            parts.append(verb.format(things=joined(map(_altered_said, altered))))
    said = _("It rests on {own}, which builds on {other}: {what}.")
    own_named, other = f"{own.name} {own.version}", f"{extends.name} {extends.version}"
    return said.format(own=own_named, other=other, what=", ".join(parts) or _("changes nothing yet"))


def _altered_said(altered: Alteration) -> str:
    return f"{altered.id} ({altered.reason.rstrip('.')})"
