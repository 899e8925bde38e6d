"""`advisor advise`: from a case file to advice with its reasons."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from advisor._command import hint, hints_in
from advisor._language import _

from .asking import names_a_case
from .case_options import CaseOptions, case_options
from .options import format_option, show_outline, width_for
from .output import put_out
from .reading import case_or_only

if TYPE_CHECKING:
    from advisor.advice.model import Advice
    from advisor.advice.reasoner import EngineName
    from advisor.knowledge.base import KnowledgeBase
    from advisor.reports.outline import Outline

Length = Literal["more", "full"] | None  # a screen where nothing is said


@click.command()
@click.argument("case", required=False)
@click.argument("words", nargs=-1, metavar="")  # of a title behind --show, typed without quotes
@format_option("text", "markdown", "html", "docx", "json")
@click.option("--more", "length", flag_value="more", help="Two screens instead of one.")
@click.option("--full", "length", flag_value="full", help="All reasons, and what was held back.")
@click.option(
    "--show", metavar="WHICH", help="One thing whole: by its number on the page, its title, or its id."
)
@click.option("--no-pager", is_flag=True, help="Print it all at once, however long it is.")
@click.option(
    "--engine",
    type=click.Choice(["experta", "columnar"]),
    default="experta",
    show_default=True,
    help="What fires the rules; the advice is the same.",
)
@case_options
def advise(
    given: CaseOptions,
    case: str | None,
    words: tuple[str, ...],
    format_: str,
    length: Length,
    show: str | None,
    no_pager: bool,
    engine: EngineName,
) -> None:
    """Say where a partnership stands and what would help, with reasons, on one screen.

    CASE is a case file, scenario:ID, or TABLE#ROW, such as answers.csv#17. Without one
    it is the case that lies here.

    \b
    Example:
      advisor advise
      advisor advise scenario:health-visitors
      advisor advise my-case.yaml --more
      advisor advise my-case.yaml --show 2
      advisor advise my-case.yaml --format html -o advice.html
      advisor advise my-case.yaml --format json -o advice.json
    """
    from advisor.api import Advisor
    from advisor.reports import write_outline

    _refuse_what_does_not_fit(length, show, format_, given.output)
    case, show = _case_and_shown(case, show, words, (*_what_was_asked(length, show), *given.again))
    advisor = Advisor(given.knowledge, engine=engine)
    read = given.read(advisor, case)
    advice = _without_days(read.advice()) if given.anonymise else read.advice()
    if format_ == "json":
        put_out(advice.as_json(), given.output, "json")
        return
    if format_ == "html" and show is None:
        put_out(_page(advice, advisor.knowledge, length), given.output, format_)
        return
    with hints_in(given.output):
        outline = _outline(advice, advisor.knowledge, length, show, read.name, given.again)
    if format_ != "text" or given.output is not None or no_pager or not (length or show):
        put_out(write_outline(outline, format_, width_for(given.output)), given.output, format_)
    else:
        show_outline(outline)


def _without_days(advice: Advice) -> Advice:
    """Return an advice that tells no day: one alone may say whose case it is."""
    from advisor.cases.anonymous import months_only

    return replace(advice, case=months_only(advice.case))


def _page(advice: Advice, knowledge: KnowledgeBase, length: Length) -> str:
    """Return the page for a browser."""
    from advisor.pages import advice_page, as_html

    return as_html(advice_page(advice, knowledge, full=length == "full"))


def _refuse_what_does_not_fit(
    length: str | None, show: str | None, format_: str, output: Path | None
) -> None:
    """Refuse what cannot be asked for at once, and a page for a browser where nobody could look at it."""
    if length is not None and show is not None:
        raise click.UsageError(
            _("--show gives one thing, and --{length} the page; give one of them").format(length=length)
        )
    if format_ == "html" and output is None and _is_at_a_terminal():
        told = _("{format} is for a browser; say which file to write, as in -o {file}")
        raise click.UsageError(told.format(format=format_, file="advice.html"))


def _what_was_asked(length: Length, show: str | None) -> tuple[str, ...]:
    """Return the options that say how much is asked for, as they were typed."""
    return (*(() if length is None else (f"--{length}",)), *(() if show is None else ("--show", show)))


def _is_at_a_terminal() -> bool:
    return sys.stdout.isatty()


def _case_and_shown(
    case: str | None, show: str | None, words: tuple[str, ...], again: tuple[str, ...]
) -> tuple[str, str | None]:
    """Return the case, named or else the one that lies here, and what is to be shown whole.

    A title may be typed without quotes: what names no case is a further word of it.
    """
    if show is None and words:
        said = _("one case at a time; in quotes if its name has blanks, as in: {command}")
        name = " ".join([case or "", *words])
        raise click.UsageError(said.format(command=hint("advise", name)))
    if show is not None and case is not None and (words or not show.isdigit()):
        typed = [case, *words]
        case = next(filter(names_a_case, typed), None)
        show = " ".join([show, *(word for word in typed if word != case)])
    return case_or_only(case, "advise", *again), show


def _outline(
    advice: Advice,
    knowledge: KnowledgeBase,
    length: Length,
    show: str | None,
    case: str,
    asked_with: tuple[str, ...],
) -> Outline:
    """Return what was asked for: one thing, or the advice on one screen, on two, or whole."""
    from advisor.reports import advice_outline, screen_outline, shown_outline

    if show is not None:
        return shown_outline(advice, knowledge, show, case_name=case, asked_with=asked_with)
    if length is None:
        return screen_outline(advice, knowledge, case_name=case, asked_with=asked_with)
    return advice_outline(advice, knowledge, full=length == "full", case_name=case, asked_with=asked_with)
