"""What is on the page of a comparison: what the outline says, and where it may be told the picture of it."""

from __future__ import annotations

from dataclasses import replace

from advisor._language import _, language_tag
from advisor.comparison.model import AlertRaised, Comparison
from advisor.pages.comparison_model import ComparisonPage
from advisor.pages.model import Alert, Part
from advisor.pages.outlined import sections_of
from advisor.pages.rests import rests_on
from advisor.pages.side_by_side import side_by_side
from advisor.reports.comparison import comparison_outline
from advisor.reports.wording import cut, ended

LONGEST_NAME = 160


def comparison_page(comparison: Comparison) -> ComparisonPage:
    """Return what is on the page of a comparison, in the language of the moment; no more than it holds."""
    outline = comparison_outline(replace(comparison, alerts=()))
    first, *sections = sections_of(outline)
    picture = side_by_side(comparison)
    with_table = (each.id for each in sections if any(piece.is_table for piece in each.pieces))
    return ComparisonPage(
        language=language_tag(),
        name=cut(outline.title, LONGEST_NAME),
        skip=_("Go to what you agree on") if picture else _("Go to what is worth a talk"),
        scroll=_("The table; it can be moved sideways"),
        alerts=tuple(map(_alert, comparison.alerts)),
        parts=tuple(Part(each.id, each.title) for each in sections),
        opening=first.pieces,
        picture=picture,
        pictured=next(with_table, "") if picture else "",
        sections=tuple(sections),
        rests_on=rests_on(comparison.knowledge),
    )


def _alert(alert: AlertRaised) -> Alert:
    said = _("Somebody's answers raise this: {alert}").format(alert=ended(alert.title))
    return Alert(f"{said} {ended(alert.turn_to)}", alert.text)
