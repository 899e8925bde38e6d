"""How each partnership stands, and how many stand where: the tables of a portfolio in text."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _, date_in_words, ngettext
from advisor._text import on_one_line
from advisor.portfolio.model import SEEN, Counts, Portfolio, Row
from advisor.portfolio.totals import titles
from advisor.reports.outline import HANGING, PLAIN, Block, Point, Table, Title
from advisor.reports.portfolio_words import (
    LONGEST_NAME,
    seen_said,
    short_said,
    stage_said,
)
from advisor.reports.wording import CUT, cut

LETTERS = 24  # of a name in a table of 80 columns
OWN, ALERT = "*", "!"
LEGEND = {
    ALERT: N_("! comes before the partnership: see above."),
    OWN: N_("* your own view, as you placed it."),
    "?": N_("? as far as one answer tells, or the answers point different ways."),
    "-": N_("- not known yet."),
}
VIEWS = {
    "own": N_("Not all have agreed to be shown, so this is how the centre sees it."),
    "guarded": N_("Not all have agreed to be shown, so no stage is shown."),
}
MOST_TOLD = 20


def standing(portfolio: Portfolio) -> Iterator[Block]:
    """Yield the table of all partnerships by factors, by sector, and what its signs mean."""
    if not portfolio.rows:
        return
    yield Title(_("HOW EACH STANDS"))
    headers = (_("partnership"), *(factor.short for factor in portfolio.factors), _("whole"))
    lines = [*_lines(portfolio)]
    yield Table(headers, tuple(lines), tuple(_narrow(portfolio)))
    last = {cell[-1:] for line in lines for cell in line[1:]}
    signs = last | {line[0][:1] for line in lines}
    for sign, means in LEGEND.items():
        if sign in signs:
            yield Point(_(means), mark=PLAIN)
    yield from _apart(portfolio)


def _lines(portfolio: Portfolio) -> Iterator[tuple[str, ...]]:
    for sector, title in titles().items():
        rows = [row for row in portfolio.rows if row.sector == sector]
        if rows:
            yield (title.upper(), *("" for _cell in portfolio.factors), "")
        for row in rows:
            cells = (short_said(cell.stage, cell.sure) for cell in row.cells)
            yield (_name(row, LETTERS), *cells, short_said(row.whole))


def _name(row: Row, letters: int) -> str:
    marks = ALERT * bool(row.alerts) + OWN * (not row.assessed)
    name = on_one_line(row.name)
    short = name if len(name) <= letters else name[: letters - len(CUT)].rstrip() + CUT
    return f"{marks} {short}".strip()


def _narrow(portfolio: Portfolio) -> Iterator[Point]:
    for sector, title in titles().items():
        rows = [row for row in portfolio.rows if row.sector == sector]
        if rows:
            yield Point(title.upper(), mark=PLAIN)
        for row in rows:
            cells = [
                f"{cell_title} {short_said(cell.stage, cell.sure)}"
                for cell_title, cell in zip(
                    (factor.short for factor in portfolio.factors), row.cells, strict=True
                )
            ]
            yield Point(f"{_name(row, LONGEST_NAME)}: {', '.join(cells)}", mark=HANGING)


def _apart(portfolio: Portfolio) -> Iterator[Block]:
    """Yield where there are several answers, how far the voices differ, and where not all may be shown."""
    several = [row for row in portfolio.rows if row.voices > 1 or row.dates > 1 or row.view in VIEWS]
    for row in several[:MOST_TOLD]:
        said = [_("{name}:").format(name=cut(row.name, LONGEST_NAME)), *_answered(row)]
        apart = [
            _("{factor} {stages}").format(factor=factor.short, stages=seen_said(cell.seen))
            for factor, cell in zip(portfolio.factors, row.cells, strict=True)
            if cell.seen
        ]
        if apart:
            said.append(_("Seen differently: {factors}.").format(factors="; ".join(apart)))
        if row.view in VIEWS:
            said.append(_(VIEWS[row.view]))
        yield Point(" ".join(said), mark=HANGING)
    more = len(several) - MOST_TOLD
    if more > 0:
        yield Point(ngettext("and {n} more", "and {n} more", more).format(n=more), mark=PLAIN)


def _answered(row: Row) -> Iterator[str]:
    if row.voices > 1:
        yield _("{n} people have answered.").format(n=row.voices)
    if row.dates > 1:
        day = date_in_words(row.date or "")
        yield _("There are answers of {n} dates, the latest of {day}.").format(n=row.dates, day=day)


def totals(portfolio: Portfolio) -> Iterator[Block]:
    """Yield how many partnerships stand where: by factor, and as a whole by sector; own views apart."""
    if not portfolio.rows:
        return
    total = portfolio.total
    if total.assessed:
        yield Title(_("HOW MANY STAND WHERE"))
        named = [
            (factor.short, counts) for factor, counts in zip(portfolio.factors, total.factors, strict=True)
        ]
        yield _counted(_("factor"), [*named, (_("whole"), total.whole)])
        sectors = [(each.title, each.whole) for each in portfolio.sectors if each.assessed]
        if len(sectors) > 1:
            yield Title(_("AS A WHOLE, BY SECTOR"))
            yield _counted(_("sector"), sectors)
    if total.own_views:
        yield Title(_("HOW MANY YOU PLACED WHERE YOURSELF"))
        own = zip(portfolio.factors, total.own_factors, strict=True)
        named = [(factor.short, counts) for factor, counts in own]
        yield _counted(_("factor"), [*named, (_("whole"), total.own_whole)])
        sectors = [(each.title, each.own_whole) for each in portfolio.sectors if each.own_views]
        if len(sectors) > 1:
            yield Title(_("AS A WHOLE, BY SECTOR, AS YOU PLACED THEM"))
            yield _counted(_("sector"), sectors)


def _counted(title: str, lines: list[tuple[str, Counts]]) -> Table:
    stages = [stage for stage in SEEN if stage != "differs" or any(each.differs for _name, each in lines)]
    headers = (title, *(stage_said(stage) for stage in stages))
    rows = [(name, *(str(getattr(counts, stage)) for stage in stages)) for name, counts in lines]
    narrow = [
        Point(
            f"{row[0]}: " + ", ".join(f"{n} {stage}" for n, stage in zip(row[1:], headers[1:], strict=True)),
            mark=HANGING,
        )
        for row in rows
    ]
    return Table(headers, tuple(rows), tuple(narrow))
