"""`advisor pack`: what to take to the next meeting, or what to do where there should be none."""

from __future__ import annotations

import click

from .case_options import CaseOptions, case_options
from .options import format_option, screen_width, width_for
from .output import put_out
from .reading import case_or_only


@click.command()
@click.argument("case", required=False)
@format_option("text", "markdown", "html", "docx")
@case_options
def pack(given: CaseOptions, case: str | None, format_: str) -> None:
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

    case = case_or_only(case, "pack", *given.again)
    advisor = Advisor(given.knowledge)
    looked = given.read(advisor, case)
    read, name, advice = looked.case, looked.name, looked.advice()
    found = meeting_for(advice, advisor.knowledge)
    if isinstance(found, NotNow):
        outline = private_page(found, advice, read.partnership, name, given.again)
        notes = [] if given.output is None else [*alone_first(advice, found)]
    else:
        outline = table_page(found.meeting, read.partnership)
        notes = [*beside_the_page(found, advice, advisor.knowledge, name, given.again)]
    _tell(notes)
    put_out(write_outline(outline, format_, width_for(given.output)), given.output, format_)


def _tell(notes: list[str]) -> None:
    """Tell the leader what is for her alone, beside the page and before it."""
    from advisor.reports.wording import wrapped

    for note in notes:
        for line in wrapped(note, width=screen_width()):
            click.echo(line, err=True)
    if notes:
        click.echo(err=True)
