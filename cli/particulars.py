"""What a case is called, its day and its partners: asked for at the beginning, and changed at any time."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

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
ASKED_AGAIN = {
    "name": N_("What shall we call this partnership? Enter leaves it as it is."),
    "date": N_("On which day is this how you see it? Type it as 2026-03-14. Enter leaves it as it is."),
    "partners": N_(
        "Which services are they, the others? For example: health visitors, a nursery. No names of people. "
        "Enter leaves it as it is."
    ),
}
HOW = {
    "name": N_("Type a name by which you know it again. Enter leaves it, s stops."),
    "date": N_("Type the day as year-month-day, such as 2026-03-14. Enter leaves it, s stops."),
    "partners": N_("Type the services, with commas between them. Enter leaves it, s stops."),
}


def ask_for(which: str, question: str, store: CaseStore, interview: Interview) -> None:
    """Ask for the name, the date or the partners, and keep what is typed; `Left` if the leader stops."""
    click.echo("\n" + wrapped(_(question)))
    while True:
        line = read_line()
        said = cleaned(line or "")
        if line is None or _key(said) == "s":
            raise Left(on_purpose=line is not None)
        if not said:
            return
        if any(_key(word.strip()) in NO_NAME for word in said.split(",")):
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
    """Return the case with another name, date or partners; `ReplyError` says what to type instead."""
    if which == "name":
        return replace(case, partnership=said)
    if which == "date":
        return replace(case, date=_day(said))
    names = [name.strip() for name in said.split(",") if name.strip()]
    known = {partner.name: partner for partner in case.partners}
    return replace(case, partners=tuple(known.get(name) or _partner(name) for name in names))


def _partner(name: str) -> Partner:
    """Return a partner of this name, with its sector where the name says it."""
    return Partner(name=name, sector=name if sector_named(name) is not None else "")


def _day(said: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(said)
    except ValueError as error:
        raise ReplyError(_("Type the day as year-month-day, such as 2026-03-14.")) from error
