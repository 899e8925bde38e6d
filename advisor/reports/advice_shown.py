"""One thing of an advice whole: a step, a situation, where a factor stands, or a part of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from advisor._command import hint
from advisor._given import TEXT, takes
from advisor._language import _
from advisor.advice import named
from advisor.advice.model import Advice, Recommendation
from advisor.errors import UnknownIdError
from advisor.knowledge.base import KnowledgeBase
from advisor.reports._advice_outline import WHOSE, advice_outline
from advisor.reports.advice_alerts import answers_behind, in_a_line
from advisor.reports.advice_factors import how_it_stands, seen_and_said
from advisor.reports.advice_full import other_reasons
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_standing import whole_pattern
from advisor.reports.advice_steps import about_step
from advisor.reports.outline import CARE, FOR, PLAIN, Block, Group, Outline, Paragraph, Point, Title
from advisor.reports.wording import ended

WHAT_TO_DO = "what to do "


@takes(which=TEXT)
def shown_outline(
    advice: Advice,
    knowledge: KnowledgeBase,
    which: str,
    *,
    case_name: str = "CASE",
    asked_with: tuple[str, ...] = (),
) -> Outline:
    """Return one thing whole: by a heading of the page, or by its number in the plan, its title or its id.

    `UnknownIdError`, which says what to try, if there is no such thing or it is no part of this advice.
    """
    page = AdvicePage(advice, knowledge, True, case_name, asked_with)
    outline = Outline(margin=2)
    outline.put(Paragraph(in_a_line(alert), close=number > 0) for number, alert in enumerate(advice.alerts))
    outline.put(_part(which, page) or _thing(named(which, knowledge, advice), page))
    return outline


def _part(which: str, page: AdvicePage) -> Sequence[Block]:
    """Return the part of the whole page whose heading begins so; nothing if none does."""
    said = " ".join(which.casefold().split())
    if not said:
        return ()
    blocks = advice_outline(
        page.advice, page.knowledge, full=True, case_name=page.case_name, asked_with=page.asked_with
    ).blocks
    title = next(place for place, block in enumerate(blocks) if isinstance(block, Title))
    for words in (said, said.removeprefix(WHAT_TO_DO)):
        for place, block in enumerate(blocks):
            if place > title and isinstance(block, Title | Group) and _is_called(block.text, words):
                return [Title(block.text), *_below(block, blocks[place + 1 :])]
    return ()


def _is_called(heading: str, words: str) -> bool:
    """Return whether a heading is, or begins with, these whole words."""
    return f"{heading.casefold()} ".replace(",", " ").startswith(f"{words} ")


def _below(heading: Block, blocks: Sequence[Block]) -> Iterator[Block]:
    ends = Title if isinstance(heading, Title) else Title | Group | Paragraph
    return takewhile(lambda block: not isinstance(block, ends), blocks)


def _thing(id_: str, page: AdvicePage) -> Iterator[Block]:
    """Yield one thing with all that is said of it."""
    found = next((parts for parts in _told(id_, page) if parts), None)
    if found is None:
        raise UnknownIdError(
            _("'{id}' is no part of this advice; what it is: {show}; why not: {why_not}").format(
                id=id_,
                show=hint("knowledge", "show", id_),
                why_not=hint("why-not", page.case_name, id_, *page.asked_with),
            )
        )
    yield Title(f"{page.title(id_)} [{id_}]")
    yield from found


def _told(id_: str, page: AdvicePage) -> Iterator[list[Block]]:
    """Yield what is said of a thing, by what it is here; nothing where it is no such thing."""
    advice = page.advice
    yield [block for item in advice.recommendations() if item.id == id_ for block in _advised(item, page)]
    yield [block for each in advice.patterns if each.id == id_ for block in whole_pattern(each, page)]
    yield [block for each in advice.factors if each.id == id_ for block in _factor(each.id, page)]
    yield [
        Point(_("Not now: {because}").format(because=page.because(firing)), mark=PLAIN)
        for each in advice.withheld
        if each.id == id_
        for firing in each.firings
    ]
    found = {each.id: each.firings for each in advice.findings}
    yield [
        block
        for each in advice.alerts
        if each.id == id_
        for block in (Paragraph(each.text, close=True), *_found(each.firings, page))
    ]
    yield list(_found(found[id_], page)) if id_ in found else []


def _advised(item: Recommendation, page: AdvicePage) -> Iterator[Block]:
    """Yield what to do and how, then all reasons and cautions."""
    steps = [step for step in page.advice.plan if step.id == item.id]
    for step in steps:
        yield Paragraph(ended(step.short), close=True)
        yield from (Point(said, mark=PLAIN) for said in about_step(step, item, page))
    others = list(other_reasons(item, [step.reason for step in steps], page))
    if others:
        yield Title(_("MORE REASONS") if steps else _("REASONS"))
    yield from others
    for id_ in () if steps else item.cautions:
        yield Point(page.because(id_), mark=CARE)
    yield Paragraph(_(WHOSE))


def _factor(id_: str, page: AdvicePage) -> Iterator[Block]:
    factor = next(each for each in page.advice.factors if each.id == id_)
    yield Paragraph(how_it_stands(factor, page), close=True)
    yield from seen_and_said(factor, page)
    yield from (Point(noted, mark=PLAIN) for noted in page.noted(factor.firings))


def _found(firings: Sequence[str], page: AdvicePage) -> Iterator[Block]:
    """Yield from which answers something was found."""
    yield Paragraph(_("Found, because you said:"), close=True)
    for said in answers_behind(firings, page.advice, page.knowledge):
        yield Point(said, mark=FOR)
    yield from (Point(noted, mark=PLAIN) for noted in page.noted(firings))
