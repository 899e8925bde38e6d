"""Everything that is advised, held back and found, as a part of the page with the whole advice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from advisor._language import _
from advisor.advice.model import Recommendation
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import CARE, FOR, PLAIN, Block, Point, Title, numbered
from advisor.reports.wording import ended


def everything(page: AdvicePage) -> Iterator[Block]:
    """Yield all that is advised, kind by kind, then what is held back and what was found."""
    for title, items in _headed(page):
        if items:
            yield Title(_(title))
        for item in items:
            yield from _item(item, page)
    if page.advice.withheld:
        yield Title(_("HELD BACK FOR NOW, AND WHY"))
    for held in page.advice.withheld:
        yield Point(f"{held.title} [{held.id}]: {page.because(held.firings[0])}")
    if page.advice.findings:
        yield Title(_("EVERYTHING THAT WAS FOUND"))
    for finding in page.advice.findings:
        yield Point(f"{finding.title} ({finding.kind}) [{finding.id}]")


def _headed(page: AdvicePage) -> Iterator[tuple[str, Sequence[Recommendation]]]:
    """Yield what is advised, each kind under its heading."""
    for heading, kinds in page.knowledge.kinds.headings.items():
        yield heading, [item for kind in kinds for item in page.advice.of_kind(kind)]


def _item(item: Recommendation, page: AdvicePage) -> Iterator[Block]:
    """Yield something advised with its reasons, and what to do by each that no step of the plan tells."""
    steps = page.advice.plan
    told = {step.reason for step in steps if step.id == item.id}
    shorts = {id_: short for id_ in item.firings if id_ not in told and (short := page.own_short(id_))}
    is_bare = told or shorts or item.short in ("", item.title)
    yield Point(f"{item.title} [{item.id}]{'' if is_bare else f': {item.short}'}", mark=numbered(item.rank))
    for id_ in item.firings:
        yield Point(page.because(id_), 2, FOR)
        if id_ in shorts:
            yield Point(_to_do(shorts[id_]), 4, PLAIN)
    for id_ in item.cautions:
        yield Point(page.because(id_), 2, CARE)


def other_reasons(item: Recommendation, told: Collection[str], page: AdvicePage) -> Iterator[Block]:
    """Yield the reasons of something advised, beside those that are told, and what to do by each."""
    for id_ in item.firings:
        if id_ not in told:
            yield Point(page.because(id_), mark=FOR)
            if short := page.own_short(id_):
                yield Point(_to_do(short), 2, PLAIN)


def _to_do(short: str) -> str:
    return _("To do: {what}").format(what=ended(short))
