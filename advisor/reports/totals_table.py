"""Totals over many cases as one table, a row a number: as CSV, or as a sheet."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence

from advisor._optional import extra_module
from advisor.cohort.totals import PeriodTotals, Some, Spread, Totals
from advisor.files.csv_safety import harmless_text

HEADINGS = ("by", "group", "of", "value", "cases", "of-cases")
BETWEEN, OPEN_END = " | ", ".."
ALL_OTHERS = "all-others"
Row = tuple[str, str, str, str, int, int]


def totals_rows(totals: Totals) -> Iterator[Row]:
    """Yield a row for each number, in the words of the files.

    `by` is all, sector or period, `group` which; `of` a factor, light or first; `value` what was counted.
    """
    if totals.cases is None:
        return
    yield from _spreads("all", "all", totals.cases, totals.spreads)
    for period in totals.periods:
        yield from _spreads("period", _period(period), period.cases, period.spreads)
    for sector in totals.sectors:
        name = ALL_OTHERS if len(sector.sectors) > 1 else sector.sectors[0]
        yield from _spreads("sector", name, sector.cases, sector.spreads)
    for each in totals.interventions:
        yield "all", "all", "first", _value(each), each.cases, totals.cases


def _spreads(by: str, group: str, cases: int, spreads: Sequence[Spread]) -> Iterator[Row]:
    for spread in spreads:
        for part in spread.parts:
            yield by, group, spread.of, _value(part), part.cases, cases


def _value(part: Some) -> str:
    return BETWEEN.join(part.values) or ALL_OTHERS


def _period(period: PeriodTotals) -> str:
    """Return a time as 2026-Q1, as 2026-Q1..2026-Q3 or with an open end; what has no date is `undated`."""
    if period.first is None and period.last is None:
        return "undated" if period.undated else "dated"
    if period.first == period.last:
        return period.first or ""
    run = f"{period.first or ''}{OPEN_END}{period.last or ''}"
    return f"{run}{BETWEEN}undated" if period.undated else run


def totals_csv(totals: Totals) -> str:
    """Return the table as CSV; no cell is a formula to a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for row in totals_rows(totals):
        writer.writerow([harmless_text(cell) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def totals_xlsx(totals: Totals) -> bytes:
    """Return the table as a sheet of XLSX, the same bytes each time; `AdvisorError` without the extra."""
    writer = extra_module("xlsxwriter", "cohort")
    out = io.BytesIO()
    book = writer.Workbook(out, {"in_memory": True})
    book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # not by the clock
    sheet = book.add_worksheet("totals")
    for number, row in enumerate((HEADINGS, *totals_rows(totals))):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            else:
                sheet.write_number(number, column, cell)
    book.close()
    return out.getvalue()
