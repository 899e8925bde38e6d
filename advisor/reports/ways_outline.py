"""The smallest ways to make rules fire, as an outline: what was said, beside what is told."""

from __future__ import annotations

from collections.abc import Iterable

from advisor._language import _, ngettext
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
                outline.add(1, _("Told: {title}").format(title=way.title))
                outline.add(2, _("Reason: {because}").format(because=way.because))
                if way.first_step:
                    outline.add(2, _("First step: {text}").format(text=way.first_step))
            told = texts
            outline.add(2, _("Said: {answers}").format(answers=" + ".join(way.answers) or _("nothing")))
            if way.ruled_out:
                outline.add(
                    3, _("and it is known not to be so: {what}").format(what="; ".join(way.ruled_out))
                )
        if rule.not_listed or rule.or_more:
            n = rule.not_listed
            more = ngettext(
                "and {n} or more way that is not listed", "and {n} or more ways that are not listed", n
            )
            just = ngettext("and {n} way that is not listed", "and {n} ways that are not listed", n)
            outline.add(1, (more if rule.or_more else just).format(n=n))
    return outline
