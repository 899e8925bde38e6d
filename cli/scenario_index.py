"""`advisor scenario list` and `plan`: find a case study, and make up a day of several."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advisor._command import hints_in
from advisor._language import _

from .options import format_option, knowledge_option, output_option, width_for
from .output import put_json, put_out
from .unread import tell_unread_scenarios

if TYPE_CHECKING:
    from datetime import datetime

    from advisor.knowledge.base import KnowledgeBase
    from advisor.scenarios.index import Row

F = TypeVar("F", bound=Callable[..., Any])
LEVELS = click.Choice(["first", "middle", "demanding"])


def _in_index(names: tuple[str, ...], knowledge: KnowledgeBase) -> tuple[Row, ...]:
    """Return the index of the scenarios that are named, of all if none is.

    Of those that lie elsewhere no copy is kept: they may hold somebody's case.
    """
    from advisor.scenarios.index import read_index
    from advisor.scenarios.index_copy import index_of
    from advisor.scenarios.loader import named_paths

    return (read_index if names else index_of)(named_paths(names, knowledge), knowledge)


def _to_plan(names: tuple[str, ...], **wanted: Any) -> tuple[str, ...]:
    """Return how a day is asked for with what was wanted of the list, as far as `plan` knows it."""
    about = wanted["pattern"] or wanted["intervention"]
    wishes = (("--level", wanted["level"]), ("--setting", wanted["setting"]), ("--about", about))
    return (*names, *(word for name, wish in wishes if wish for word in (name, wish)))


@click.command("list")
@click.argument("names", nargs=-1, metavar="[FOLDER]...")
@click.option("--level", type=LEVELS, help="How much a group should have seen before.")
@click.option("--minutes", type=click.IntRange(1), metavar="N", help="Takes N minutes at most with a group.")
@click.option("--setting", metavar="WORD", help="Where it plays, such as nursery.")
@click.option("--point", metavar="WORD", help="What it teaches has this in it.")
@click.option("--pattern", metavar="NAME", help="What holds it: the id or title of a pattern.")
@click.option("--intervention", metavar="NAME", help="What can be practised: an id or title of any advice.")
@click.option("--pairs", is_flag=True, help="Only those that are told from two sides.")
@click.option("--full", is_flag=True, help="Show all that the index holds.")
@click.option("--neutral", is_flag=True, help="For those who take part: numbers, settings and minutes only.")
@format_option("text", "json", "csv")
@output_option
@knowledge_option
def list_(
    names: tuple[str, ...],
    format_: str,
    full: bool,
    neutral: bool,
    output: Path | None,
    knowledge: Path | None,
    **wanted: Any,
) -> None:
    """List the case studies by number, each with the point that it teaches; or find some.

    Several things may be looked for together. A word is enough, in any case.

    \b
    Example:
      advisor scenario list
      advisor scenario list --level first --minutes 30
      advisor scenario list --pattern "different pictures" --full
      advisor scenario list --setting nursery --neutral
      advisor scenario list my-scenarios
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.outline_text import as_text
    from advisor.reports.scenario_index import index_csv, index_outline, neutral_outline
    from advisor.scenarios.finding import Wanted, find

    tell_unread_scenarios(names)
    base = knowledge_in(knowledge)
    index = _in_index(names, base)
    found = find(index, Wanted(**wanted), base)
    if format_ == "text":
        to_plan = _to_plan(names, **wanted)
        outline = neutral_outline(found) if neutral else index_outline(found, index, base, full, to_plan)
        put_out(as_text(outline, width_for(output)), output)
        return
    if neutral:
        raise click.UsageError(_("--neutral is for text; leave out --format"))
    if format_ == "json":
        put_json([row.as_dict() for row in found], output)
    else:
        put_out(index_csv(found, base), output, "csv")


@click.command()
@click.argument("names", nargs=-1, metavar="[FOLDER]...")
@click.option(
    "--minutes", type=click.IntRange(45, 540), default=180, show_default=True, help="How long there is."
)
@click.option("--level", type=LEVELS, help="Nothing more demanding than this.")
@click.option("--setting", metavar="WORD", help="Only what plays there, such as nursery.")
@click.option("--about", metavar="NAME", help="First of all about this: a pattern, or anything advised.")
@click.option("--without", multiple=True, metavar="LIST", help="Leave these out, as in 17,23.")
@click.option("--start", type=click.DateTime(["%H:%M"]), metavar="HH:MM", help="When the day begins.")
@format_option("text", "markdown", "html", "docx", "json")
@output_option
@knowledge_option
def plan(
    names: tuple[str, ...],
    minutes: int,
    level: str | None,
    setting: str | None,
    about: str | None,
    without: tuple[str, ...],
    start: datetime | None,
    format_: str,
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Make up a half day, or a day, of case studies that differ, with a timetable.

    Three of them, or as many as fit: the plainer ones first, and one that is told from two sides if there is
    one. The same wishes give the same plan; name those that the group has seen, and it gives others.

    \b
    Example:
      advisor scenario plan
      advisor scenario plan --minutes 120 --level middle --start 09:30
      advisor scenario plan --about "broken trust" --without 17,23 --format docx -o plan.docx
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports import write_outline
    from advisor.reports.day_plan import day_as_dict, day_outline
    from advisor.scenarios.day_wishes import Wishes, day_for

    base = knowledge_in(knowledge)
    day, meant = day_for(_in_index(names, base), Wishes(minutes, level, setting, about, tuple(without)), base)
    if format_ == "json":
        put_json(day_as_dict(day), output)
        return
    begins = None if start is None else start.time()
    with hints_in(output):
        outline = day_outline(day, base, meant, begins)
    put_out(write_outline(outline, format_, width_for(output)), output, format_)
