"""Training: the sessions of an action learning set, and exercises for a room or for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.training.habits import (
        HOW_OFTEN as HOW_OFTEN,
        Looked as Looked,
        looked_at as looked_at,
    )
    from advisor.training.meanings import Meant as Meant, models_about as models_about
    from advisor.training.placing import Placing as Placing, dealt as dealt
    from advisor.training.programme import (
        exercises as exercises,
        exercises_within as exercises_within,
        led as led,
        sessions as sessions,
    )
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "habits": "HOW_OFTEN Looked looked_at",
            "meanings": "Meant models_about",
            "placing": "Placing dealt",
            "programme": "exercises exercises_within led sessions",
        },
    )
