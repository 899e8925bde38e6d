"""How many examples a property gets: a third of its number, few in `make quick`, far more in `make nightly`.

A property that names no number gets that of tests/conftest.py; tests/unit/test_amounts.py sees to it that
what others name comes from here.
"""

from __future__ import annotations

import os

TIMES = int(os.environ.get("EXAMPLES_TIMES", "0"))
AT_MOST = 5 if os.environ.get("QUICK") else None
FEW, PART = 10, 3


def examples(usual: int) -> int:
    """Return how many examples to try where `usual` are enough to rely on it.

    Each run draws others, so that a day's runs together come to as many; one gets a part, but ten at least.
    """
    if AT_MOST is not None:
        return min(usual, AT_MOST)
    return usual * TIMES if TIMES else max(min(usual, FEW), usual // PART)
