"""The portfolio as a table, after the study's Appendix 18: partnerships by factors, totals at the foot."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from advisor._language import N_, _
from advisor._optional import extra_module
from advisor._text import on_one_line
from advisor.files.csv_safety import harmless_text
from advisor.portfolio.headings import ASSESSED
from advisor.portfolio.model import SEEN, Counts, Portfolio, Row, Totals
from advisor.portfolio.totals import titles
from advisor.reports.portfolio_words import full_said, stage_said

BEFORE = ("row", "partnership", "partners", "sector", ASSESSED, "whole")
BEHIND = ("voices", "dates", "date", "alerts", "from")
TOTAL = "total"
YES, OWN = N_("yes"), N_("own view")


def table_of(portfolio: Portfolio) -> list[list[str]]:
    """Return the headings, a row for each partnership, and at the foot the totals of each sector and of all.

    Of each there is a row for each stage, in which the own views are counted apart.
    """
    headings = [*BEFORE, *(factor.plain for factor in portfolio.factors), *BEHIND]
    rows = [_row(row, portfolio) for row in portfolio.rows]
    several = len(portfolio.sectors) > 1
    totals = [*(portfolio.sectors if several else ()), portfolio.total]
    return [headings, *rows, *(line for each in totals for line in _totals(each))]


def as_csv(portfolio: Portfolio) -> str:
    """Return the table as CSV, no cell of which is a formula to a spreadsheet."""
    written = io.StringIO()
    lines = ([harmless_text(cell) for cell in line] for line in table_of(portfolio))
    csv.writer(written, lineterminator="\n").writerows(lines)
    return written.getvalue()


def as_xlsx(portfolio: Portfolio) -> bytes:
    """Return the table as a sheet; `AdvisorError` if the extra `cohort` is not installed."""
    sinks = extra_module("advisor.cohort.sinks", "cohort")
    polars = extra_module("polars", "cohort")
    headings, *lines = table_of(portfolio)
    columns = zip(*lines, strict=True) if lines else ([] for _name in headings)
    frame = polars.DataFrame(
        {
            name: polars.Series(name, [*cells], dtype=polars.String)
            for name, cells in zip(headings, columns, strict=True)
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "portfolio.xlsx"
        sinks.SINKS[".xlsx"]([frame], dict(frame.schema), path)
        return path.read_bytes()


def _row(row: Row, portfolio: Portfolio) -> list[str]:
    raised = {alert.id: alert.title for alert in portfolio.alerts}
    return [
        str(row.number),
        on_one_line(row.name),
        "; ".join(map(on_one_line, row.partners)),
        titles()[row.sector],
        _(YES) if row.assessed else _(OWN),
        full_said(row),
        *(_cell(cell, row) for cell in row.cells),
        str(row.voices),
        str(row.dates),
        row.date or "",
        "; ".join(raised[id_] for id_ in row.alerts),
        "; ".join(map(on_one_line, row.sources)),
    ]


def _cell(cell: Any, row: Row) -> str:
    """Return where a factor stands; of what was assessed, what is no more than her own placing is said."""
    said = full_said(cell)
    return _("{stage} (own view)").format(stage=said) if cell.own_view and row.assessed else said


def _totals(totals: Totals) -> Iterator[list[str]]:
    if totals.assessed:
        yield from _counted(totals, _(YES), totals.whole, totals.factors)
    if totals.own_views or any(_number(each) for each in totals.own_factors):
        yield from _counted(totals, _(OWN), totals.own_whole, totals.own_factors)


def _counted(totals: Totals, whose: str, whole: Counts, factors: Sequence[Counts]) -> Iterator[list[str]]:
    for stage in SEEN:
        counts = [str(getattr(each, stage)) for each in (whole, *factors)]
        if stage != "differs" or any(count != "0" for count in counts):
            said = f"{totals.title}: {stage_said(stage)}"
            yield [TOTAL, said, "", totals.title, whose, *counts, *("" for _name in BEHIND)]


def _number(counts: Counts) -> int:
    return sum(getattr(counts, stage) for stage in SEEN)
