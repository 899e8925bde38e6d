"""Weighing: what several signs together say of a factor's stage and of a pattern's fit.

Rules add single signs; no sign decides alone. The stage is the lower middle of the signs, so it
never rests on the rosiest half of them; a pattern is likely when two more signs speak for it than
against it. Both weigh what is known: an open question is no sign at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from advisor.knowledge.conditions import PlacedAt, leaves
from advisor.knowledge.entries import STAGES, Stage
from advisor.knowledge.rules import Rule

FEWEST_SIGNS = 2  # one sign is a question to ask, not a stage ...
FEWEST_BESIDE_PLACING = 1  # ... and the leader's own placing is none without another
LIKELY_LEAD = 2  # design: two independent signs make a pattern, one is a question to ask
FEWEST_FACTORS = 2  # one factor alone does not say how a partnership stands
LIGHTS = {"emerging": "red", "developing": "amber", "confident": "green"}  # the circles exercise's words


def weighed_stage(signs: Sequence[tuple[Rule, Stage]]) -> Stage | None:
    """Return the stage that the signs of one factor say, or None where they are too few.

    It is the middle sign, the lower of two; `confident` also needs that no sign says `emerging`.
    """
    beside_placing = [stage for rule, stage in signs if not rests_on_placing(rule)]
    if len(signs) < FEWEST_SIGNS or len(beside_placing) < FEWEST_BESIDE_PLACING:
        return None
    return _lower_middle([stage for _, stage in signs])


def light(stages: Sequence[Stage]) -> str | None:
    """Return how a partnership stands as a whole: red, amber or green; None if too little is known.

    `stages` are those of the factors that are known. As with the signs of one factor, it is the lower middle
    of them, and one that is loose keeps it from green (this project's judgement; the three colours are
    those of the study's circles exercise).
    """
    return LIGHTS[_lower_middle(stages)] if len(stages) >= FEWEST_FACTORS else None


def _lower_middle(stages: Sequence[Stage]) -> Stage:
    ranked = sorted(stages, key=STAGES.index)
    middle = ranked[(len(ranked) - 1) // 2]
    return "developing" if middle == "confident" and ranked[0] == "emerging" else middle


def rests_on_placing(rule: Rule) -> bool:
    """Return whether a sign is the leader's own placing and nothing else."""
    return all(isinstance(leaf, PlacedAt) for leaf in leaves(rule.when))


def weighed_fit(speaks_for: int, speaks_against: int, key_seen: bool = True) -> str | None:
    """Return how well a pattern fits: 'likely', 'possible', or None where nothing speaks for it.

    Side signs alone make no pattern likely: `key_seen` says whether one was seen that goes to its heart.
    """
    lead = speaks_for - speaks_against
    if lead >= LIKELY_LEAD and key_seen:
        return "likely"
    if speaks_for and (lead > 0 or (lead == 0 and speaks_for >= LIKELY_LEAD)):
        return "possible"
    return None
