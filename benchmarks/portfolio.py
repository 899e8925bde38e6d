"""A centre of a thousand partnerships: the portfolio, beside reading and advising them one by one."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from advisor import Advisor
from advisor.cases.file import case_text
from advisor.cases.gathering import gathered
from advisor.cases.naming import likeness
from advisor.cases.near import near_names
from advisor.portfolio import portfolio
from benchmarks.made_up import ADVISOR, cases

PARTNERSHIPS, NAMES, ROUNDS = 1_000, 300, 3
LIMIT = 10  # seconds, for a thousand
PLACES = ("Aville", "Beeford", "Ceebury", "Deeham", "Eeton", "Effdale", "Geeport", "Aitchby")
SERVICES = ("Health visitors", "Midwives", "Family support", "Library", "Speech therapy", "Nursery")


def measure(small: bool = False) -> str:
    """Return what each takes, and how many times as long as its peer the first of two takes."""
    number, rounds = (10, 1) if small else (PARTNERSHIPS, ROUNDS)
    columnar = Advisor(ADVISOR.knowledge, engine="columnar")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _write(folder, number)
        ways: dict[str, Callable[[], Any]] = {
            "the portfolio": lambda: portfolio(folder, ADVISOR.knowledge),
            "advised one by one": lambda: _one_by_one(folder, columnar),
        }
        lines = _beside(ways, rounds)
    names = [*_names(20 if small else NAMES)]
    lines += _beside(
        {
            "near names": lambda: near_names(names),
            "near names, each pair": lambda: [
                pair for pair in combinations(names, 2) if likeness(*pair) == "near"
            ],
        },
        rounds,
    )
    return "\n".join([f"{number} partnerships (within {LIMIT} s), {len(names)} names", *lines])


def _one_by_one(folder: Path, columnar: Advisor) -> None:
    for file in gathered(folder, ADVISOR.knowledge).files:
        columnar.advise(file.case)


def _beside(ways: dict[str, Callable[[], Any]], rounds: int) -> list[str]:
    """Return a line for each way, and one that sets the first beside the other; they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(rounds):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            taken[name].append(time.perf_counter() - begun)
    one, other = ways
    ratio = statistics.median(a / b for a, b in zip(taken[one], taken[other], strict=True))
    lines = [f"{name:22} {statistics.median(seconds):7.3f} s" for name, seconds in taken.items()]
    return [*lines, f"{one} / {other}: {ratio:.2f}"]


def _write(folder: Path, number: int) -> None:
    some = cases()
    for place, name in enumerate(_names(number)):
        case = replace(some[place % len(some)], partnership=name, respondent="leader")
        (folder / f"{place:04}.yaml").write_text(case_text(case), encoding="utf-8")


def _names(number: int) -> list[str]:
    """Return names as centres have them: the same services in places whose names are much alike."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    corners = (f"{one}{other}" for one in letters for other in letters)
    made = (
        f"{service} of {place} {corner}" for corner in corners for place in PLACES for service in SERVICES
    )
    return [*islice(made, number)]
