"""Explanation: why, why not, what if, rather than what, and what everything hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.explanation._contrast import Contrast as Contrast, contrast as contrast
    from advisor.explanation._reasons import Reason as Reason, Why as Why
    from advisor.explanation._sensitivity import (
        Deciding as Deciding,
        Hanging as Hanging,
        Sensitivity as Sensitivity,
        sensitivity as sensitivity,
    )
    from advisor.explanation._what_if import (
        Future as Future,
        Through as Through,
        what_if as what_if,
    )
    from advisor.explanation._why import held_back as held_back, why as why
    from advisor.explanation._why_not import WhyNot as WhyNot, why_not as why_not
    from advisor.explanation.misses import Miss as Miss, Need as Need
    from advisor.explanation.plan_moves import Moved as Moved
    from advisor.explanation.stages import (
        StageSettled as StageSettled,
        Turning as Turning,
        stage_settled as stage_settled,
    )
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_contrast": "Contrast contrast",
            "_sensitivity": "Deciding Hanging Sensitivity sensitivity",
            "_what_if": "Future Through what_if",
            "_why": "Reason Why held_back why",
            "_why_not": "WhyNot why_not",
            "misses": "Miss Need",
            "plan_moves": "Moved",
            "stages": "StageSettled Turning stage_settled",
        },
    )
