"""Results of exercises, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from advisor._language import _, ngettext
from advisor.exercise.results import Row
from advisor.reports.outline import Outline


def results_outline(rows: Sequence[Row]) -> Outline:
    """Return a group's results side by side: how often what was chosen and asked, and each learner."""
    outline = Outline()
    for scenario in dict.fromkeys(row["scenario"] for row in rows):
        group = [row for row in rows if row["scenario"] == scenario]
        learners = ngettext("{scenario}: {n} learner", "{scenario}: {n} learners", len(group))
        outline.add(0, learners.format(scenario=scenario, n=len(group)))
        outline.add(1, _("chosen: {ids}").format(ids=_often(group, "chosen")))
        outline.add(1, _("first: {ids}").format(ids=_often(group, "chosen", first=True)))
        outline.add(1, _("asked for: {ids}").format(ids=_often(group, "asked")))
        for row in group:
            outline.add(1, f"{row['learner'] or _('no name')}: {row['chosen'] or _('nothing')}")
            for reason in row["reasons"].split(" | ") if row["reasons"] else ():
                outline.add(2, reason)
    return outline


def _often(rows: Sequence[Row], column: str, first: bool = False) -> str:
    """Return how often each id stands in a column, most often first."""
    words = [word for row in rows for word in row[column].split()[: 1 if first else None]]
    told = sorted(Counter(words).items(), key=lambda each: -each[1])  # equals stay in their order
    return ", ".join(f"{id_} {times}" for id_, times in told) or _("nothing")
