"""What a case is called, its day, its partners, and whose view it is: asked for, and changed at any time."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from advisor._language import N_, _
from advisor.cases.case import Case, Partner
from advisor.cases.sectors import sector_named
from advisor.errors import AdvisorError
from advisor.knowledge.question_kinds.replies import ReplyError

from .keeping import keep_file
from .prompts import wrapped
from .replies import KEY_OF, NO_NAME, cleaned
from .typed import Left, is_at_terminal, read_line

if TYPE_CHECKING:
    from advisor.cases.store import CaseStore
    from advisor.interview.interview import Interview

ASKED = {
    "name": N_("What shall we call this partnership? Enter leaves it out."),
    "partners": N_(
        "Which services are they, the others? For example: health visitors, a nursery. No names of people. "
        "Enter leaves it out."
    ),
}
ASKED_LAST = {
    "seat": N_(
        "Others may answer about this partnership too. So that your views can be laid side by side: whose "
        "seat do you answer from? 1 the centre, or whoever leads this work. 2 a partner. 3 above both, such "
        "as a manager of them. Enter leaves it out."
    ),
    "share": N_("May the others in this partnership see who said what? Type yes or no. Enter means no."),
}
ASKED_AGAIN = {
    "name": N_("What shall we call this partnership? Enter leaves it as it is."),
    "date": N_("On which day is this how you see it? Type it as 2026-03-14. Enter leaves it as it is."),
    "partners": N_(
        "Which services are they, the others? For example: health visitors, a nursery. No names of people. "
        "Enter leaves it as it is."
    ),
    "seat": N_(
        "Whose seat do you answer from? 1 the centre, or whoever leads this work. 2 a partner. 3 above both, "
        "such as a manager of them. Enter leaves it as it is."
    ),
    "share": N_(
        "May the others in this partnership see who said what? Type yes or no. Enter leaves it as it is."
    ),
}
HOW = {
    "name": N_("Type a name by which you know it again. Enter leaves it, s stops."),
    "date": N_("Type the day as year-month-day, such as 2026-03-14. Enter leaves it, s stops."),
    "partners": N_("Type the services, with commas between them. Enter leaves it, s stops."),
    "seat": N_("Type 1, 2 or 3. Enter leaves it, s stops."),
    "share": N_("Type yes or no. Enter leaves it, s stops."),
}
CHOSEN: dict[str, dict[str, Any]] = {  # what is typed, and what it means
    "seat": {
        "1": "centre",
        "centre": "centre",
        "center": "centre",
        "2": "partner",
        "partner": "partner",
        "3": "above",
        "above": "above",
    },
    "share": {"yes": "yes", "y": "yes", "no": "no", "n": "no"},
}


def ask_for(which: str, question: str, store: CaseStore, interview: Interview) -> None:
    """Ask for one of them, and keep what is typed; `Left` if the leader stops."""
    click.echo("\n" + wrapped(_(question)))
    while True:
        line = read_line()
        said = cleaned(line or "")
        if line is None or _key(said) == "s":
            raise Left(on_purpose=line is not None)
        if not said:
            return
        if which not in CHOSEN and any(_key(word.strip()) in NO_NAME for word in said.split(",")):
            click.echo(wrapped(_(HOW[which])))
        elif _is_kept(which, said, store, interview):
            return


def _key(said: str) -> str:
    return KEY_OF.get(said.lower(), said.lower())


def _is_kept(which: str, said: str, store: CaseStore, interview: Interview) -> bool:
    """Keep it on the disk, or say why not; return whether it is kept."""
    before = interview.state
    try:
        interview.case = with_particular(interview.case, which, said)
        store.save(interview.case)
        keep_file(store)
    except (ReplyError, AdvisorError) as error:
        interview.state = before
        if isinstance(error, AdvisorError) and not is_at_terminal():
            raise
        click.echo(wrapped(f"{error.told()}." if isinstance(error, AdvisorError) else str(error)))
        return False
    return True


def with_particular(case: Case, which: str, said: str) -> Case:
    """Return the case with one of them other; `ReplyError` says what to type instead."""
    if which in CHOSEN:
        return _chosen(case, which, said)
    if which == "name":
        return replace(case, partnership=said)
    if which == "date":
        return replace(case, date=_day(said))
    names = [name.strip() for name in said.split(",") if name.strip()]
    known = {partner.name: partner for partner in case.partners}
    return replace(case, partners=tuple(known.get(name) or _partner(name) for name in names))


def _chosen(case: Case, which: str, said: str) -> Case:
    found = CHOSEN[which].get(said.lower().rstrip(".)"))
    if found is None:
        raise ReplyError(_(HOW[which]))
    return replace(case, seen_from=found) if which == "seat" else replace(case, share=found)


def ask_last(store: CaseStore, interview: Interview) -> None:
    """Ask whose view it is and who may see it, where that is not known; `Left` if the leader stops.

    A script is not asked: those that there are have no line for it.
    """
    known = {"seat": interview.case.seen_from, "share": interview.case.share}
    for which, question in ASKED_LAST.items():
        if known[which] is None and is_at_terminal():
            ask_for(which, question, store, interview)


def _partner(name: str) -> Partner:
    """Return a partner of this name, with its sector where the name says it."""
    return Partner(name=name, sector=name if sector_named(name) is not None else "")


def _day(said: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(said)
    except ValueError as error:
        raise ReplyError(_("Type the day as year-month-day, such as 2026-03-14.")) from error
