"""Print what the command and the engines take, each beside a peer: `python -m benchmarks [NAME ...]`."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from importlib.metadata import version

from benchmarks import asking_back, cohort, growth, interview, many, mutation, one, rete, start

MEASURES: dict[str, Callable[[], str]] = {
    "start": start.measure,
    "rete": rete.measure,
    "one": one.measure,
    "many": many.measure,
    "growth": growth.measure,
    "interview": interview.measure,
    "asking-back": asking_back.measure,
    "mutation": mutation.measure,
    "cohort": cohort.measure,
}
LARGE = {"cohort-large": lambda: cohort.measure(10_000_000)}  # takes minutes, so only when asked for


def main() -> None:
    """Run the benchmarks that are named, or all but the large ones."""
    names = ("partnership-advisor", "click", "clipspy", "experta", "numpy", "polars", "pydantic", "tabulate")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    for name in sys.argv[1:] or MEASURES:
        print(f"\n{name}\n{({**MEASURES, **LARGE})[name]()}", flush=True)


if __name__ == "__main__":
    main()
