"""What to do, as it stands on one screen: how to begin first, and what comes after by name."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _
from advisor.advice.model import Recommendation
from advisor.advice.planned import Step
from advisor.reports.advice_room import LETTERS_OF_A_NOTE, Screen
from advisor.reports.advice_standing import foremost, leads, worse
from advisor.reports.advice_steps import (
    asking_for_another,
    called,
    foremost_caution,
    waits,
    who_leads,
)
from advisor.reports.outline import PLAIN, Block, Paragraph, Point, Title, numbered
from advisor.reports.wording import ended

LATER = {"first": N_("THEN: {steps}"), "next": N_("NEXT: {steps}"), "later": N_("LATER: {steps}")}


def steps_to_begin(screen: Screen) -> Iterator[Block]:
    """Yield the first steps, the very first one whole, and what would make the situation worse."""
    page = screen.page
    steps = _begun(screen)
    if steps or page.advice.nothing_first:
        yield Title(_("WHAT TO DO FIRST"))
    if page.advice.nothing_first:
        yield Point(page.advice.nothing_first, mark=PLAIN)
    advised = {item.id: item for item in page.advice.recommendations()}
    for number, step in enumerate(steps, 1):
        title = called(step, advised[step.id].title, page)
        short = "" if step.short == advised[step.id].title else f": {step.short}"
        yield Point(title + short, mark=numbered(number))
        for said in _about(step, number, advised[step.id], screen):
            yield Point(said, 2, PLAIN)
    if steps:
        yield from (Point(worse(each), mark=PLAIN) for each in foremost(page)[:1] if leads(each, page))


def _begun(screen: Screen) -> list[Step]:
    """Return the steps that say how to begin, or at least what to do."""
    first = [step for step in screen.page.advice.plan if step.when == "first"]
    return first[: screen.room.steps]


def _about(step: Step, number: int, item: Recommendation, screen: Screen) -> Iterator[str]:
    """Yield why, who leads, what to take care of and how to begin, as far as there is room for it."""
    whole = number <= screen.room.begins
    if number <= screen.room.whys:
        yield _("Why: {because}").format(because=screen.because(step.reason))
        yield from screen.noted((step.reason,))
        if screen.room.notes:
            yield from screen.page.tried(step.id, LETTERS_OF_A_NOTE)
    said = " ".join(_leads_and_waits(step, item, whole, screen))
    if said:
        yield said
    if whole:
        for id_ in foremost_caution(item, screen.page):
            yield _("Take care: {because}").format(because=screen.page.firing(id_).because)
        yield _("Begin: {what}").format(what=step.text)


def _leads_and_waits(step: Step, item: Recommendation, whole: bool, screen: Screen) -> Iterator[str]:
    yield from waits(item, screen.page)
    if step.led_by:
        yield who_leads(step, whole)
        if whole and screen.room.helpers:
            yield from map(screen.because, asking_for_another(item, screen.page))


def later_steps(screen: Screen) -> Iterator[Block]:
    """Yield what comes next and later by name, each with its number in the plan."""
    plan = screen.page.advice.plan
    told = len(_begun(screen))
    for when, said in LATER.items():
        steps = [(n, step) for n, step in enumerate(plan, 1) if step.when == when and n > told]
        if steps and (screen.room.ahead or when == "first"):
            titles = "; ".join(f"{n}. {_title(step, screen)}" for n, step in steps)
            yield Paragraph(_(said).format(steps=ended(titles)), close=True)


def _title(step: Step, screen: Screen) -> str:
    """Return what a step is called, without a full stop; a title that breaks off keeps its dots."""
    title: str = screen.page.knowledge.entry(step.id).title
    told = called(step, title, screen.page)
    return told if told.endswith("...") else told.rstrip(".")
