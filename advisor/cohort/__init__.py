"""Cohorts: many cases at once, as tables; needs the extra `cohort`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.cohort.assess import Assessor as Assessor, assessor_for as assessor_for
    from advisor.cohort.frames import assessed as assessed
    from advisor.cohort.run import Summary as Summary, assess_file as assess_file
    from advisor.cohort.totals import Totals as Totals
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "assess": "Assessor assessor_for",
            "frames": "assessed",
            "run": "Summary assess_file",
            "totals": "Totals",
        },
    )
