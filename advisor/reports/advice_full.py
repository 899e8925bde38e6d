"""Everything that is advised, held back and found, as a part of the page with the whole advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.advice.model import Recommendation
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import CARE, FOR, Block, Point, Title, numbered


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
    yield Point(f"{item.title} [{item.id}]", mark=numbered(item.rank))
    for mark, ids in ((FOR, item.firings), (CARE, item.cautions)):
        for id_ in ids:
            yield Point(page.because(id_), 2, mark)
