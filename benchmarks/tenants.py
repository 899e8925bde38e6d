"""Many knowledge bases used in turn, as a service has them that serves many tenants, beside one alone."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor import Advisor, Case
from advisor.knowledge.scaffold import start_knowledge
from benchmarks.goals import Goal, Measured, in_turn, ratio
from benchmarks.made_up import all_of, cases

BASE = "format: 1\nname: tenant-{}\nversion: '1'\nextends: {}\n"
TENANTS, CALLS, ROUNDS, MOST = 10, 100, 5, 1.25


def measure(small: bool = False) -> Measured:
    """Return what the whole advice takes with one tenant and ten in turn, and with loading before it."""
    tenants, calls, rounds = (2, 2, 1) if small else (TENANTS, CALLS, ROUNDS)
    case = Case() if small else cases(1)[0]
    with TemporaryDirectory() as made:
        folders = [Path(made) / str(number) for number in range(tenants)]
        below = _small_base(Path(made) / "below") if small else "shipped"
        for number, folder in enumerate(folders):
            folder.mkdir()
            (folder / "base.yaml").write_text(BASE.format(number, below), encoding="utf-8")
        advisors = [Advisor(folder) for folder in folders]
        ways = {
            "advise, one": _advising(advisors[:1], calls, case),
            f"advise, {tenants} in turn": _advising(advisors, calls, case),
            "load and advise, one": _loading(folders[:1], tenants, case),
            f"load and advise, {tenants} in turn": _loading(folders, tenants, case),
        }
        taken = in_turn(ways, rounds)
    one, many, loaded, loaded_many = taken.values()
    per_call = dict(zip(taken, (calls, calls, tenants, tenants), strict=True))
    lines = [
        f"{name:28} {statistics.median(each) * 1000 / per_call[name]:7.2f} ms a call"
        for name, each in taken.items()
    ]
    goals = (
        Goal("ten tenants in turn / one, advise", ratio(many, one), MOST),
        Goal("ten tenants in turn / one, load and advise", ratio(loaded_many, loaded), MOST),
    )
    return Measured("\n".join(lines), goals)


def _small_base(folder: Path) -> str:
    """Write a knowledge base that is read quickly, and return how one beside it names it."""
    start_knowledge(folder, empty=True)
    return f"../{folder.name}"


def _advising(advisors: Sequence[Advisor], calls: int, case: Case) -> Callable[[], None]:
    def run() -> None:
        for number in range(calls):
            all_of(advisors[number % len(advisors)].advise(case))

    return run


def _loading(folders: Sequence[Path], calls: int, case: Case) -> Callable[[], None]:
    def run() -> None:
        for number in range(calls):
            all_of(Advisor(folders[number % len(folders)]).advise(case))

    return run
