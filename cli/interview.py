"""`advisor interview`: the questionnaire as a conversation."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._command import hint
from advisor._language import N_, _, day_in_words, ngettext

from .answering_again import answering_again, tell_of_another_day
from .options import NamedPath, knowledge_option

if TYPE_CHECKING:
    from advisor.cases.store import CaseStore
    from advisor.interview.interview import Interview, Scope

DONE, NOT_KEPT = 0, 2  # exit codes
WELCOME = N_(
    "Think of one partner, or one partnership. There are no right answers, and u for don't know is a good "
    "one. It takes about twelve minutes. s stops, and you can go on later. Leave out names of people."
)
WELCOME_TO_ALL = N_(
    "Think of one partner, or one partnership. There are no right answers, and u for don't know is a good "
    "one. s stops, and you can go on later. Leave out names of people."
)


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
        again = () if knowledge is None else ("--knowledge", str(knowledge))
        return _talked(store, Interview(advisor, store.case, scope or "what-matters"), plain, again)
    finally:
        store.close()


def _talked(store: CaseStore, asking: Interview, plain: bool, again: tuple[str, ...]) -> int:
    """Ask until all is answered or the leader stops; return the exit code. Hints repeat `again`."""
    from .conversation import Conversation
    from .typed import Left

    try:
        _welcome(store, asking, again)
        Conversation(asking, store, plain).run()
        is_kept = _end(store, asking, again)
    except Left as left:
        is_kept = _tell_where(store, asking, again)
        return 130 if not left.on_purpose else DONE if is_kept else NOT_KEPT
    except (KeyboardInterrupt, click.Abort):
        click.echo()
        _tell_where(store, asking, again)
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
            _("that is a case study; see the advice on it with: {command}").format(
                command=hint("advise", str(case))
            )
        )
    table, mark, _row = name.rpartition("#")
    if mark and Path(table).suffix.lower() in TABLE_SUFFIXES:
        raise click.UsageError(
            _("that is a row of a table; see the advice on it with: {command}").format(
                command=hint("advise", str(case))
            )
        )
    if case.suffix.lower() in TABLE_SUFFIXES:
        raise click.UsageError(
            _("{name} is the name of a table; choose one that ends in .yaml, such as {other}").format(
                name=name, other=quoted(case.with_suffix(".yaml"))
            )
        )
    if is_missing(case):
        refuse_ending(case, "yaml", "CASE")


def _tell_where(store: CaseStore, interview: Interview, again: tuple[str, ...]) -> bool:
    """Say where the answers are, and return whether they are there."""
    from .prompts import wrapped

    if not _is_kept(store):
        return False
    if interview.entries:
        told = _("What you have answered is in {file}. Run the same command again to go on.")
        click.echo(wrapped(told.format(file=store.path)))
        click.echo(wrapped(_("For the advice on what is there type:")))
        click.echo(f"  {hint('advise', str(store.path), *again)}")  # in one line: it is to be copied
    else:
        told = _("Nothing is answered yet. {file} is there for when you go on.")
        click.echo(wrapped(told.format(file=store.path)))
    return True


def _is_kept(store: CaseStore) -> bool:
    """Return whether the file is there; one that has gone is written anew, or it is said why it cannot be."""
    from advisor.errors import AdvisorError

    from .keeping import keep_file

    try:
        keep_file(store)
    except AdvisorError as error:
        click.echo(error.told(), err=True)
    return store.holds_all


def _welcome(store: CaseStore, interview: Interview, again: tuple[str, ...]) -> None:
    """See that the file can be written, then say what is to come; a new file gets its date and name."""
    from advisor.cases.questionnaire import answered_elsewhere

    from .prompts import wrapped

    there = len(interview.entries)
    is_new = not there and not interview.case.partnership
    if interview.case.date is None:
        interview.case = replace(interview.case, date=datetime.date.today())  # her own day
    store.save(interview.case)
    if store.no_longer_fit:
        click.echo(wrapped(_("These do not fit the questions and are left out:")))
        for answer in store.no_longer_fit:
            click.echo(wrapped(answer, "  - ", "    "))
    if store.kept_as is not None:
        click.echo(wrapped(_("The file as it was is kept as {file}.").format(file=store.kept_as)))
    if there:
        told = _("Going on with {file}: {answers} For another partnership, give another file: {command}")
        other = hint("interview", "other.yaml")
        click.echo(wrapped(told.format(file=store.path, answers=_answers_there(interview), command=other)))
        tell_of_another_day(store, interview, again)
        if answered_elsewhere(interview.case, interview.knowledge):
            click.echo(
                wrapped(_("The questions have changed since it was answered. What is new is asked too."))
            )
        return
    click.echo(wrapped(_(WELCOME_TO_ALL if interview.scope == "all" else WELCOME)))
    if is_new:
        _particulars(store, interview)


def _answers_there(interview: Interview) -> str:
    """Return how many answers there are, and how many lists are answered in part."""
    in_part = sum(bool(entry.open_parts) for entry in interview.entries)
    whole = len(interview.entries) - in_part
    if not in_part:
        return ngettext("{n} answer is there.", "{n} answers are there.", whole).format(n=whole)
    if not whole:
        return ngettext("{n} in part is there.", "{n} in part are there.", in_part).format(n=in_part)
    return ngettext(
        "{n} answer and {part} in part are there.", "{n} answers and {part} in part are there.", whole
    ).format(n=whole, part=in_part)


def _particulars(store: CaseStore, interview: Interview) -> None:
    """Ask what to call the partnership, so that two files can be told apart, and which services they are.

    A script is not asked for the services: those that there are have no line for it.
    """
    from .particulars import ASKED, ask_for
    from .typed import is_at_terminal

    ask_for("name", ASKED["name"], store, interview)
    if is_at_terminal() and not interview.case.partners:
        ask_for("partners", ASKED["partners"], store, interview)


def _end(store: CaseStore, interview: Interview, again: tuple[str, ...]) -> bool:
    """Show the advice, where the file is, when to look again, and what to bring to the next meeting."""
    from advisor.advice.review import review_day
    from advisor.reports import screen_outline
    from advisor.reports.outline_text import as_text

    from .bringing import to_bring
    from .looking_back import looking_back
    from .options import screen_width
    from .prompts import wrapped

    name = str(store.path)
    advice = looking_back(interview.advisor, name, interview.case, name).advice()
    click.echo()
    outline = screen_outline(advice, interview.knowledge, case_name=name, asked_with=again)
    click.echo(as_text(outline, screen_width()), nl=False)
    click.echo()
    for line in to_bring(advice, interview.knowledge, name, again):
        click.echo(line)
    if (review := review_day(interview.case.date)) is not None:
        told = _("Look again on or about {day}: answer once more in a new file, under the same name, with:")
        click.echo(wrapped(told.format(day=day_in_words(review))))
        click.echo(f"  {answering_again(store.path, review, again)}")  # in one line: it is to be copied
    is_kept = _is_kept(store)
    if is_kept:
        click.echo(wrapped(_("Your answers are in {file}, on this machine only.").format(file=store.path)))
    sys.stdout.flush()
    return is_kept
