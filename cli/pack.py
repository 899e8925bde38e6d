"""`advisor pack`: what to take to the next meeting, or what to do where there should be none."""

from __future__ import annotations

from pathlib import Path

import click

from .options import (
    alone_option,
    anonymise_option,
    format_option,
    knowledge_option,
    other_option,
    output_option,
    screen_width,
    width_for,
)
from .output import put_out
from .reading import asked_with, case_or_only


@click.command()
@click.argument("case", required=False)
@format_option("text", "markdown", "html", "docx")
@alone_option
@anonymise_option
@other_option
@output_option
@knowledge_option
def pack(
    case: str | None,
    format_: str,
    alone: bool,
    anonymise: bool,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Make a pack for the next meeting: an hour that follows the first steps of the advice.

    Everybody at the table may read the page: nothing that you answered is on it. What is for you
    alone is told beside it. Where a meeting is the wrong thing now, the page says so and is for you.
    CASE is as for advise.

    \b
    Example:
      advisor pack my-case.yaml
      advisor pack my-case.yaml --format html -o meeting.html
    """
    from advisor.advice.meeting import NotNow, meeting_for
    from advisor.api import Advisor
    from advisor.reports import write_outline
    from advisor.reports.pack import alone_first, beside_the_page, private_page, table_page

    from .looking_back import read_looking_back

    again = asked_with(anonymise, other, knowledge, alone=alone)
    case = case_or_only(case, "pack", *again)
    advisor = Advisor(knowledge)
    looked = read_looking_back(advisor, case, other, anonymise, alone)
    read, name, advice = looked.case, looked.name, looked.advice()
    found = meeting_for(advice, advisor.knowledge)
    if isinstance(found, NotNow):
        outline = private_page(found, advice, read.partnership, name, again)
        notes = [] if output is None else [*alone_first(advice, found)]
    else:
        outline = table_page(found.meeting, read.partnership)
        notes = [*beside_the_page(found, advice, advisor.knowledge, name, again)]
    _tell(notes)
    put_out(write_outline(outline, format_, width_for(output)), output, format_)


def _tell(notes: list[str]) -> None:
    """Tell the leader what is for her alone, beside the page and before it."""
    from advisor.reports.wording import wrapped

    for note in notes:
        for line in wrapped(note, width=screen_width()):
            click.echo(line, err=True)
    if notes:
        click.echo(err=True)
