"""The same partnership in several voices, or under two knowledge bases: what is alike and what is apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.comparison._across import across as across
    from advisor.comparison._compare import compare as compare
    from advisor.comparison._mirrored import mirrored as mirrored
    from advisor.comparison.across_model import Across as Across
    from advisor.comparison.model import Comparison as Comparison
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_across": "across",
            "across_model": "Across",
            "_compare": "compare",
            "_mirrored": "mirrored",
            "model": "Comparison",
        },
    )
