"""Everything that is advised, held back and found, as a part of the page with the whole advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.advice.model import Recommendation
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import CARE, FOR, PLAIN, Block, Point, Title, numbered
from advisor.reports.wording import ended


def everything(page: AdvicePage) -> Iterator[Block]:
    """Yield all that is advised, kind by kind, then what is held back and what was found."""
    for title, items in _headed(page):
        if items:
            yield Title(title)
        for item in items:
            yield from _item(item, page)
    if page.advice.withheld:
        yield Title("HELD BACK FOR NOW, AND WHY")
    for held in page.advice.withheld:
        yield Point(f"{held.title} [{held.id}]: {page.because(held.firings[0])}")
    if page.advice.findings:
        yield Title("EVERYTHING THAT WAS FOUND")
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
            yield Point(f"To do: {ended(shorts[id_])}", 4, PLAIN)
    for id_ in item.cautions:
        yield Point(page.because(id_), 2, CARE)
