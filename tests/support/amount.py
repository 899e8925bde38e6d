"""How many examples a property gets: the usual number, or many more in `make nightly`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("EXAMPLES_TIMES", "1"))


def examples(usual: int) -> int:
    """Return how many examples to try where `usual` are enough for every day."""
    return usual * TIMES
