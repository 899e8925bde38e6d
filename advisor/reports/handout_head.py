"""What stands above every hand-out: a case is called by its number, which gives nothing away."""

from __future__ import annotations

from advisor._language import _
from advisor.exercise.exercise import called
from advisor.reports.outline import Outline, Paragraph
from advisor.reports.outline_on_paper import Fields
from advisor.scenarios.scenario import Scenario


def named(scenario: Scenario) -> str:
    """Return what a scenario is called for those who know how it ends: by number and title."""
    return scenario.title if scenario.number is None else f"{called(scenario)}: {scenario.title}"


def headed(title: str, *, to_sign: bool = False) -> Outline:
    """Return a page with its title, with room for a name if it is for somebody to write on."""
    outline = Outline(dense=True)
    outline.add(0, title)
    if to_sign:
        outline.put([Fields((_("Name"), _("Group"), _("Date")))])
    return outline


def add_seat(outline: Outline, scenario: Scenario) -> None:
    """Add from whose seat the story is seen: it may say "I", and questions about it say "you"."""
    if scenario.case.respondent:
        seat = _("As seen by: {respondent}").format(respondent=scenario.case.respondent)
        outline.put([Paragraph(seat, close=True)])
