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
from .options import (
    alone_option,
    anonymise_option,
    format_option,
    knowledge_option,
    other_option,
    output_option,
    width_for,
)
from .output import put_out
from .reading import asked_with, case_or_only

if TYPE_CHECKING:
    from advisor.advice.model import Advice
    from advisor.advice.reasoner import EngineName
    from advisor.knowledge.base import KnowledgeBase
    from advisor.reports.outline import Outline


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
@alone_option
@anonymise_option
@other_option
@output_option
@knowledge_option
def advise(
    case: str | None,
    words: tuple[str, ...],
    format_: str,
    length: Literal["more", "full"] | None,
    show: str | None,
    no_pager: bool,
    engine: EngineName,
    alone: bool,
    anonymise: bool,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
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
    from advisor.reports import as_text, write_outline

    from .looking_back import read_looking_back

    _refuse_what_does_not_fit(length, show, format_, output)
    again = asked_with(anonymise, other, knowledge, alone=alone)
    case, show = _case_and_shown(case, show, words, (*_what_was_asked(length, show), *again))
    advisor = Advisor(knowledge, engine=engine)
    read = read_looking_back(advisor, case, other, anonymise, alone)
    advice, name = read.advice(), read.name
    if anonymise:
        from advisor.cases.anonymous import months_only

        advice = replace(advice, case=months_only(advice.case))
    if format_ == "json":
        put_out(advice.as_json(), output, "json")
        return
    if format_ == "html" and show is None:
        from advisor.pages import advice_page, as_html

        page = advice_page(advice, advisor.knowledge, full=length == "full")
        put_out(as_html(page), output, format_)
        return
    with hints_in(output):
        outline = _outline(advice, advisor.knowledge, length, show, name, again)
    if format_ != "text" or output is not None or no_pager or not (length or show):
        put_out(write_outline(outline, format_, width_for(output)), output, format_)
    else:
        from .pager import page_through

        page_through(as_text(outline, width_for(output)))


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


def _what_was_asked(length: Literal["more", "full"] | None, show: str | None) -> tuple[str, ...]:
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
    length: Literal["more", "full"] | None,
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
