"""Which rules the advice would miss and no expectation would, as text and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor._language import N_, _
from advisor.reports.mutation import share
from advisor.reports.outline import Outline
from advisor.verification.removals import Removal

_PARTS = {
    "stages": N_("a stage"),
    "leading": N_("the pattern that leads"),
    "first": N_("what comes first"),
    "alerts": N_("an alert"),
}


def removals_outline(found: Sequence[Removal]) -> Outline:
    """Return how many of the rules that the advice would miss are noticed, and which are not, and where."""
    outline = Outline()
    noticed = sum(each.noticed for each in found)
    outline.add(
        0, _("Rules without which a stage, the leading pattern, what comes first or an alert would be other")
    )
    outline.add(1, _("noticed by what scenarios expect: {part}").format(part=share(noticed, len(found))))
    left = [each for each in found if not each.noticed]
    if left:
        outline.add(0, _("Not noticed"))
    for each in left:
        outline.add(1, each.rule)
        for where, parts in each.changes.items():
            outline.add(2, f"{where}: {', '.join(_(_PARTS[part]) for part in parts)}")
    return outline


def removals_as_dict(found: Sequence[Removal]) -> dict[str, Any]:
    """Return the same as plain data: counts, and each rule that is not noticed with what it changes where."""
    return {
        "rules": len(found),
        "noticed": sum(each.noticed for each in found),
        "unnoticed": [
            {"rule": each.rule, "changes": {where: [*parts] for where, parts in each.changes.items()}}
            for each in found
            if not each.noticed
        ],
    }
