"""A scenario as an exercise: what can be chosen, the comparison with the rules, the debrief, and results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.exercise.choices import WAIT as WAIT, Entry as Entry, Group as Group
    from advisor.exercise.comparing import compared as compared
    from advisor.exercise.exercise import Exercise as Exercise
    from advisor.exercise.model import Choice as Choice, Comparison as Comparison
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "choices": "Entry Group WAIT",
            "comparing": "compared",
            "exercise": "Exercise",
            "model": "Choice Comparison",
        },
    )
