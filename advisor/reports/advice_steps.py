"""What to do, what to remember and what else fits, as parts of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from advisor._language import N_, _
from advisor.advice.model import InterventionAdvice, Recommendation
from advisor.advice.planned import Step
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import HANGING, PLAIN, STAR, Block, Group, Point, Title, numbered
from advisor.reports.wording import ended, joined

MOST_REMINDERS = 2
MOST_TOOLS = 3
MOST_HELD = 2
MOST_WAYS = 2
WHEN_TITLES = {"first": N_("FIRST"), "next": N_("NEXT"), "later": N_("LATER, WHEN THIS HAS BEGUN")}


def what_to_do(page: AdvicePage) -> Iterator[Block]:
    """Yield the steps of the plan in their order, what comes first, next and later."""
    plan = page.advice.plan
    if plan or page.advice.nothing_first:
        yield Title(_("WHAT TO DO"))
    elif is_unknown(page):
        yield Title(_("WHAT TO DO"))
        yield Point(too_little(page), mark=PLAIN)
    advised = {item.id: item for item in page.advice.recommendations()}
    numbers = count(1)
    if page.advice.nothing_first:
        yield Point(page.advice.nothing_first, mark=PLAIN)
    for when, title in WHEN_TITLES.items():
        steps = [step for step in plan if step.when == when]
        if steps:
            yield Group(_(title))
        for step in steps:
            yield from _step(step, next(numbers), advised[step.id], page)


def is_unknown(page: AdvicePage) -> bool:
    """Return whether nothing is known of where the partnership stands."""
    return all(factor.stage == "unknown" for factor in page.advice.factors)


def too_little(page: AdvicePage) -> str:
    """Return that too little is known, and what to do about it where something can be."""
    if not page.advice.to_ask:
        return _("Too little is known for advice, and no question is left that applies here.")
    if page.advice.alerts:
        return _("Too little is known for more advice. Answer the questions below first.")
    return _("Too little is known for advice. Answer the questions below first.")


def called(step: Step, title: str, page: AdvicePage) -> str:
    """Return what a step is called; one that was tried before does not stand there as if it were new."""
    outcome = page.outcome(step.id)
    if outcome in ("no-change", "worse"):
        return _("Again, in another way: {title}").format(title=title)
    if outcome == "helped" and not is_of_trying(step, page):
        return _("Go on with what helped: {title}").format(title=title)
    return _("A small step: {title}").format(title=title) if step.small else title


def is_of_trying(step: Step, page: AdvicePage) -> bool:
    """Return whether the reason that is told with a step is itself about what was tried."""
    return any(fact.kind == "tried" for fact in page.firing(step.reason).support)


def _step(step: Step, number: int, item: Recommendation, page: AdvicePage) -> Iterator[Block]:
    short = "" if step.short == item.title else f": {step.short}"
    yield Point(f"{called(step, item.title, page)} [{step.id}]{short}", mark=numbered(number))
    for said in about_step(step, item, page):
        yield Point(said, 2, PLAIN)


def about_step(step: Step, item: Recommendation, page: AdvicePage) -> Iterator[str]:
    """Yield why, who and how, on a short page less of what is not first.

    There what is next has no way to begin; of what is later it is only what it waits for and who leads.
    """
    whole = step.when == "first" or page.full
    if whole or step.when == "next":
        yield _("Why: {because}").format(because=page.because(step.reason))
        yield from page.noted((step.reason,))
        yield from page.tried(step.id)
    waits_and_leads = " ".join(leads_and_waits(step, item, page, whole))
    if waits_and_leads:
        yield waits_and_leads
    if whole or step.when == "next":
        for id_ in _not_said_yet(item, page) if page.full else foremost_caution(item, page):
            yield _("Take care: {because}").format(because=page.because(id_))
    if whole:
        yield _("Begin: {what}").format(what=step.text)
    if step.when == "first":
        yield from ways(item, page)


def ways(item: Recommendation, page: AdvicePage) -> Iterator[str]:
    """Yield ways to do an intervention, if there are any; all of them on the full page."""
    techniques = item.techniques if isinstance(item, InterventionAdvice) else ()
    if techniques:
        shown = techniques if page.full else techniques[:MOST_WAYS]
        yield _("Ways to do it: {ways}.").format(ways=joined(map(page.title, shown)))


def leads_and_waits(step: Step, item: Recommendation, page: AdvicePage, whole: bool) -> Iterator[str]:
    """Yield what a step waits for, and who leads where it is not plainly the leader; if `whole`, why."""
    yield from waits(item, page)
    if step.led_by:
        yield who_leads(step, whole)
        yield from map(page.because, asking_for_another(item, page) if whole else ())


def waits(item: Recommendation, page: AdvicePage) -> Iterator[str]:
    """Yield what something advised waits for, if it does."""
    after = getattr(item, "after", ())
    if after:
        yield _("Not before: {titles}.").format(titles=joined(map(page.title, after)))


def who_leads(step: Step, whole: bool) -> str:
    """Return who leads a step where that is not plainly the leader; if not `whole`, only the first choice."""
    who = step.led_by if whole else step.led_by.partition(";")[0]
    return _("Who leads: {who}").format(who=ended(who))


def asking_for_another(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return the rule that asks for somebody else to lead, if there is one: its reason says why."""
    return [id_ for id_ in item.cautions if page.firing(id_).concludes.kind == "needs-help"][:1]


def _not_said_yet(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return the cautions, without the one that stands beside who leads."""
    said = asking_for_another(item, page)
    return [id_ for id_ in item.cautions if id_ not in said]


def foremost_caution(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return the caution to show; what the leader herself has tried comes first."""

    def was_tried(id_: str) -> bool:
        return any(fact.kind == "tried" for fact in page.firing(id_).support)

    cautions = [id_ for id_ in item.cautions if page.firing(id_).concludes.kind == "caution"]
    return sorted(cautions, key=lambda id_: not was_tried(id_))[:1]


def reminders(page: AdvicePage) -> Iterator[Block]:
    """Yield what to remember about change."""
    shown = page.advice.reminders if page.full else page.advice.reminders[:MOST_REMINDERS]
    if shown:
        yield Title(_("WHAT TO REMEMBER ABOUT CHANGE"))
    for item in shown:
        yield Point(f"{item.title}. {page.because(item.reason)}", mark=STAR)


def beside(page: AdvicePage) -> Iterator[Block]:
    """Yield what else belongs on a short page: fitting exercises, and interventions that are held back."""
    planned = {step.id for step in page.advice.plan}
    fitting = [tool for tool in page.advice.tools if tool.strong or tool.moderate]
    tools = [tool for tool in fitting[:MOST_TOOLS] if tool.id not in planned]
    held = [item for item in page.advice.withheld if item.kind == "intervention"][:MOST_HELD]
    if tools or held:
        yield Title(_("BESIDE THIS"))
    if tools:
        named = joined(f"{tool.title} [{tool.id}]" for tool in tools)
        yield Point(_("Exercises that fit: {named}.").format(named=named), mark=HANGING)
    for item in held:
        because = page.because(item.firings[0])
        said = _("Not now: {title} [{id}]. {because}")
        yield Point(said.format(title=item.title, id=item.id, because=because), mark=HANGING)
