"""The table of a portfolio: partnerships by factors, with totals by sector."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _, date_in_words, ngettext
from advisor.knowledge.terms import ASKED_STAGES
from advisor.pages.circles_model import SIGNS
from advisor.pages.model import Texts
from advisor.pages.portfolio_map import LONGEST_NAME, stage_said
from advisor.pages.portfolio_model import Line, Sector, Shown, Total
from advisor.portfolio.model import Counts, Portfolio, Row, Totals
from advisor.reports.portfolio_standing import VIEWS
from advisor.reports.wording import cut, joined

_VIEWS = {
    "open": N_("{n} voices."),
    "own": N_("{n} voices; only your own is shown."),
    "guarded": N_("{n} voices; who sees what is not shown."),
}
MOST_PARTNERS = 3  # that are named below a partnership


def sectors_of(portfolio: Portfolio) -> Iterator[Sector]:
    """Yield the lines of each sector with their totals."""
    by_sector: dict[str, list[Row]] = {}
    for row in portfolio.rows:
        by_sector.setdefault(row.sector, []).append(row)
    for totals in portfolio.sectors:
        lines = tuple(_line(row) for row in by_sector.get(totals.sector, ()))
        yield Sector(totals.title, lines, tuple(totals_of(totals)))


def totals_of(totals: Totals) -> Iterator[Total]:
    """Yield how many stand where: those assessed, and apart from them those of an own view."""
    if totals.assessed:
        title = ngettext("{n} assessed", "{n} assessed", totals.assessed).format(n=totals.assessed)
        yield Total(title, tuple(map(_counted, (totals.whole, *totals.factors))))
    if totals.own_views:
        title = ngettext("{n} by your own view", "{n} by your own view", totals.own_views)
        cells = tuple(map(_counted, (totals.own_whole, *totals.own_factors)))
        yield Total(title.format(n=totals.own_views), cells)


def _counted(counts: Counts) -> Texts:
    return tuple(
        _("{stage}: {n}").format(n=getattr(counts, stage), stage=stage_said(stage))
        for stage in SIGNS
        if getattr(counts, stage)
    )


def _line(row: Row) -> Line:
    whole = _shown(row.whole, row.seen, own=not row.assessed)
    cells = (
        _shown(cell.stage, cell.seen, own=cell.own_view, tentative=cell.sure == "tentative")
        for cell in row.cells
    )
    return Line(row.number, cut(row.name, LONGEST_NAME), " ".join(_about(row)), (whole, *cells))


def _shown(stage: str, seen: Texts, *, own: bool, tentative: bool = False) -> Shown:
    """Return a cell; a question mark behind a stage says that it is not firm."""
    said = stage_said(stage)
    if stage == "differs" and seen:
        stages = " / ".join(_(ASKED_STAGES[each]) for each in seen)
        said = _("voices differ: {stages}").format(stages=stages)
    return Shown(SIGNS.index(stage), f"{said}{'?' * tentative}", own and stage != "unknown")


def _about(row: Row) -> Iterator[str]:
    """Yield what is worth knowing of a partnership: its partners, its voices, how often it was looked at."""
    if len(row.partners) > 1:
        named = joined(cut(each, LONGEST_NAME) for each in row.partners[:MOST_PARTNERS])
        more = len(row.partners) - MOST_PARTNERS
        with_ = _("With {partners} and {n} more.") if more > 0 else _("With {partners}.")
        yield with_.format(partners=named, n=more)
    if not row.assessed and row.view != "guarded":
        yield _("Your own view.")
    if row.voices > 1:
        yield _(_VIEWS[row.view]).format(n=row.voices)
    elif row.view in VIEWS:
        yield _(VIEWS[row.view])
    if row.date:
        said = _("On {day}.") if row.dates <= 1 else _("{n} dates, the latest {day}.")
        yield said.format(day=date_in_words(row.date), n=row.dates)
