"""Tables that a leader fills in herself: a row a partner, tight, in between or loose in each factor.

It is her own view and never counts as assessed. A row with faults is told, and shown as far as it is sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisor._command import hint, typed_or_called
from advisor._language import N_, _
from advisor._optional import extra_module
from advisor._text import shown
from advisor.cases.gathering import Unread
from advisor.cases.naming import name_key
from advisor.errors import AdvisorError, Fault, InputError, TableError
from advisor.files.csv_safety import as_typed
from advisor.files.read import quoted
from advisor.portfolio.headings import (
    PARTNER,
    TWO_MEANINGS,
    Headings,
    headings_in,
    known_headings,
    letters,
    stage_in,
)
from advisor.portfolio.model import Factor, RowFault

LONGEST_CELL = 200  # letters of a cell that a fault quotes
TABLES = (".csv", ".xlsx")
TRY = N_("write tight, in between or loose")


@dataclass(frozen=True, slots=True)
class OwnView:
    """A row: a partner as the leader sees it. `stages` are in the order of the factors."""

    file: str
    row: int
    partner: str
    sector: str
    partnership: str
    stages: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the row is called: the partnership if it names one, else the partner."""
        return self.partnership or self.partner

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its names: a case with one of them is of the same."""
        return frozenset(filter(None, map(name_key, (self.partner, self.partnership))))


@dataclass(frozen=True, slots=True)
class OwnViews:
    """The rows of tables, what is wrong with some of them, and the tables that could not be read."""

    rows: tuple[OwnView, ...] = ()
    faults: tuple[RowFault, ...] = ()
    unread: tuple[Unread, ...] = ()


def sectors_said(views: Iterable[OwnView]) -> dict[str, str]:
    """Return the sector that rows give to a partner or partnership, by the key of its name, if they agree."""
    said: dict[str, set[str]] = {}
    for view in views:
        if view.sector:
            for key in view.keys:
                said.setdefault(key, set()).add(view.sector)
    return {key: next(iter(words)) for key, words in said.items() if len(words) == 1}


def tables_in(folder: Path) -> list[Path]:
    """Return the files in a folder that may be tables, in the order of their names."""
    try:
        found = sorted(folder.iterdir())
    except OSError:  # what reads the cases tells of it
        return []
    return [
        path
        for path in found
        if path.suffix.lower() in TABLES and not path.name.startswith((".", "~$")) and path.is_file()
    ]


def own_views(named: Sequence[Path], lying: Sequence[Path], factors: Sequence[Factor]) -> OwnViews:
    """Return the rows of tables.

    A table that was `named` must be one; what is merely `lying` there is passed over if its headings are
    others. Raises `AdvisorError` if a named one cannot be read.
    """
    rows: list[OwnView] = []
    faults: list[RowFault] = []
    unread: list[Unread] = []
    for path in dict.fromkeys((*named, *lying)):
        try:
            found = _table(path, factors)
        except AdvisorError as error:
            if path in named:
                raise
            unread.append(Unread(path.name, _said(error)))
            continue
        if found is None:
            if path in named:
                raise _no_table(path, factors)
            continue
        rows += found[0]
        faults += found[1]
    kept, more = _each_once(rows)
    in_order = sorted(faults + more, key=lambda fault: (fault.file, fault.row, fault.said))
    return OwnViews(tuple(kept), tuple(in_order), tuple(unread))


def _table(path: Path, factors: Sequence[Factor]) -> tuple[list[OwnView], list[RowFault]] | None:
    """Return the rows of a table and what is wrong with them; None if its headings are others."""
    opening = extra_module("advisor.cohort.opening", "cohort")
    flaw = extra_module("advisor.cohort.answer_columns", "cohort").FLAW.name
    table = opening.open_table(path, known_headings(factors))
    headings = headings_in(table.names, factors)
    if headings is None:
        return None
    rows: list[OwnView] = []
    faults: list[RowFault] = []
    for part in table.parts():
        frame = part.read()
        for number, cells in zip(part.numbers, frame.iter_rows(named=True), strict=True):
            row, wrong = _row(path.name, number, cells, headings, factors)
            told = cells.get(flaw)
            faults += [RowFault(path.name, number, said) for said in ([told] if told else []) + wrong]
            if row is not None:
                rows.append(row)
    return rows, faults


def _row(
    file: str, number: int, cells: Mapping[str, Any], headings: Headings, factors: Sequence[Factor]
) -> tuple[OwnView | None, list[str]]:
    """Return a row as far as it is sound, and what is wrong with it."""

    def text(name: str | None) -> str:
        cell = None if name is None else cells.get(name)
        return "" if cell is None else as_typed(str(cell)).strip()

    wrong: list[str] = []
    stages = []
    for factor, name in zip(factors, headings.factors, strict=True):
        stage = stage_in(text(name))
        if stage is None:
            wrong.append(_not_a_stage(text(name), factor))
        stages.append(stage or "unknown")
    partner = text(headings.partner)
    if not name_key(partner):
        wrong.insert(
            0, _("no partner is named; write the name of the service in '{heading}'").format(heading=PARTNER)
        )
        return None, wrong
    view = OwnView(file, number, partner, text(headings.sector), text(headings.partnership), tuple(stages))
    return view, wrong


def _not_a_stage(cell: str, factor: Factor) -> str:
    said = shown(cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL] + "...")
    if letters(cell) == TWO_MEANINGS:
        what = _("'{cell}' in '{factor}' may mean two things; write loose or in between")
        return what.format(cell=said, factor=factor.short)
    what = _("'{cell}' in '{factor}' is no stage; {remedy}")
    return what.format(cell=said, factor=factor.short, remedy=_(TRY))


def _each_once(rows: Iterable[OwnView]) -> tuple[list[OwnView], list[RowFault]]:
    """Return one row for each partner. Where rows of the same differ, what they say is not known.

    So it does not matter in which order they stand.
    """
    by_key: dict[tuple[str, str], list[OwnView]] = {}
    for row in rows:
        by_key.setdefault((name_key(row.partnership), name_key(row.partner)), []).append(row)
    kept: list[OwnView] = []
    faults: list[RowFault] = []
    for same in by_key.values():
        row = min(same, key=lambda row: (row.partner, row.partnership, row.sector, row.file, row.row))
        stages = [_agreed(said) for said in zip(*(each.stages for each in same), strict=True)]
        sectors = {letters(each.sector): each.sector for each in sorted(same, key=lambda each: each.sector)}
        sector = next(iter(sectors.values())) if len(sectors) == 1 else ""
        kept.append(OwnView(row.file, row.row, row.partner, sector, row.partnership, tuple(stages)))
        if len(same) > 1:
            faults += [RowFault(each.file, each.row, _twice(each, same)) for each in same]
    return kept, faults


def _agreed(said: Sequence[str]) -> str:
    return said[0] if len(set(said)) == 1 else "unknown"


def _twice(row: OwnView, same: Sequence[OwnView]) -> str:
    others = ", ".join(
        str(each.row) if each.file == row.file else f"{quoted(Path(each.file))}#{each.row}"
        for each in sorted(same, key=lambda each: (each.file, each.row))
        if each is not row
    )
    what = _("'{partner}' is there more than once (row {others} too); keep one of them")
    return what.format(partner=shown(row.partner[:LONGEST_CELL]), others=others)


def _said(error: AdvisorError) -> tuple[str, ...]:
    return tuple(map(str, error.faults)) if isinstance(error, InputError) else (error.told(),)


def _no_table(path: Path, factors: Sequence[Factor]) -> TableError:
    what = _("there is no column '{partner}', or none for a factor").format(partner=PARTNER)
    names = ", ".join((PARTNER, *(f"'{factor.short}'" for factor in factors)))
    remedy = _("name them {names}").format(names=names)
    begin = _("{remedy}; begin an empty table with: {command}")
    command = hint("portfolio", "--new", "partners.csv")
    told = typed_or_called(begin.format(remedy=remedy, command=command), remedy)
    return TableError([Fault(str(path), 1, 1, what, told)])
