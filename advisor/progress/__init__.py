"""One partnership over time: what moved, what was tried, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.progress._progress import progress as progress
    from advisor.progress.earlier import (
        facts_since as facts_since,
        tried_lately as tried_lately,
    )
    from advisor.progress.last_time import LookedBack as LookedBack, look_back as look_back
    from advisor.progress.model import (
        AlertSeen as AlertSeen,
        Between as Between,
        CameOrWent as CameOrWent,
        FactorLine as FactorLine,
        Move as Move,
        Point as Point,
        Progress as Progress,
        Tried as Tried,
        Visit as Visit,
        Voice as Voice,
    )
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_progress": "progress",
            "earlier": "facts_since tried_lately",
            "last_time": "LookedBack look_back",
            "model": "AlertSeen Between CameOrWent FactorLine Move Point Progress Tried Visit Voice",
        },
    )
