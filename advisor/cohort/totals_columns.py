"""Which columns of a table say of which sector and which day a row is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cohort.headings import plain
from advisor.cohort.totals_tally import PlaceColumns
from advisor.errors import Fault, TableError

SECTOR_COLUMN, DATE_COLUMN = "sector", "date"  # where none is named


def place_columns(
    names: Sequence[str], answers: Collection[str], label: str, sector: str | None, date: str | None
) -> PlaceColumns:
    """Return the columns that are named, or else those called 'sector' and 'date', if there are any.

    `TableError` if one is named that is not there, or that is an answer.
    """
    faults = [
        fault for name in (sector, date) if name is not None for fault in _wrong(name, names, answers, label)
    ]
    if faults:
        raise TableError(faults)
    carried = [name for name in names if name not in answers]
    return PlaceColumns(
        sector=_called(SECTOR_COLUMN, carried) if sector is None else sector,
        date=_called(DATE_COLUMN, carried) if date is None else date,
    )


def _called(word: str, carried: Sequence[str]) -> str | None:
    """Return the column that is called so, in whatever case; None if there is none, or several are."""
    if word in carried:
        return word
    found = [name for name in carried if plain(name) == word]
    return found[0] if len(found) == 1 else None


def _wrong(name: str, names: Sequence[str], answers: Collection[str], label: str) -> list[Fault]:
    if name in answers:
        what = _("'{name}' is an answer, and says no sector and no day").format(name=shown(name))
        return [Fault(label, 1, 1, what, _("name a column that is no answer"))]
    if name not in names:
        what = _("there is no column '{name}'").format(name=shown(name))
        return [Fault(label, 1, 1, what, did_you_mean(name, (one for one in names if one not in answers)))]
    return []
