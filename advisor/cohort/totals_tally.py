"""The counts that totals are made of, summed part by part. They are not to be shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from advisor.cohort.assess import FAULTS, LIGHT, PLACES, Assessor
from advisor.cohort.totals import NOTHING
from advisor.cohort.totals_places import SECTOR_IDS, Numbers, quarters_in, sectors_in

SECTOR, QUARTER = "\0sector", "\0quarter"  # no heading of a table
VALUES = 4  # unknown, and the three stages or colours


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """The columns that say of which sector and which day a row is; None where there is none."""

    sector: str | None = None
    date: str | None = None

    @property
    def names(self) -> list[str]:
        """Those that there are."""
        return [name for name in (self.sector, self.date) if name is not None]

    def of(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the sector and the quarter of each row, as numbers, in columns that no table has."""
        columns = []
        if self.sector is not None:
            columns.append(pl.Series(SECTOR, sectors_in(frame[self.sector]), dtype=pl.Int32))
        if self.date is not None:
            columns.append(pl.Series(QUARTER, quarters_in(frame[self.date]), dtype=pl.Int32))
        return pl.DataFrame(columns)


@dataclass
class Tally:
    """How many rows say what, all in all, in each sector and in each quarter; the rows with faults apart.

    The counts of a row are one after the other: `VALUES` for each of `spread`.
    """

    places: PlaceColumns
    spread: tuple[str, ...]  # the columns that are counted: the whole, and each factor
    words: dict[str, list[str]]  # what each of them can say
    candidates: list[str]  # the interventions, in the order of the knowledge
    refused: int = 0
    whole: Numbers = 0
    sectors: Numbers = 0  # a row for each of `SECTOR_IDS`
    quarters: dict[int, Numbers] = field(default_factory=dict)
    first: Counter[str] = field(default_factory=Counter)

    @classmethod
    def begun(cls, assessor: Assessor, places: PlaceColumns) -> Tally:
        """Return a tally of no rows yet."""
        spread = (LIGHT, *assessor.factors)
        words = {column: assessor.words(column) for column in spread}
        tally = cls(places, spread, words, assessor.words(PLACES[0]))
        tally.whole = np.zeros(VALUES * len(spread), dtype=np.int64)
        tally.sectors = np.zeros((len(SECTOR_IDS), VALUES * len(spread)), dtype=np.int64)
        return tally

    def add(self, frame: pl.DataFrame) -> None:
        """Count the rows of one more part: what was assessed of them, beside their sectors and quarters."""
        sound = frame.filter(frame[FAULTS].is_null())
        self.refused += len(frame) - len(sound)
        codes = [self._codes(sound[column], column) for column in self.spread]
        self.whole = self.whole + _counted(codes, np.zeros(len(sound), dtype=np.int64), 1)[0]
        if SECTOR in frame.columns:
            self.sectors = self.sectors + _counted(codes, sound[SECTOR].to_numpy(), len(SECTOR_IDS))
        if QUARTER in frame.columns:
            there, place = np.unique(sound[QUARTER].to_numpy(), return_inverse=True)
            counted = _counted(codes, place, len(there))
            for quarter, counts in zip(there.tolist(), counted, strict=True):
                self.quarters[quarter] = self.quarters.get(quarter, 0) + counts
        first = sound[PLACES[0]].fill_null(NOTHING).value_counts(name="count")
        self.first.update(dict(first.iter_rows()))

    def _codes(self, column: pl.Series, name: str) -> Numbers:
        return column.cast(pl.Enum(self.words[name])).to_physical().to_numpy()

    @property
    def in_time(self) -> list[int]:
        """The quarters that there are, in order; rows without one come first."""
        return sorted(self.quarters)


def _counted(codes: list[Numbers], place: Any, places: int) -> Numbers:
    """Return the counts of each place."""
    each = [np.bincount(place * VALUES + code, minlength=places * VALUES) for code in codes]
    return np.hstack([counts.reshape(places, VALUES) for counts in each]).astype(np.int64)
