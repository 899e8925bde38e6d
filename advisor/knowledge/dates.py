"""Days as files write them: 2026-09-14, and nothing else."""

from __future__ import annotations

import datetime
import re

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def date_in(value: object) -> datetime.date | None:
    """Return the day that is written, or None if it is none."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None
