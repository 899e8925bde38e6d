"""How progress is worded: moves, times between days, and what was tried."""

from __future__ import annotations

from advisor._language import N_, _, ngettext
from advisor.knowledge.phrases import OUTCOMES, stage_in_words
from advisor.progress.model import Move, Tried
from advisor.reports.wording import inside

SIGNS = {"emerging": "_", "developing": "-", "confident": "^"}
GAP = "."
FEW_DAYS, A_YEAR = 60, 700
MONTH, YEAR = 30.44, 365.25
_ON = {
    "on": N_("{factor}: on, from {before} to {after}"),
    "recovered": N_("{factor}: on again, from {before} to {after}, as far as it was before"),
}
_PERHAPS_ON = {
    "on": N_("{factor}: perhaps on, from {before} to {after}"),
    "recovered": N_("{factor}: perhaps on again, from {before} to {after}, as far as it was before"),
}
_BACK = {
    "dip": N_("{factor}: back, from {before} to {after}. This looks like a dip: {why}"),
    "slide": N_("{factor}: back, from {before} to {after}, {why}"),
    "back": N_("{factor}: back, from {before} to {after}; {why}"),
    "relapse": N_(
        "{factor}: back once more, from {before} to {after}. It had gone back before and come on: {why}"
    ),
}
_PERHAPS_BACK = {
    "dip": N_("{factor}: perhaps back, from {before} to {after}. This looks like a dip: {why}"),
    "slide": N_("{factor}: perhaps back, from {before} to {after}, {why}"),
    "back": N_("{factor}: perhaps back, from {before} to {after}; {why}"),
    "relapse": N_(
        "{factor}: perhaps back once more, from {before} to {after}. It had gone back before and come on: {why}"
    ),
}
_WHY = {
    "dip": N_(
        "something was tried in the half year before, and a new thing is often harder before it is easier"
    ),
    "slide": N_("with nothing new tried in the half year before"),
    "back": N_("whether something was tried in the half year before is not noted"),
}
_RELAPSED = {
    "yes": N_("a relapse, soon after something was tried"),
    "no": N_("a relapse, with nothing new tried in the half year before"),
    "not-known": N_("a relapse; whether something was tried in the half year before is not noted"),
}


def move_said(move: Move, factor: str) -> str:
    """Return what a move is, in words, for a factor that is called so."""
    if move.direction == "back":
        said = (_PERHAPS_BACK if move.perhaps else _BACK)[move.turn]
        why = _RELAPSED[str(move.after_trying)] if move.turn == "relapse" else _WHY[move.turn]
    else:
        said, why = (_PERHAPS_ON if move.perhaps else _ON)[move.turn], ""
    words = {"before": stage_in_words(move.before), "after": stage_in_words(move.after)}
    text = _(said).format(factor=factor, why=_(why) if why else "", **words)
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
        outcome = _("{earlier}; said later: {outcome}").format(earlier=earlier, outcome=outcome)
    if tried.date is None:
        text = _("Tried: {what}: {outcome}").format(what=inside(tried.title), outcome=outcome)
    else:
        text = _("Tried {date}: {what}: {outcome}").format(
            date=tried.date.isoformat(), what=inside(tried.title), outcome=outcome
        )
    note = " ".join(tried.note.split())
    return f'{text}. "{note}"' if note else f"{text}."
