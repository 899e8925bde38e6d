"""`advisor log`: note what was tried, and what came of it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _
from advisor._text import holds_control, on_one_line, shown

from .asking import names_a_case
from .options import knowledge_option
from .reading import case_or_only

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.knowledge.base import KnowledgeBase
    from advisor.progress.noting import Noted

    from .looking_back import Read

NO_DATE = "none"


@click.command()
@click.argument("words", nargs=-1, metavar="[CASE] NAME")
@click.option(
    "--outcome", metavar="OUTCOME", help="helped, no-change, worse or too-early; or in plain words."
)
@click.option("--note", default="", metavar="TEXT", help="A few words of your own. No rule reads them.")
@click.option(
    "--date", "day", metavar="DATE", help="The day, such as 2026-09-14, or none. Today if left out."
)
@click.option("--kind", metavar="KIND", help="Where a name may mean things of several kinds: which.")
@knowledge_option
def log(
    words: tuple[str, ...],
    outcome: str | None,
    note: str,
    day: str | None,
    kind: str | None,
    knowledge: Path | None,
) -> None:
    """Note in your case what you tried, and what came of it.

    NAME is the number of a step in your plan, a title or the beginning of one, or an id. Without CASE
    it is the case that lies here. The rest of the file stays as it is. Of several entries on one
    thing the latest counts.

    \b
    Example:
      advisor log 1 --outcome helped
      advisor log my-case.yaml shared training --outcome "no change" --note "Two of six came."
      advisor log my-case.yaml visioning --outcome too-early --date 2026-09-14
    """
    from advisor.api import Advisor
    from advisor.cases.case import Action
    from advisor.progress.noting import note_action

    from .looking_back import read_looking_back

    case, name = _case_and_name(words)
    if holds_control(note):
        raise click.BadParameter(_("the text holds a control character; take it out"), param_hint="'--note'")
    date = _date(day)
    said = None if outcome is None else _outcome(outcome)
    advisor = Advisor(knowledge, "columnar")
    read = read_looking_back(advisor, case, (), anonymise=False, alone=False)
    _refuse_a_number_of_two(name, case, read, advisor)
    id_ = _tried(name, read, kind)
    said = said or _asked(advisor.knowledge.entry(id_).title)
    action = Action(
        date=date,
        kind=advisor.knowledge.kind(id_),  # type: ignore[arg-type]  # it is one of those that can be tried
        id=id_,
        outcome=said,  # type: ignore[arg-type]  # one of the four
        note=" ".join(note.split()),
    )
    _told(note_action(Path(case), action, advisor.knowledge), case, advisor.knowledge)


def _case_and_name(words: tuple[str, ...]) -> tuple[str, str]:
    """Return the case and what names the thing that was tried; a usage error says what is missing."""
    if words and names_a_case(words[0]):
        case, name = words[0], " ".join(words[1:])
    else:
        case, name = case_or_only(None, "log", *words), " ".join(words)
    if not name.strip():
        from advisor._command import hint

        told = _("say what you tried, by its number in the plan, its title or its id, as in: {command}")
        raise click.UsageError(told.format(command=hint("log", case, "1", "--outcome", "helped")))
    if Path(case).suffix.lower() not in (".yaml", ".yml") and not Path(case).is_file():
        told = _("'{case}' is no file that can be written to; name a case file of yours")
        raise click.UsageError(told.format(case=shown(case)))
    return case, name


def _tried(name: str, read: Read, kind: str | None) -> str:
    """Return the id of what was tried; `AdvisorError` for what can be none, with what was perhaps meant.

    A number is that of a step in the plan that `advise` shows, which looks back to earlier files too.
    """
    from advisor._suggest import did_you_mean
    from advisor.advice import named
    from advisor.errors import UnknownIdError
    from advisor.knowledge.kinds import TRIED_KINDS

    kinds = TRIED_KINDS
    if kind is not None:
        if kind not in TRIED_KINDS:
            told = _("'{kind}' is no kind of thing that can be tried; {remedy}")
            raise click.UsageError(told.format(kind=shown(kind), remedy=did_you_mean(kind, TRIED_KINDS)))
        kinds = (kind,)
    knowledge = read.advisor.knowledge
    id_ = named(name, knowledge, read.advice(), kinds)
    if not knowledge.has(id_, kinds):
        told = _("'{name}' is no such thing ({kind}); what can be noted as tried: {kinds}")
        raise UnknownIdError(told.format(name=shown(name), kind=knowledge.kind(id_), kinds=", ".join(kinds)))
    return id_


def _refuse_a_number_of_two(name: str, case: str, read: Read, advisor: Advisor) -> None:
    """Refuse a number that meant another step before something was noted; `AdvisorError` says both.

    What is noted changes the plan, and she may have the page of before in her hand.
    """
    from advisor._command import hint
    from advisor.advice.last_time import as_it_was
    from advisor.advice.naming import is_number, named
    from advisor.errors import AdvisorError, UnknownIdError

    from .looking_back import looking_back

    if not is_number(name):
        return
    own = advisor.read_case(case)
    before = as_it_was(own)
    if before == own:
        return
    then = looking_back(advisor, case, before, read.name, quiet=True)
    try:
        was = named(name, advisor.knowledge, then.advice())
    except UnknownIdError:
        return  # there was no such step: it can only be one of now
    try:
        now = named(name, advisor.knowledge, read.advice())
    except UnknownIdError:
        now = ""
    if was == now:
        return
    number, command = on_one_line(name), hint("log", case, was)
    told = _("step {number} was '{was}' before you noted something; write a name instead, as in: {command}")
    if now:
        told = _(
            "step {number} was '{was}' before you noted something, and now is '{now}'; write a name "
            "instead, as in: {command}"
        )
    title = {each: advisor.knowledge.entry(each).title for each in (was, now) if each}
    raise AdvisorError(told.format(number=number, was=title[was], now=title.get(now, ""), command=command))


def _date(day: str | None) -> datetime.date | None:
    """Return the day that was typed; today, as an interview does it, where none was."""
    from advisor.knowledge.dates import date_in

    if day is None:
        return datetime.date.today()  # her own day
    if day.strip().casefold() == NO_DATE:
        return None
    found = date_in(day.strip())
    if found is None:
        told = _("'{text}' is not a date; write it like 2026-09-14, or none")
        raise click.BadParameter(told.format(text=shown(day)), param_hint="'--date'")
    return found


def _outcome(said: str) -> str:
    """Return the outcome that was meant; a usage error names the four if none was."""
    from advisor._suggest import did_you_mean
    from advisor.knowledge.facts import OUTCOMES
    from advisor.knowledge.question_kinds.actions import outcome_named

    found = outcome_named(said)
    if found is None:
        told = _("'{text}' does not say what came of it; {remedy}")
        remedy = did_you_mean(said, OUTCOMES)
        raise click.BadParameter(told.format(text=shown(said), remedy=remedy), param_hint="'--outcome'")
    return found


def _asked(title: str) -> str:
    """Ask what came of it, at a terminal; a usage error where nobody can be asked."""
    from advisor.knowledge.facts import OUTCOMES
    from advisor.knowledge.question_kinds.actions import OUTCOME_WORDS, outcome_named

    from .typed import is_at_terminal, read_line

    if not is_at_terminal():
        told = _("say what came of it with --outcome, as {words}")
        raise click.UsageError(told.format(words=_(" or ").join(OUTCOMES)))
    click.echo(_("{what}: what came of it?").format(what=on_one_line(title)))
    for number, outcome in enumerate(OUTCOMES, 1):
        click.echo(f"{number:>3}  {_(OUTCOME_WORDS[outcome])}")
    while True:
        line = read_line()
        if line is None or line.strip().casefold() in ("s", "q"):
            raise click.Abort
        numbers = {str(number): outcome for number, outcome in enumerate(OUTCOMES, 1)}
        found = numbers.get(line.strip()) or outcome_named(line)
        if found is not None:
            return found
        click.echo(_("Type a number from 1 to {n}, or s to stop.").format(n=len(OUTCOMES)))


def _told(noted: Noted, case: str, knowledge: KnowledgeBase) -> None:
    """Say what was noted, and where."""
    from advisor._command import hint
    from advisor.files.read import quoted
    from advisor.reports.progress_words import action_said

    said = action_said(noted.action, knowledge)
    if not noted.is_new:
        click.echo(_("This stood in {file} already: {said}").format(file=quoted(Path(case)), said=said))
        return
    click.echo(_("Noted in {file}: {said}").format(file=quoted(Path(case)), said=said))
    if noted.action.date is not None and noted.action.date > datetime.date.today():
        click.echo(_("That day has not come yet: look in the file whether it is right."))
    if noted.counts != noted.action:
        told = _("What counts is the latest entry: {said}")
        click.echo(told.format(said=action_said(noted.counts, knowledge)))
    if noted.kept_as is not None:
        told = _("The file had to be written anew. As it was, it is kept as {file}.")
        click.echo(told.format(file=quoted(noted.kept_as)))
    click.echo(_("What that means for your next steps: {command}").format(command=hint("advise", case)))
