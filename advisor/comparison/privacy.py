"""What a comparison may tell without telling on anybody: decision 0031 says against whom this stands.

Everything that others read is made of what these functions let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.cases.case import Case
from advisor.comparison.model import FactorCounts, FactorSeen, StageCounts, View
from advisor.knowledge.terms import STAGES

ENOUGH = 5  # voices, below which not even a count is told
FEWEST_ALIKE = 2  # one who stands alone would be known to all the others
ALL = (*STAGES, "unknown")


def view_of(cases: Sequence[Case]) -> View:
    """Return how much may be told: who said what only if all of them agreed to it."""
    if all(case.share == "yes" for case in cases):
        return "open"
    return "counts" if len(cases) >= ENOUGH else "guarded"


def worth_a_talk(factors: Iterable[FactorSeen]) -> tuple[str, ...]:
    """Return the factors, by id and in the order of the study, which not all voices see as tight.

    That they are apart is no condition, nor is how far. Were only those named that voices see differently,
    each who reads that one is not named would know that all the others see it as she does. So whoever does
    not see a factor as tight learns nothing from this.
    """
    return tuple(each.factor for each in factors if set(each.stages) != {"confident"})


def counts_of(factors: Iterable[FactorSeen], *, all_answered: bool) -> tuple[FactorCounts, ...]:
    """Return how many voices see each factor at which stage, as far as it may be told.

    Before all who were asked have answered nothing is counted: two counts with one voice between them tell
    what that voice said.
    """
    return tuple(
        FactorCounts(each.factor, each.name, each.title, _counted(each.stages) if all_answered else None)
        for each in factors
    )


def _counted(stages: Sequence[str]) -> StageCounts | None:
    """Return the counts where nobody stands alone, nor all at one stage; None elsewhere.

    So whoever takes herself out of the count still finds the others at two stages at least: what any one of
    them said she cannot tell.
    """
    counts = {stage: stages.count(stage) for stage in ALL}
    there = [number for number in counts.values() if number]
    return StageCounts(**counts) if len(there) > 1 and min(there) >= FEWEST_ALIKE else None
