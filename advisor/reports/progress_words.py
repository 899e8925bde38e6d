"""How progress is worded: moves, times between days, and what was tried."""

from __future__ import annotations

import datetime

from advisor._language import N_, _, ngettext
from advisor._text import on_one_line
from advisor.cases.case import Action
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import OUTCOMES, stage_in_words, title_of
from advisor.progress.model import Move, Tried
from advisor.reports.wording import inside

SIGNS = {"emerging": "_", "developing": "-", "confident": "^"}
GAP = "."
FEW_DAYS, A_YEAR = 60, 700
MONTH, YEAR = 30.44, 365.25
_TURNS = {
    "on": N_("Moved on:"),
    "recovered": N_("Moved on again, at least to where it was before:"),
    "dip": N_(
        "Moved back, which may be a dip: something was tried in the half year before, and a new thing is "
        "often harder before it is easier."
    ),
    "slide": N_("Slid back, with nothing new tried in the half year before:"),
    "back": N_("Moved back; what was tried in the half year before is not noted:"),
}
_RELAPSES = {
    "yes": N_(
        "A relapse: it had gone back and come on, and went back again, soon after something was tried:"
    ),
    "no": N_("A relapse: it had gone back and come on, and went back again, with nothing new tried:"),
    "not-known": N_(
        "A relapse: it had gone back and come on, and went back again; what was tried is not noted:"
    ),
}
_DOUBTFUL = {
    "recovered": N_("Moved on again, perhaps to where it was before:"),
    "relapse": N_("Moved back, perhaps for the second time (a relapse):"),
}


def turn_said(move: Move) -> str:
    """Return what kind of move it is, to be said once of all that moved so."""
    if move.turn_perhaps:
        return _(_DOUBTFUL[move.turn])
    return _(_RELAPSES[str(move.after_trying)] if move.turn == "relapse" else _TURNS[move.turn])


def move_said(move: Move, factor: str) -> str:
    """Return from where to where a factor moved that is called so, and whether that is only perhaps so."""
    said = (
        _("{factor}: perhaps, from {before} to {after}")
        if move.perhaps
        else _("{factor}: from {before} to {after}")
    )
    text = said.format(factor=factor, before=stage_in_words(move.before), after=stage_in_words(move.after))
    return _("{text} (not known in between)").format(text=text) if move.gap else text


def time_said(days: int) -> str:
    """Return about how long a number of days is."""
    if days < FEW_DAYS:
        return ngettext("{n} day", "{n} days", days).format(n=days)
    if days < A_YEAR:
        months = round(days / MONTH)
        return ngettext("about {n} month", "about {n} months", months).format(n=months)
    years = round(days / YEAR)
    return ngettext("about {n} year", "about {n} years", years).format(n=years)


def tried_said(tried: Tried) -> str:
    """Return what was tried, when, and what came of it, with the note on it."""
    outcome = _(OUTCOMES[tried.outcome])
    if tried.said_before:
        earlier = ", ".join(_(OUTCOMES[each]) for each in tried.said_before)
        outcome = _("{earlier}; then {outcome}").format(earlier=earlier, outcome=outcome)
    return _said(tried.date, tried.title, outcome, tried.note)


def action_said(action: Action, knowledge: KnowledgeBase) -> str:
    """Return an action of a case in the same words."""
    title = title_of(action.id, knowledge)
    return on_one_line(_said(action.date, title, _(OUTCOMES[action.outcome]), action.note))


def _said(date: datetime.date | None, title: str, outcome: str, note: str) -> str:
    day = _("no date") if date is None else date.isoformat()
    text = _("{date}, {what}: {outcome}").format(date=day, what=inside(title), outcome=outcome)
    words = " ".join(note.split())
    return f'{text}. "{words}"' if words else text
