"""`advisor interview`: the questionnaire as a conversation."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._command import hint
from advisor._text import counted

from .options import NamedPath, knowledge_option

if TYPE_CHECKING:
    from advisor.cases.store import CaseStore
    from advisor.interview.interview import Interview, Scope

DONE, NOT_KEPT = 0, 2  # exit codes


@click.command()
@click.argument("case", default="my-case.yaml", type=NamedPath(), metavar="[CASE]")
@click.option("--all", "scope", flag_value="all", help="Ask everything.")
@click.option("--core", "scope", flag_value="core", help="Ask the core questions only.")
@click.option("--plain", is_flag=True, help="No bar: one line for each thing, as for a screen reader.")
@knowledge_option
def interview(case: Path, scope: Scope | None, plain: bool, knowledge: Path | None) -> int:
    """Answer questions about a partnership, and get advice.

    Answers go into the file CASE (my-case.yaml) one by one. Stop whenever you like; the same command goes on
    where you stopped. Nothing leaves your machine.

    \b
    Example:
      advisor interview
      advisor interview speech-and-language.yaml
    """
    from advisor.api import Advisor
    from advisor.cases.store import open_case
    from advisor.interview.interview import Interview

    _refuse_what_is_no_case(case)
    advisor = Advisor(knowledge)
    store = open_case(case, advisor.knowledge)
    try:
        return _talked(store, Interview(advisor, store.case, scope or "what-matters"), plain)
    finally:
        store.close()


def _talked(store: CaseStore, asking: Interview, plain: bool) -> int:
    """Ask until all is answered or the leader stops; return the exit code."""
    from .conversation import Conversation
    from .typed import Left

    try:
        _welcome(store, asking)
        Conversation(asking, store, plain).run()
        is_kept = _end(store, asking)
    except Left as left:
        is_kept = _tell_where(store, asking)
        return 130 if not left.on_purpose else DONE if is_kept else NOT_KEPT
    except (KeyboardInterrupt, click.Abort):
        click.echo()
        _tell_where(store, asking)
        return 130
    return DONE if is_kept else NOT_KEPT


def _refuse_what_is_no_case(case: Path) -> None:
    """Refuse a name that other commands would not read as a case file: a study, a table, a file of others."""
    from advisor.api import TABLE_SUFFIXES
    from advisor.files.read import is_missing, quoted

    from .output import refuse_ending

    name = quoted(case)
    if name.startswith("scenario:"):
        raise click.UsageError(
            f"that is a case study; see the advice on it with: {hint('advise', str(case))}"
        )
    table, mark, _ = name.rpartition("#")
    if mark and Path(table).suffix.lower() in TABLE_SUFFIXES:
        raise click.UsageError(
            f"that is a row of a table; see the advice on it with: {hint('advise', str(case))}"
        )
    if case.suffix.lower() in TABLE_SUFFIXES:
        raise click.UsageError(
            f"{name} is the name of a table; choose one that ends in .yaml, such as "
            f"{quoted(case.with_suffix('.yaml'))}"
        )
    if is_missing(case):
        refuse_ending(case, "yaml", "CASE")


def _tell_where(store: CaseStore, interview: Interview) -> bool:
    """Say where the answers are, and return whether they are there."""
    from .prompts import wrapped

    if not _is_kept(store):
        return False
    if interview.entries:
        told = f"What you have answered is in {store.path}. Run the same command again to go on."
    else:
        told = f"Nothing is answered yet. {store.path} is there for when you go on."
    click.echo(wrapped(told))
    return True


def _is_kept(store: CaseStore) -> bool:
    """Return whether the file is there; one that has gone is written anew, or it is said why it cannot be."""
    from advisor.errors import AdvisorError

    from .conversation import keep_file

    try:
        keep_file(store)
    except AdvisorError as error:
        click.echo(error.told(), err=True)
    return store.holds_all


def _welcome(store: CaseStore, interview: Interview) -> None:
    """See that the file can be written, then say what is to come; a new file gets its date and name."""
    from advisor.cases.questionnaire import answered_elsewhere

    from .prompts import wrapped

    there = len(interview.entries)
    is_new = not there and not interview.case.partnership
    if interview.case.date is None:
        interview.case = replace(interview.case, date=datetime.date.today())  # her own day
    store.save(interview.case)
    if store.no_longer_fit:
        click.echo(wrapped("These do not fit the questions and are left out:"))
        for answer in store.no_longer_fit:
            click.echo(wrapped(answer, "  - ", "    "))
    if store.kept_as is not None:
        click.echo(wrapped(f"The file as it was is kept as {store.kept_as}."))
    if there:
        told = f"Going on with {store.path}: {_answers_there(interview)} there."
        click.echo(wrapped(f"{told} For another partnership, give another name."))
        if answered_elsewhere(interview.case, interview.knowledge):
            click.echo(wrapped("The questions have changed since it was answered. What is new is asked too."))
        return
    how_long = "" if interview.scope == "all" else " It takes about twelve minutes."
    click.echo(
        wrapped(
            "Think of one partner, or one partnership. There are no right answers, and u for don't know is a "
            f"good one.{how_long} s stops, and you can go on later. Leave out names of people."
        )
    )
    if is_new:
        _name(store, interview)


def _answers_there(interview: Interview) -> str:
    """Return how many answers there are, and how many lists are answered in part."""
    in_part = sum(bool(entry.open_parts) for entry in interview.entries)
    whole = len(interview.entries) - in_part
    if not in_part:
        return f"{counted(whole, 'answer')} {'is' if whole == 1 else 'are'}"
    if not whole:
        return f"{in_part} in part {'is' if in_part == 1 else 'are'}"
    return f"{counted(whole, 'answer')} and {in_part} in part are"


def _name(store: CaseStore, interview: Interview) -> None:
    """Ask what to call the partnership, so that two files can be told apart."""
    from advisor.errors import AdvisorError

    from .conversation import keep_file
    from .prompts import wrapped
    from .replies import KEY_OF, NO_NAME, cleaned
    from .typed import Left, is_at_terminal, read_line

    click.echo("\n" + wrapped("What shall we call this partnership? Enter leaves it out."))
    while True:
        line = read_line()
        name = cleaned(line or "")
        key = KEY_OF.get(name.lower(), name.lower())
        if line is None or key == "s":
            raise Left(on_purpose=line is not None)
        if key in NO_NAME:
            click.echo(wrapped("Type a name by which you know it again. Enter leaves it out, s stops."))
            continue
        named = replace(interview.case, partnership=name)
        try:
            store.save(named)
            keep_file(store)
        except AdvisorError as error:
            if not is_at_terminal():
                raise
            click.echo(wrapped(f"{error.told()}."))
            continue
        interview.case = named
        return


def _end(store: CaseStore, interview: Interview) -> bool:
    """Show the advice, where the file is, when to look again, and what to bring to the next meeting."""
    from advisor._language import day_in_words
    from advisor.advice.review import review_day
    from advisor.reports import screen_outline
    from advisor.reports.outline_text import as_text

    from .options import screen_width
    from .prompts import to_bring, wrapped

    advice = interview.advice()
    click.echo()
    click.echo(
        as_text(screen_outline(advice, interview.knowledge, case_name=str(store.path)), screen_width()),
        nl=False,
    )
    click.echo()
    for line in to_bring(advice, interview.knowledge):
        click.echo(line)
    if (review := review_day(interview.case.date)) is not None:
        click.echo(wrapped(f"Look again on or about {day_in_words(review)}: answer once more in a new file."))
    is_kept = _is_kept(store)
    if is_kept:
        click.echo(wrapped(f"Your answers are in {store.path}, on this machine only."))
    sys.stdout.flush()
    return is_kept
