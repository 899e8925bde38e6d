"""The whole command, as a process, against merely importing the packages that it rests on.

The two run in turn, so that a machine that speeds up or slows down does so for both; the ratio is
taken pair by pair, and the median of these is the figure to quote. The knowledge base has been
compiled by an earlier run, as on every run but the first.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21
# experta 1.9.4 needs a name that Python 3.10 took away; see docs/decisions/0003-experta.md.
PEER = """
import collections, collections.abc
collections.Mapping = collections.abc.Mapping
import click, pydantic, experta, tabulate
"""
CASE = """
format: 1
partnership: Children's centre and health visitors
answers:
  contact: regular
  trust: openly
  history: good
  shared-picture: same-words
  agreed-goals: in-talk
  follow-through: sometimes
  managers: kind-words
  disagreement: avoided
  presence: visit
  links: all-linked
  changes-lately: {posts-vacant: yes, key-person-left: no}
  placing: {relational-nourishment: confident, operational-cohesion: emerging}
"""


def measure(small: bool = False) -> str:
    """Return the times and their ratio, in a sentence each."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.yaml"
        case.write_text(CASE, encoding="utf-8")
        command = [sys.executable, "-m", "advisor.cli.main", "advise", str(case)]
        peer = [sys.executable, "-c", PEER]
        first = _seconds(command)
        _seconds(peer)
        pairs = [(_seconds(command), _seconds(peer)) for _ in range(1 if small else RUNS)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    return (
        f"advisor advise CASE, whole process: {ours * 1000:.0f} ms (the very first: {first * 1000:.0f} ms)\n"
        f"importing click, pydantic, experta, tabulate: {theirs * 1000:.0f} ms\n"
        f"ratio, median of {len(pairs)} pairs: {ratio:.2f}"
    )


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun
