"""Totals over many cases as an outline."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor.reports.outline import HANGING, Block, Group, Outline, Paragraph, Point, Table, Title
from advisor.reports.totals_shown import Panel, TotalsShown


def totals_outline(shown: TotalsShown) -> Outline:
    """Return what is said of totals, as an outline."""
    outline = Outline([Title(shown.title), Paragraph(shown.alerts)])
    outline.put(Paragraph(text) for text in shown.lead)
    for section in shown.sections:
        outline.put([Title(section.title)])
        outline.put(Paragraph(text) for text in (*section.notes, section.instead) if text)
        for panel in section.panels:
            outline.put(_panel(panel))
    if shown.first:
        outline.put([Title(shown.first_title), _table_of_first(shown)])
    return outline


def _panel(panel: Panel) -> Iterator[Block]:
    yield Group(panel.title)
    if not panel.is_split:
        yield Paragraph(panel.instead, close=True)
        return
    rows = [(line.label, *map(_number, line.numbers), _number(line.cases)) for line in panel.lines]
    headers = ("", *panel.parts, _("of"))
    yield Table(headers, tuple(rows), tuple(_narrow(panel)))


def _narrow(panel: Panel) -> Iterator[Point]:
    for line in panel.lines:
        said = [f"{part} {_number(n)}" for part, n in zip(panel.parts, line.numbers, strict=True)]
        told = _("{label}: {numbers}, of {cases}")
        yield Point(
            told.format(label=line.label, numbers=", ".join(said), cases=_number(line.cases)), 1, HANGING
        )


def _table_of_first(shown: TotalsShown) -> Table:
    of_all = _number(shown.cases)
    rows = [(title, _number(number), of_all) for title, number in shown.first]
    narrow = [
        Point(_("{what}: {n} of {all}").format(what=title, n=number, all=of_all), 1, HANGING)
        for title, number, of_all in rows
    ]
    return Table((_("intervention"), _("comes first in"), _("of")), tuple(rows), tuple(narrow))


def _number(number: int) -> str:
    return f"{number:,}"
