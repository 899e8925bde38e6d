"""How far what the rules say with some facts is from what they say with all of them."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.advice.model import Advice

# What the first step of each part of the plan weighs, and how much less each one behind it.
WEIGHTS = {"first": (16, 4), "next": (6, 1), "later": (3, 1)}
LEVELS = {"first": 3, "next": 2, "later": 1}
TOO_SOON_OR_LATE = 2  # for each level between two places of a step that both plans have
BESIDE = 1
HELD_BACK = -1
Distance = tuple[int, int]


def distance(advice: Advice, full: Advice) -> Distance:
    """Return how far advice is from the full one, less for what is nearer; (0, 0) if the two say the same.

    First counts how many steps of its plan the full advice holds back: a fact that leads there leads astray,
    whatever else it brings. Then what each thing weighs is compared, over all kinds: a step that one of the
    two has counts by its place, most of all what comes first; one that both have, by how much sooner.
    """
    here, there = _weights(advice), _weights(full)
    mine, theirs = _levels(advice), _levels(full)
    astray = sum(there.get(id_, 0) == HELD_BACK for id_ in mine)
    far = 0
    for id_ in {*here, *there}:
        if id_ in mine and id_ in theirs:
            far += TOO_SOON_OR_LATE * abs(mine[id_] - theirs[id_])
        else:
            far += abs(here.get(id_, 0) - there.get(id_, 0))
    return astray, far


def _weights(advice: Advice) -> Mapping[str, int]:
    """Return what is advised, more for what comes sooner, and what is held back as less than nothing."""
    held = {f.concludes.id: HELD_BACK for f in advice.firings if f.concludes.kind == "withhold"}
    weights = {**held, **{item.id: BESIDE for item in advice.recommendations()}}
    places: dict[str, int] = {}
    for step in advice.plan:
        places[step.when] = place = places.get(step.when, -1) + 1
        most, less = WEIGHTS[step.when]
        weights[step.id] = max(most - less * place, BESIDE)
    return weights


def _levels(advice: Advice) -> Mapping[str, int]:
    return {step.id: LEVELS[step.when] for step in advice.plan}
