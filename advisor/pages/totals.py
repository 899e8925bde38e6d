"""The page with totals over many cases, and the totals in each of their formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from advisor._language import _, language_tag
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cohort.totals import Totals
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.pages.render import as_html
from advisor.pages.totals_bars import bars
from advisor.pages.totals_model import Chapter, Numbers, Shown, TotalsLabels, TotalsPage
from advisor.reports.outline_formats import write_outline
from advisor.reports.totals import totals_outline
from advisor.reports.totals_shown import Panel, Section, TotalsShown, totals_shown
from advisor.reports.totals_table import totals_csv, totals_xlsx


def totals_page(said: TotalsShown) -> TotalsPage:
    """Return the page with totals; `as_html` makes a file of it."""
    rows = tuple((title, f"{number:,}") for title, number in said.first)
    headers = (_("What"), _("Comes first in, of {cases:,}").format(cases=said.cases))
    return TotalsPage(
        language=language_tag(),
        name=said.title,
        alerts=said.alerts,
        lead=said.lead,
        chapters=tuple(map(_chapter, said.sections)),
        first_title=said.first_title,
        first=Numbers(said.first_title, headers, rows) if rows else None,
        words=TotalsLabels(
            skip=_("Go to the numbers"),
            contents=_("On this page"),
            before_all=_("Before all else"),
            in_numbers=_("The same in numbers"),
            offline=_("This page is one file. It loads nothing, sends nothing and keeps nothing."),
        ),
    )


def write_totals(totals: Totals, knowledge: KnowledgeBase, format_: str) -> str | bytes:
    """Return totals as `html`, `text`, `markdown`, `docx`, `csv`, `xlsx` or `json`.

    `AdvisorError` for any other format, or if a package for it is missing.
    """
    if format_ in _AS_DATA:
        return _AS_DATA[format_](totals)
    said = totals_shown(totals, knowledge)
    if format_ == "html":
        return as_html(totals_page(said))
    if format_ not in _AS_TEXT:
        what = _("there is no format '{format}'; {remedy}")
        known = ("html", *_AS_TEXT, *_AS_DATA)
        raise AdvisorError(what.format(format=shown(format_), remedy=did_you_mean(format_, known)))
    return write_outline(totals_outline(said), format_)


_AS_DATA: Mapping[str, Callable[[Totals], str | bytes]] = {
    "csv": totals_csv,
    "xlsx": totals_xlsx,
    "json": Totals.as_json,
}
_AS_TEXT = ("text", "markdown", "docx")


def _chapter(section: Section) -> Chapter:
    notes = tuple(filter(None, (*section.notes, section.instead)))
    panels = enumerate(section.panels, 1)
    return Chapter(
        section.id, section.title, notes, tuple(_shown(each, f"{section.id}-{n}") for n, each in panels)
    )


def _shown(panel: Panel, id_: str) -> Shown:
    if not panel.is_split:
        return Shown(panel.title, None, None, panel.instead)
    headers = ("", *panel.parts, _("of"))
    rows = tuple((line.label, *(f"{n:,}" for n in line.numbers), f"{line.cases:,}") for line in panel.lines)
    return Shown(panel.title, bars(panel, id_), Numbers(panel.title, headers, rows), "")
