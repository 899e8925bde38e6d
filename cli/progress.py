"""`advisor progress`: one partnership over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import NamedPath, format_option, knowledge_option, output_option, width_for
from .output import put_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.cases.gathering import Partnership, Unread
    from advisor.knowledge.base import KnowledgeBase

HERE = (Path(),)


@click.command()
@click.argument("paths", nargs=-1, metavar="[FOLDER|FILE]...", type=NamedPath())
@click.option("--partnership", metavar="NAME", help="Of several, show this one.")
@format_option("text", "json", "csv", "markdown", "html", "docx")
@output_option
@knowledge_option
def progress(
    paths: tuple[Path, ...],
    partnership: str | None,
    format_: str,
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Show one partnership over time: what moved, what was tried, and what came of it.

    FOLDER holds the case files, one for each date; files can be named too. Without either it is the
    folder you are in. Of several partnerships each has a line, or in a file all that there is.

    \b
    Example:
      advisor progress partners
      advisor progress partners --partnership "Centre and health visitors"
      advisor progress spring.yaml autumn.yaml --format html -o progress.html
    """
    from advisor._document import json_text
    from advisor.api import Advisor
    from advisor.progress.reading import found_in, over_time, read_all
    from advisor.reports.progress_csv import progress_csv

    base = Advisor(knowledge).knowledge
    named = paths or HERE
    read = read_all(named, base)
    as_one = not any(path.is_dir() for path in named)
    found = found_in(read.files, partnership, as_one=as_one)
    if len(found) > 1 and format_ == "text" and output is None:
        _each_in_a_line(found, base, read.unread, tuple(map(str, paths)))
        return
    several = over_time(found, base, read.unread)
    _tell(several[0].unread)
    if format_ == "json":
        data = [each.as_dict() for each in several]
        put_out(json_text(data[0] if len(data) == 1 else data), output, "json")
    elif format_ == "csv":
        put_out(progress_csv(several), output, "csv")
    elif format_ == "html":
        from advisor.pages import as_html, progress_page

        put_out(as_html(progress_page(*several)), output, "html")
    else:
        from advisor.reports import write_outline
        from advisor.reports.progress_outline import progress_outline, several_outline

        outline = progress_outline(several[0]) if len(several) == 1 else several_outline(several)
        put_out(write_outline(outline, format_, width_for(output)), output, format_)


def _each_in_a_line(
    found: Sequence[Partnership], knowledge: KnowledgeBase, unread: Sequence[Unread], words: Sequence[str]
) -> None:
    """Show several partnerships on the screen, a line each."""
    from advisor.progress.in_short import in_short
    from advisor.reports import write_outline
    from advisor.reports.progress_outline import short_outline

    several, told = in_short(found, knowledge, unread)
    _tell(told)
    put_out(write_outline(short_outline(several, words, told), "text", width_for(None)), None, "text")


def _tell(unread: Sequence[Unread]) -> None:
    """Say beside the result which files could not be read."""
    for each in unread:
        for line in each.said:
            click.echo(line, err=True)
