"""`advisor training`: what a trainer leads people through, on the screen and on paper, or does alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from .options import NamedPath, format_option, knowledge_option, output_option, show_outline, width_for
from .output import keep_others, put_out

if TYPE_CHECKING:
    from advisor.reports.training_sheet import Reader

READERS = click.Choice(["all", "trainer", "participants"])
PROGRAMME = "programme"  # all sessions and exercises in short, as a sheet


@click.group()
def training() -> None:
    """The study's own training: sessions of an action learning set, and exercises for a room or for one.

    \b
    Example:
      advisor training list
      advisor training sheet 1 -o session-1.html
      advisor training play place-the-phrase
    """


@training.command("list")
@knowledge_option
def list_(knowledge: Path | None) -> None:
    """List the sessions and exercises: what each is for, and how long it takes.

    \b
    Example:
      advisor training list
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.training import add_next, programme_outline

    base = knowledge_in(knowledge)
    outline = programme_outline(base)
    add_next(outline, base)
    show_outline(outline)


@training.command()
@click.argument("name", metavar="NAME")
@knowledge_option
def show(name: str, knowledge: Path | None) -> None:
    """Show how a session or exercise is led. NAME is the number of a session, or an id from the list.

    \b
    Example:
      advisor training show 1
      advisor training show action-learning-round
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.training import led_outline
    from advisor.training import led

    base = knowledge_in(knowledge)
    show_outline(led_outline(led(name, base), base))


@training.command()
@click.argument("name", metavar="NAME")
@click.option(
    "--for", "reader", type=READERS, default="all", show_default=True, help="Participants get no answers."
)
@format_option("html", "docx", "markdown")
@output_option
@knowledge_option
def sheet(name: str, reader: str, format_: str, output: Path | None, knowledge: Path | None) -> None:
    """Write a session or exercise to print: how it is led, hand-outs, and cards to cut out.

    NAME is as for show; 'programme' is all of them in short, to send beforehand.

    \b
    Example:
      advisor training sheet 1 -o session-1.html
      advisor training sheet which-do-you-mean --for participants --format docx -o cards.docx
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports import write_outline
    from advisor.reports.training import programme_outline
    from advisor.reports.training_sheet import sheet_outline
    from advisor.training import led

    base = knowledge_in(knowledge)
    if name == PROGRAMME:
        outline = programme_outline(base)
    else:
        outline = sheet_outline(led(name, base), base, cast("Reader", reader))
    put_out(write_outline(outline, format_, width_for(output)), output, format_)


@training.command()
@click.argument("name", metavar="EXERCISE")
@click.option("--cards", type=click.IntRange(1, 99), default=9, show_default=True, help="How many to sort.")
@click.option(
    "-o",
    "--output",
    type=NamedPath(),
    metavar="FILE",
    help="Keep what came of it in FILE. Else nothing is kept.",
)
@knowledge_option
def play(name: str, cards: int, output: Path | None, knowledge: Path | None) -> int:
    """Do an exercise at the terminal, for one or for a group at a projector. No mark is given.

    EXERCISE is place-the-phrase, look-at-my-habits or which-do-you-mean.

    \b
    Example:
      advisor training play place-the-phrase
      advisor training play look-at-my-habits -o mine.txt
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.outline_text import as_text

    from .training_games import played
    from .typed import Left

    if output is not None:  # better now than after all has been answered
        keep_others(output, "text")
    try:
        outline = played(name, knowledge_in(knowledge), cards)
    except Left as left:
        return 0 if left.on_purpose else 130
    click.echo()
    show_outline(outline)
    if output is not None:
        put_out(as_text(outline), output)
    return 0
