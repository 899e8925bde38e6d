"""All partnerships of one centre: where each stands, which to start with, and what several have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.portfolio._portfolio import NothingReadError as NothingReadError, portfolio as portfolio
    from advisor.portfolio.model import (
        Cause as Cause,
        Cell as Cell,
        Circle as Circle,
        Counts as Counts,
        Portfolio as Portfolio,
        Remedy as Remedy,
        Row as Row,
        Start as Start,
        ToAnswer as ToAnswer,
        Totals as Totals,
    )
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_portfolio": "NothingReadError portfolio",
            "model": "Cause Cell Circle Counts Portfolio Remedy Row Start ToAnswer Totals",
        },
    )
