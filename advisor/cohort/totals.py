"""Totals over many cases that may be passed on: no number below `LEAST` is in them, or can be worked out.

The fields and their names are the published JSON contract (docs/cohorts.md); `totals.as_json()` gives it.
Pages, texts and tables are made from these alone, so none of them can say more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor import _notebook
from advisor._document import Document

TOTALS_SCHEMA_VERSION = 1
LEAST = 5  # what is fewer is withheld
OTHER = "other"  # a sector that is not in the list, or is not given
NOTHING = "none"  # no intervention comes first
LIGHT = "light"  # what a spread is of: the partnership as a whole, or else the factor with that id

Shown = Literal["shown", "withheld", "no-column"]


@dataclass(frozen=True, slots=True)
class Some:
    """How many cases say one of `values`; no values stand for all that are not named beside it.

    Several values are not told apart: somewhere one of them has too few.
    """

    values: tuple[str, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How many cases stand where, of a factor or as a whole; a single part is all of them, not told apart."""

    of: str
    parts: tuple[Some, ...]


@dataclass(frozen=True, slots=True)
class SectorTotals:
    """The cases of a sector, or of several that are not told apart; nobody says that each of them has any."""

    sectors: tuple[str, ...]
    cases: int
    spreads: tuple[Spread, ...]


@dataclass(frozen=True, slots=True)
class PeriodTotals:
    """The cases of a quarter such as 2026-Q1, or of several from `first` to `last` that are not told apart.

    None is an open end: with both it is any date. `undated` if cases without a date that can be read are, or
    may be, among them; with both ends None it is those alone.
    """

    first: str | None
    last: str | None
    undated: bool
    cases: int
    spreads: tuple[Spread, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Totals(Document, _notebook.Shown):
    """What many cases come to: as a whole, by sector and by time, and what is to come first most often.

    `cases` is how many were counted, `refused` how many rows had faults and were not: None if fewer than
    `least`. Alerts are not counted: they are looked at one by one.
    """

    schema_version: int
    least: int
    cases: int | None
    refused: int | None
    spreads: tuple[Spread, ...]
    by_sector: Shown
    sectors: tuple[SectorTotals, ...]
    by_period: Shown
    periods: tuple[PeriodTotals, ...]
    interventions: tuple[Some, ...]
