"""A day in words: in English, whatever the locale of the program around it."""

from __future__ import annotations

import datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: datetime.date) -> str:
    """Return a day as in 4 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
