"""How many examples a property gets: the usual number, few in `make quick`, many more in `make nightly`.

A property that names no number gets that of tests/conftest.py; tests/unit/test_amounts.py sees to it that
what others name comes from here.
"""

from __future__ import annotations

import os

TIMES = int(os.environ.get("EXAMPLES_TIMES", "1"))
AT_MOST = 5 if os.environ.get("QUICK") else None


def examples(usual: int) -> int:
    """Return how many examples to try where `usual` are enough for every day."""
    return usual * TIMES if AT_MOST is None else min(usual, AT_MOST)
