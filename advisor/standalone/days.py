"""Days in words for the script: what Babel says in the language of the moment, with room for day and year."""

from __future__ import annotations

import datetime

from advisor._language import date_in_words, day_in_words

_DAY, _YEAR = 28, 4567  # that stand in no word


def days() -> dict[str, list[str]]:
    """Return for each month what is said of a day in it, and of it alone."""
    months = range(1, 13)
    return {
        "days": [_with_room(day_in_words(datetime.date(_YEAR, month, _DAY))) for month in months],
        "months": [_with_room(date_in_words(f"{_YEAR}-{month:02}")) for month in months],
    }


def _with_room(said: str) -> str:
    return said.replace(str(_YEAR), "{year}").replace(str(_DAY), "{day}")
