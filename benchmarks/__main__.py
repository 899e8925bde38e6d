"""Print what the command and the engine take, each beside a peer."""

from __future__ import annotations

import platform
from importlib.metadata import version

from benchmarks import rete, start


def main() -> None:
    """Run the benchmarks."""
    names = ("partnership-advisor", "click", "experta", "pydantic", "tabulate")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names))
    print(start.measure())
    print(rete.measure())


if __name__ == "__main__":
    main()
