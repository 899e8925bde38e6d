"""The totals of a portfolio: how many partnerships stand where, by sector; own views are counted apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from advisor._language import N_, _
from advisor.knowledge.sectors import sector_titles
from advisor.portfolio.model import NO_SECTOR, SEEN, SEVERAL_SECTORS, Cell, Counts, Row, Totals

ALL = "all"
OTHER_TITLES = {
    SEVERAL_SECTORS: N_("Several sectors"),
    NO_SECTOR: N_("Sector not known"),
    ALL: N_("All"),
}


def totals_of(rows: Sequence[Row], factors: int) -> tuple[tuple[Totals, ...], Totals]:
    """Return the totals of each sector that a row is of, in their order, and those of all rows."""
    by_sector: dict[str, list[Row]] = {sector: [] for sector in titles()}
    for row in rows:
        by_sector[row.sector].append(row)
    found = tuple(_totals(sector, some, factors) for sector, some in by_sector.items() if some)
    return found, _totals(ALL, rows, factors)


def titles() -> dict[str, str]:
    """Return the titles of the sectors by their ids, in their order, the unknown last."""
    return sector_titles() | {sector: _(OTHER_TITLES[sector]) for sector in (SEVERAL_SECTORS, NO_SECTOR)}


def _totals(sector: str, rows: Sequence[Row], factors: int) -> Totals:
    assessed = [row for row in rows if row.assessed]
    own = [row for row in rows if not row.assessed]
    columns = [[(row, row.cells[place]) for row in rows] for place in range(factors)]
    return Totals(
        sector=sector,
        title=_(OTHER_TITLES[ALL]) if sector == ALL else titles()[sector],
        assessed=len(assessed),
        own_views=len(own),
        whole=_counts(row.whole for row in assessed),
        factors=tuple(_counts(c.stage for row, c in column if not _is_own(row, c)) for column in columns),
        own_whole=_counts(row.whole for row in own),
        own_factors=tuple(_counts(c.stage for row, c in column if _is_own(row, c)) for column in columns),
    )


def _is_own(row: Row, cell: Cell) -> bool:
    """Return whether a stage is no more than the leader's own placing."""
    return cell.own_view or not row.assessed


def _counts(stages: Iterable[str]) -> Counts:
    found = Counter(stages)
    return Counts(**{stage: found[stage] for stage in SEEN})
