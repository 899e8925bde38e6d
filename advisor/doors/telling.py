"""Reasons in words, for whoever passes them on: an assistant, or a page of somebody else's.

What comes before everything else in an advice comes with each part of it that is told; `full` is all of it,
where some is left out else.
"""

from __future__ import annotations

from typing import Any

from advisor._asking import GivenCase, GivenChanges
from advisor.advice.model import Advice
from advisor.api import Advisor
from advisor.doors.asking import alerts_of
from advisor.reports.outline import Outline
from advisor.reports.outline_text import as_text
from advisor.reports.what_if_outline import future_outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_told import why_in_words


def why_told(advisor: Advisor, case: GivenCase, name: str, full: bool = False) -> dict[str, Any]:
    """Return in words why something is advised or was found."""
    advice = advisor.advise(case)
    return _told(why_in_words(advisor.why(advice, name), advice, advisor.knowledge, None, full), advice)


def why_not_told(advisor: Advisor, case: GivenCase, name: str, full: bool = False) -> dict[str, Any]:
    """Return in words why something is not advised, and what would bring it."""
    consulted = advisor.consult(case)
    outline = why_not_outline(advisor.why_not(consulted, name), advisor.knowledge, full)
    return _told(outline, consulted.advice)


def what_if_told(
    advisor: Advisor, case: GivenCase, changes: GivenChanges, full: bool = False
) -> dict[str, Any]:
    """Return in words what would change if some answers were others."""
    consulted = advisor.consult(case)
    outline = future_outline(advisor.what_if(consulted, changes), advisor.knowledge, full)
    return _told(outline, consulted.advice)


def _told(outline: Outline, advice: Advice) -> dict[str, Any]:
    return {"alerts": alerts_of(advice), "told": as_text(outline)}
