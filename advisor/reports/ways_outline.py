"""The smallest ways to make rules fire, as an outline: what was said, beside what is told."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.reports.outline import Outline
from advisor.verification.ways import Ways


def ways_outline(found: Iterable[Ways]) -> Outline:
    """Return each rule with its ways; title, reason and first step stand where they first are told."""
    outline = Outline()
    for rule in found:
        outline.add(0, f"{rule.id}: {rule.concludes}")
        told: tuple[str, ...] = ()
        for way in rule.ways:
            texts = (way.title, way.because, way.first_step)
            if texts != told:
                outline.add(1, f"Told: {way.title}")
                outline.add(2, f"Reason: {way.because}")
                if way.first_step:
                    outline.add(2, f"First step: {way.first_step}")
            told = texts
            outline.add(2, f"Said: {' + '.join(way.answers) or 'nothing'}")
            if way.ruled_out:
                outline.add(3, f"and it is known not to be so: {'; '.join(way.ruled_out)}")
        if rule.not_listed or rule.or_more:
            more = "or more " if rule.or_more else ""
            outline.add(1, f"and {rule.not_listed} {more}ways that are not listed")
    return outline
