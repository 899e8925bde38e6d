"""Weighing in plain truth: one case, of which each sign holds or does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from advisor.inference import weighing
from advisor.inference.weighing import Logic, Sign
from advisor.knowledge.terms import STAGES, Light, Stage

Found = TypeVar("Found", bound=str)


class PlainTruth:
    """The logic of true and false."""

    true: bool = True
    false: bool = False

    def both(self, one: bool, other: bool) -> bool:
        """Return whether both hold."""
        return one and other

    def either(self, one: bool, other: bool) -> bool:
        """Return whether one holds, or both."""
        return one or other

    def opposite(self, one: bool) -> bool:
        """Return whether it does not hold."""
        return not one

    def any_of(self, several: Iterable[bool]) -> bool:
        """Return whether one or more holds."""
        return any(several)

    def at_least(self, several: Sequence[bool], least: int) -> bool:
        """Return whether so many hold or more."""
        return sum(several) >= least

    def reaches(self, more: Sequence[bool], less: Sequence[bool]) -> bool:
        """Return whether as many of the first hold as of the second, or more."""
        return sum(more) >= sum(less)


PLAIN_TRUTH: Logic[bool] = PlainTruth()


def weighed_stage(signs: Sequence[Sign[bool]]) -> tuple[Stage, str] | None:
    """Return the stage that the signs of one factor say, and how sure it is; None where there is no sign.

    The second says both, as a fact does: `emerging-firm`.
    """
    stands = weighing.stages(PLAIN_TRUTH, signs)
    stage = _the_one(stands)
    sure = _the_one(weighing.sureness(PLAIN_TRUTH, signs, stands))
    return None if stage is None or sure is None else (stage, sure)


def weighed_fit(signs: Sequence[Sign[bool]], keyed: bool) -> str | None:
    """Return how well a pattern fits: 'likely', 'possible', or None where nothing speaks for it.

    `keyed` says whether the pattern has key signs at all.
    """
    return _the_one(weighing.fits(PLAIN_TRUTH, signs, not keyed))


def light(stages: Sequence[Stage]) -> Light | None:
    """Return how a partnership stands as a whole: red, amber or green; None if too little is known.

    `stages` are those of the factors that stand firm.
    """
    return _the_one(
        weighing.lights(PLAIN_TRUTH, [{each: each == stage for each in STAGES} for stage in stages])
    )


def _the_one(weighed: Mapping[Found, bool]) -> Found | None:
    return next((value for value, holds in weighed.items() if holds), None)
