"""`advisor scenario handout`: a case study on paper, for each who is in the room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _

from .options import NamedPath, format_option, knowledge_option, width_for
from .output import put_all, put_out

if TYPE_CHECKING:
    from advisor.scenarios.scenario import Scenario

READERS = ("participants", "choices", "cards", "other-side", "discuss", "answers", "trainer")
ALL = "all"
_ENDINGS = {"html": ".html", "docx": ".docx", "markdown": ".md", "text": ".txt"}


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--for",
    "reader",
    type=click.Choice([*READERS, ALL]),
    default=READERS[0],
    show_default=True,
    help="Whom or what it is for. Only answers and trainer say what is expected.",
)
@click.option("--full", is_flag=True, help="For the trainer: the changes that only test the rules, too.")
@format_option("html", "docx", "markdown", "text")
@click.option(
    "-o",
    "--output",
    type=NamedPath(),
    metavar="FILE",
    help="Write to FILE instead of the terminal; with --for all to a folder, a file for each.",
)
@knowledge_option
def handout(
    name: str, reader: str, full: bool, format_: str, output: Path | None, knowledge: Path | None
) -> None:
    """Write a scenario as a page to print: for participants, for the trainer, or as cards to cut out.

    \b
    participants  the story and boxes to number, on one page
    choices       a second sheet: all that can be chosen
    cards         what is known, to cut out and give to whoever asks
    other-side    for whoever plays the other side
    discuss       questions to talk about, for after the choice
    answers       what the author and the rules say, for after the debrief
    trainer       one page to lead it by, then all there is
    all           each of these in a file of its own

    \b
    Example:
      advisor scenario handout private-nursery -o story.html
      advisor scenario handout 11 --for trainer --format docx -o trainer.docx
      advisor scenario handout 11 --for all -o case-11
    """
    from advisor.api import Advisor
    from advisor.files.rights import is_readable_by_others
    from advisor.reports.handout import handout as made
    from advisor.reports.outline_formats import write_outline
    from advisor.scenarios.loader import read_scenario_file, scenario_path

    if reader == ALL and output is None:
        raise click.UsageError(_("--for all writes several files; name a folder for them, as in -o case-11"))
    advisor = Advisor(knowledge)
    path = scenario_path(name, advisor.knowledge)
    found = read_scenario_file(path, advisor.knowledge)
    written = {
        each: write_outline(made(each, found, advisor, full), format_, width_for(output))
        for each in (READERS if reader == ALL else (reader,))
    }
    shared = is_readable_by_others(path)
    if reader == ALL and output is not None:
        put_all(
            {_file(each, found, format_): text for each, text in written.items()}, output, format_, shared
        )
    else:
        put_out(written[reader], output, format_, shared=shared)


def _file(reader: str, scenario: Scenario, format_: str) -> str:
    """Return the name of a file, which gives no more away than the page."""
    case = "" if scenario.number is None else f"case-{scenario.number}-"
    return f"{case}{reader}{_ENDINGS[format_]}"
