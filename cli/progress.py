"""`advisor progress`: one partnership over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import NamedPath, format_option, knowledge_option, output_option, width_for
from .output import put_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.cases.gathering import Unread
    from advisor.progress import Progress
    from advisor.reports.outline import Outline

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
    from advisor.advice.json_text import json_text
    from advisor.api import Advisor
    from advisor.progress.reading import found_in, over_time, read_all
    from advisor.reports.progress_csv import progress_csv

    base = Advisor(knowledge).knowledge
    named = paths or HERE
    read = read_all(named, base)
    as_one = not any(path.is_dir() for path in named)
    found = found_in(read.files, partnership, as_one=as_one)
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

        outline = _outline(several, format_, output, tuple(map(str, paths)))
        put_out(write_outline(outline, format_, width_for(output)), output, format_)


def _outline(several: Sequence[Progress], format_: str, output: Path | None, words: Sequence[str]) -> Outline:
    """Return what to write: of several partnerships a line each on the screen, all of each in a file."""
    from advisor.reports.progress_outline import progress_outline, several_outline, short_outline

    if len(several) == 1:
        return progress_outline(several[0])
    if format_ == "text" and output is None:
        return short_outline(several, words)
    return several_outline(several)


def _tell(unread: Sequence[Unread]) -> None:
    """Say beside the result which files could not be read."""
    for each in unread:
        for line in each.said:
            click.echo(line, err=True)
