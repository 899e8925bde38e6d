"""Print what the command and the engines take, each beside a peer.

    python -m benchmarks [--small] [NAME ...]       those that are named, or all but the large ones
    python -m benchmarks beside FOLDER [--noise]    this checkout beside another (benchmarks/beside.py)

With --small everything is done once on little, to see that it runs: the figures say nothing then. The last
lines say which goals are met that those benchmarks look at (benchmarks/goals.py); `goals` names all of them.
"""

from __future__ import annotations

import platform
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks import (
    asking_back,
    beside,
    checking,
    cohort,
    cold,
    growth,
    interview,
    many,
    mutation,
    one,
    portfolio,
    rete,
    start,
    tables,
    tenants,
)
from benchmarks.goals import Goal, Measured, told

MEASURES: dict[str, Callable[[bool], str | Measured]] = {
    "start": start.measure,
    "rete": rete.measure,
    "one": one.measure,
    "many": many.measure,
    "growth": growth.measure,
    "interview": interview.measure,
    "asking-back": asking_back.measure,
    "cold": cold.measure,
    "tables": tables.measure,
    "tenants": tenants.measure,
    "mutation": mutation.measure,
    "checking": checking.measure,
    "cohort": cohort.measure,
    "portfolio": portfolio.measure,
}
GOALS = ("tables", "asking-back", "cold", "tenants", "rete", "one")  # those that look at goals
# What takes minutes, so only when asked for.
LARGE = {"cohort-large": cohort.measure_large, "cohort-narrow": cohort.measure_narrow}


def main() -> None:
    """Run the benchmarks that are named, or all but the large ones."""
    said = _said()
    names = ("partnership-advisor", "click", "clipspy", "experta", "numpy", "polars", "pydantic", "tabulate")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    if said.names[:1] == ["beside"]:
        pairs = 2 if said.small else said.pairs
        for line in beside.measure(Path(said.names[1]), pairs, said.only, said.noise, said.cpu, said.small):
            print(line, flush=True)
        return
    goals: list[Goal] = []
    for name in _names(said.names):
        found = {**MEASURES, **LARGE}[name](said.small)
        print(f"\n{name}\n{found.said if isinstance(found, Measured) else found}", flush=True)
        goals += found.goals if isinstance(found, Measured) else ()
    if goals:
        print(f"\ngoals\n{told(goals)}")


def _names(said: Sequence[str]) -> list[str]:
    """Return the benchmarks to run, each once."""
    every = [each for name in said or MEASURES for each in (GOALS if name == "goals" else (name,))]
    return [*dict.fromkeys(every)]


def _said() -> Namespace:
    """Return the options; ends with a message if they name what there is not."""
    parser = ArgumentParser(
        "python -m benchmarks", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    names = ", ".join((*MEASURES, *LARGE))
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{names}; goals; or beside FOLDER")
    parser.add_argument("--small", action="store_true", help="once, on little")
    parser.add_argument("--noise", action="store_true", help="beside: this checkout beside itself as well")
    parser.add_argument("--cpu", action="store_true", help="beside: time of the processor, not on the clock")
    parser.add_argument("--pairs", type=int, default=beside.PAIRS, help="beside: how many (%(default)s)")
    parser.add_argument("--only", action="append", default=[], help="beside: one operation; may be repeated")
    said = parser.parse_args()
    if said.names[:1] == ["beside"]:
        if len(said.names) != 2 or not (Path(said.names[1]) / ".venv/bin/python").exists():
            parser.error("beside takes one folder: a checkout with a .venv of its own")
    elif unknown := set(said.names) - {*MEASURES, *LARGE, "goals"}:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return said


if __name__ == "__main__":
    main()
