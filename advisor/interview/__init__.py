"""The interview: asks what can still change the advice, without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.interview.decided import Decided as Decided
    from advisor.interview.interview import Interview as Interview
    from advisor.interview.way import Entry as Entry, State as State
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "decided": "Decided",
            "interview": "Interview",
            "way": "Entry State",
        },
    )
