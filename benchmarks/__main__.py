"""Print what the command and the engines take, each beside a peer.

    python -m benchmarks [--small] [NAME ...]   those that are named, or all but the large ones
    python -m benchmarks beside FOLDER          this checkout beside another one (benchmarks/beside.py)

With --small everything is done once on little, to see that it runs: the figures say nothing then.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from benchmarks import asking_back, beside, cohort, growth, interview, many, mutation, one, rete, start

MEASURES: dict[str, Callable[[bool], str]] = {
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
LARGE = {"cohort-large": cohort.measure_large}  # takes minutes, so only when asked for


def main() -> None:
    """Run the benchmarks that are named, or all but the large ones."""
    words = [word for word in sys.argv[1:] if word != "--small"]
    small = "--small" in sys.argv[1:]
    names = ("partnership-advisor", "click", "clipspy", "experta", "numpy", "polars", "pydantic", "tabulate")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    if words[:1] == ["beside"]:
        print(beside.measure(Path(words[1]), 2 if small else beside.PAIRS))
        return
    for name in words or MEASURES:
        print(f"\n{name}\n{({**MEASURES, **LARGE})[name](small)}", flush=True)


if __name__ == "__main__":
    main()
