"""Where each factor stood on each day: small pictures in plain signs, one line a factor."""

from __future__ import annotations

from advisor._language import _
from advisor.knowledge.terms import ASKED_STAGES, STAGES, TERMED_STAGES
from advisor.progress.model import FactorLine, Point as Stand, Visit, Voice
from advisor.reports.outline import PLAIN, Point, Table
from advisor.reports.progress_words import GAP, SIGNS

MOST_APART = 20  # more signs stand side by side, so that they stay on one line


def stands_over_time(voice: Voice) -> Table:
    """Return where each factor stood on each day: a row each, or where there is less room a line of signs."""
    headers = ("", *(_heading(visit, voice) for visit in voice.visits))
    rows = tuple((factor.name, *map(_cell, factor.points)) for factor in voice.factors)
    narrow = [
        Point(", ".join(headers[1:]), mark=PLAIN),
        *(Point(_small(factor), mark=PLAIN) for factor in voice.factors),
    ]
    return Table(headers, rows, tuple(narrow), wraps=True)


def _heading(visit: Visit, voice: Voice) -> str:
    if visit.date is None:
        return _("no date: {file}").format(file=visit.file)
    day = [each for each in voice.visits if each.date == visit.date]
    return f"{visit.date}" if len(day) == 1 else f"{visit.date} {visit.file}"


def _cell(point: Stand) -> str:
    """Return the sign of a stage and its word; nothing is drawn where it is not known."""
    return f"{SIGNS[point.stage]} {_stage(point)}" if point.stage in SIGNS else _stage(point)


def _stage(point: Stand) -> str:
    doubt = "?" if point.sure == "tentative" else ""
    return _(TERMED_STAGES["unknown"]) if point.stage not in SIGNS else _(ASKED_STAGES[point.stage]) + doubt


def _small(factor: FactorLine) -> str:
    """Return a factor as a line of signs, and where it stands last in words."""
    between = " " if len(factor.points) <= MOST_APART else ""
    signs = between.join(SIGNS.get(point.stage, GAP) for point in factor.points)
    return _("{signs}  {factor} ({last})").format(
        signs=signs, factor=factor.name, last=_stage(factor.points[-1])
    )


def signs_mean(voice: Voice) -> str:
    """Return what the signs mean."""
    points = [point for factor in voice.factors for point in factor.points]
    said = [f"{SIGNS[stage]} {_(ASKED_STAGES[stage])}" for stage in STAGES]
    if any(point.stage not in SIGNS for point in points):
        said.append(_("{gap} not known").format(gap=GAP))
    if any(point.sure == "tentative" for point in points):
        said.append(_("? rests on one answer, or the answers differ, so a move to or from it is 'perhaps'"))
    return ", ".join(said)
