"""What to do as it stands on the page: each step with why, who and how, and all its reasons to unfold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from advisor._language import N_, _
from advisor.advice.model import Recommendation
from advisor.advice.planned import Step as Planned
from advisor.pages.model import Saying, Situation, Step, Stretch
from advisor.pages.sheet import MOST_ERRANDS
from advisor.pages.unfolding import Unfolder
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_standing import foremost, worse
from advisor.reports.advice_steps import called, foremost_caution, leads_and_waits, ways

WHEN = {"first": N_("First"), "next": N_("Next"), "later": N_("Later, when this has begun")}
FIT = {"likely": N_("likely"), "possible": N_("possible: is it so?")}


def plan(page: AdvicePage, unfolder: Unfolder) -> tuple[Stretch, ...]:
    """Return the steps in their order, those of one time together."""
    advised = {item.id: item for item in page.advice.recommendations()}
    numbers = count(1)
    stretches = []
    for when, title in WHEN.items():
        steps = tuple(
            _step(each, next(numbers), advised[each.id], page, unfolder)
            for each in page.advice.plan
            if each.when == when
        )
        if steps:
            stretches.append(Stretch(_(title), steps))
    return tuple(stretches)


def everything(page: AdvicePage, unfolder: Unfolder) -> tuple[Stretch, ...]:
    """Return all that is advised, kind by kind, each with its reasons."""
    stretches = []
    for heading, kinds in page.knowledge.kinds.headings.items():
        items = [item for kind in kinds for item in page.advice.of_kind(kind)]
        if items:
            steps = [Step(item.rank, item.title, item.short, (), unfolder.of(item.id)) for item in items]
            stretches.append(Stretch(_(heading).capitalize(), tuple(steps)))
    return tuple(stretches)


def _step(step: Planned, number: int, item: Recommendation, page: AdvicePage, unfolder: Unfolder) -> Step:
    told = {page.firing(id_).because for id_ in (step.reason, *foremost_caution(item, page))}
    return Step(
        number=number,
        title=called(step, item.title, page),
        what="" if step.short == item.title else step.short,
        about=tuple(_about(step, item, page, is_on_sheet=step.when == "first" and number <= MOST_ERRANDS)),
        reasons=unfolder.of(step.id, told),
    )


def _about(step: Planned, item: Recommendation, page: AdvicePage, *, is_on_sheet: bool) -> Iterator[str]:
    """Yield why and who; how to begin, if the sheet does not say it; ways to do it."""
    yield _("Why: {because}").format(because=page.because(step.reason))
    yield from page.tried(step.id)
    waits_and_leads = " ".join(leads_and_waits(step, item, page, True))
    if waits_and_leads:
        yield waits_and_leads
    for id_ in foremost_caution(item, page):
        yield _("Take care: {because}").format(because=page.because(id_))
    if not is_on_sheet:
        yield _("Begin: {what}").format(what=step.text)
    yield from ways(item, page)


def situations(page: AdvicePage, unfolder: Unfolder) -> tuple[Situation, ...]:
    """Return the situations that fit, those that a short page shows first."""
    first = foremost(page)
    ordered = [*first, *(each for each in page.advice.patterns if each not in first)]
    return tuple(
        Situation(
            title=each.title,
            fit=_(FIT[each.fit]),
            text=each.text,
            worse=worse(each),
            reasons=unfolder.of(each.id),
        )
        for each in ordered
    )


def held_back(page: AdvicePage) -> tuple[Saying, ...]:
    """Return what reasons speak for and what is not advised now, each with why."""
    return tuple(Saying(each.title, page.because(each.firings[0])) for each in page.advice.withheld)
