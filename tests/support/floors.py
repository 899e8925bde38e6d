"""What the tests must reach at least: `python -m tests.support.floors`, after `coverage combine`.

Statements and branches are counted over all modules together; of each module alone, both are counted
in one number. Ends with 1 and says where, if something is below its floor.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STATEMENTS, BRANCHES, MODULE = 97.0, 94.0, 85.0  # per cent


def percent(reached: int, there: int) -> float:
    """Return how much of what is there is reached; of nothing, all."""
    return 100.0 * reached / there if there else 100.0


def reached(totals: dict[str, Any]) -> tuple[float, float]:
    """Return the per cent of statements and of branches."""
    return (
        percent(totals["covered_lines"], totals["num_statements"]),
        percent(totals["covered_branches"], totals["num_branches"]),
    )


def complaints(measured: dict[str, Any]) -> Iterator[str]:
    """Yield a line for whatever is below its floor in coverage's JSON report."""
    statements, branches = reached(measured["totals"])
    if statements < STATEMENTS:
        yield f"statements: {statements:.1f} %, of which {STATEMENTS:.0f} are wanted"
    if branches < BRANCHES:
        yield f"branches: {branches:.1f} %, of which {BRANCHES:.0f} are wanted"
    for name, module in sorted(measured["files"].items()):
        covered = module["summary"]["percent_covered"]
        if covered < MODULE:
            yield f"{name}: {covered:.1f} %, of which {MODULE:.0f} are wanted"


def report() -> dict[str, Any]:
    """Return coverage's JSON report of the data in this folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "-q", "--fail-under=0", "-o", str(path)]
        subprocess.run(command, check=True)
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return data


def main() -> int:
    """Say what is reached and what is below its floor; return the exit code."""
    measured = report()
    statements, branches = reached(measured["totals"])
    print(f"reached: {statements:.1f} % of statements, {branches:.1f} % of branches")
    found = list(complaints(measured))
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
