"""When to look again at a partnership: counted from the day of the answers, never from today."""

from __future__ import annotations

import datetime

REVIEW_AFTER = datetime.timedelta(days=90)


def review_day(date: datetime.date | None) -> datetime.date | None:
    """Return the day to look again; None without a date, or where the calendar has no such day."""
    try:
        return None if date is None else date + REVIEW_AFTER
    except OverflowError:
        return None
