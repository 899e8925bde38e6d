"""What to do, what to remember and what else fits, as parts of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from advisor.advice.model import InterventionAdvice, Recommendation
from advisor.advice.planned import Step
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import HANGING, PLAIN, STAR, Block, Group, Point, Title, numbered
from advisor.reports.wording import ended, joined

MOST_REMINDERS = 2
MOST_TOOLS = 3
MOST_HELD = 2
MOST_WAYS = 2
SMALL = "A small step: "
WHEN_TITLES = {"first": "FIRST", "next": "NEXT", "later": "LATER, WHEN THIS HAS BEGUN"}


def what_to_do(page: AdvicePage) -> Iterator[Block]:
    """Yield the steps of the plan in their order, what comes first, next and later."""
    plan = page.advice.plan
    if plan or page.advice.nothing_first:
        yield Title("WHAT TO DO")
    elif all(factor.stage == "unknown" for factor in page.advice.factors):
        yield Title("WHAT TO DO")
        more = "more advice" if page.advice.alerts else "advice"
        yield Point(f"Too little is known for {more}. Answer the questions below first.", mark=PLAIN)
    advised = {item.id: item for item in page.advice.recommendations()}
    numbers = count(1)
    if page.advice.nothing_first:
        yield Point(page.advice.nothing_first, mark=PLAIN)
    for when, title in WHEN_TITLES.items():
        steps = [step for step in plan if step.when == when]
        if steps:
            yield Group(title)
        for step in steps:
            yield from _step(step, next(numbers), advised[step.id], page)


def _step(step: Step, number: int, item: Recommendation, page: AdvicePage) -> Iterator[Block]:
    small = SMALL if step.small else ""
    short = "" if step.short == item.title else f": {step.short}"
    yield Point(f"{small}{item.title} [{step.id}]{short}", mark=numbered(number))
    for said in _about_step(step, item, page):
        yield Point(said, 2, PLAIN)


def _about_step(step: Step, item: Recommendation, page: AdvicePage) -> Iterator[str]:
    """Yield why, who and how; of what is later only what it waits for and who leads, on a short page."""
    whole = step.when == "first" or page.full
    if whole or step.when == "next":
        yield f"Why: {page.because(step.reason) if whole else page.firing(step.reason).because}"
    waits_and_leads = " ".join(leads_and_waits(step, item, page, whole))
    if waits_and_leads:
        yield waits_and_leads
    if whole:
        for id_ in _not_said_yet(item, page) if page.full else foremost_caution(item, page):
            yield f"Take care: {page.firing(id_).because}"
        yield f"Begin: {step.text}"
    if step.when == "first" and isinstance(item, InterventionAdvice) and item.techniques:
        yield f"Ways to do it: {joined(map(page.title, item.techniques[:MOST_WAYS]))}."


def leads_and_waits(step: Step, item: Recommendation, page: AdvicePage, whole: bool) -> Iterator[str]:
    """Yield what a step waits for, and who leads where it is not plainly the leader; if `whole`, why."""
    after = getattr(item, "after", ())
    if after:
        yield f"Not before: {joined(map(page.title, after))}."
    if step.led_by:
        yield f"Who leads: {ended(step.led_by if whole else step.led_by.partition(';')[0])}"
        yield from _why_not_her(item, page) if whole else ()


def _why_not_her(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return why somebody else must lead, if that is known."""
    return [page.firing(id_).because for id_ in _asking(item, page)[:1]]


def _asking(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return the rules that ask for somebody else to lead."""
    return [id_ for id_ in item.cautions if page.firing(id_).concludes.kind == "needs-help"]


def _not_said_yet(item: Recommendation, page: AdvicePage) -> list[str]:
    """Return the cautions, without the one that stands beside who leads."""
    said = _asking(item, page)[:1]
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
        yield Title("WHAT TO REMEMBER ABOUT CHANGE")
    for item in shown:
        yield Point(f"{item.title}. {page.because(item.reason)}", mark=STAR)


def beside(page: AdvicePage) -> Iterator[Block]:
    """Yield what else belongs on a short page: fitting exercises, and interventions that are held back."""
    planned = {step.id for step in page.advice.plan}
    fitting = [tool for tool in page.advice.tools if tool.strong or tool.moderate]
    tools = [tool for tool in fitting[:MOST_TOOLS] if tool.id not in planned]
    held = [item for item in page.advice.withheld if item.kind == "intervention"][:MOST_HELD]
    if tools or held:
        yield Title("BESIDE THIS")
    if tools:
        named = joined(f"{tool.title} [{tool.id}]" for tool in tools)
        yield Point(f"Exercises that fit: {named}.", mark=HANGING)
    for item in held:
        because = page.firing(item.firings[0]).because
        yield Point(f"Not now: {item.title} [{item.id}]. {because}", mark=HANGING)
