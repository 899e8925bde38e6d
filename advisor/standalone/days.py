"""Days in words, beside the words of the page: what Babel says in the language of the moment."""

from __future__ import annotations

import datetime

from advisor._language import date_in_words, day_in_words

_DAY, _YEAR = 28, 4567  # that stand in no word


def days() -> dict[str, str]:
    """Return for each month what is said of a day in it, and of it alone, with room for day and year."""
    months = range(1, 13)
    said = {f"days.day_{month}": day_in_words(datetime.date(_YEAR, month, _DAY)) for month in months}
    said |= {f"days.month_{month}": date_in_words(f"{_YEAR}-{month:02}") for month in months}
    return {name: _with_room(text) for name, text in said.items()}


def _with_room(text: str) -> str:
    return text.replace(str(_YEAR), "{year}").replace(str(_DAY), "{day}")
