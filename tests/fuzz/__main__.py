"""python -m tests.fuzz N [--seed S] [--kind KIND] [--only NUMBER]: N bad inputs, or one again.

Ends with 1 if anything was found. With --only, what the input was is left in the folder that is named.
"""

from __future__ import annotations

import argparse
import collections
import re
import sys
import tempfile
import time
from pathlib import Path

import tests.conftest  # noqa: F401 (sets folders of its own for what the program keeps)
from tests.fuzz.kinds import KINDS, SHARES
from tests.fuzz.oracle import Watch
from tests.fuzz.room import Room
from tests.fuzz.runs import run


def main() -> int:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("n", nargs="?", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=list(KINDS))
    parser.add_argument("--only", type=int)
    said = parser.parse_args()
    room = Room(Path(tempfile.mkdtemp(prefix="advisor-fuzz-")))
    found = 0
    for kind in [said.kind] if said.kind else KINDS:
        numbers = range(said.n if said.kind else said.n * SHARES[kind] // 1000)
        began = time.monotonic()
        watch = run(kind, numbers if said.only is None else [said.only], said.seed, room)
        _tell(kind, watch, time.monotonic() - began)
        found += len(watch.found)
    if said.only is not None:
        print(f"the input is in {room.folder}")
    return 1 if found else 0


def _tell(kind: str, watch: Watch, seconds: float) -> None:
    """Print what was found, each kind of fault once, with how often and the first numbers."""
    rate = watch.tried / max(seconds, 1e-9)
    print(
        f"{kind}: {watch.tried:,} tried, {watch.good:,} good, {len(watch.found):,} found, {rate:.0f} a second"
    )
    alike = collections.defaultdict(list)
    for number, what in watch.found:
        alike[re.sub(r"'[^']*'|\"[^\"]*\"|\d+", "_", what)[:70]].append((number, what))
    for same in sorted(alike.values(), key=len, reverse=True):
        numbers = ", ".join(str(number) for number, _ in same[:3])
        print(f"  {len(same)} x {same[0][1][:300]!a}  (--only {numbers})")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
