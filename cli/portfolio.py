"""`advisor portfolio`: all partnerships of a centre."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._command import hint, hints_in
from advisor._language import _, ngettext

from .options import NamedPath, format_option, knowledge_option, output_option, width_for
from .output import put_out

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.portfolio import Portfolio

MOST_TOLD = 20  # rows with faults that are told on the screen beside the output


@click.command()
@click.argument("where", metavar="FOLDER|TABLE", required=False, type=NamedPath())
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=NamedPath(),
    metavar="TABLE",
    help="A table of partners as you see them, beside the cases in FOLDER.",
)
@format_option("text", "csv", "xlsx", "json", "markdown", "html")
@click.option(
    "--to-show", is_flag=True, help="Leave out what is about yourself, before you show it to others."
)
@click.option(
    "--new",
    "begin",
    type=NamedPath(),
    metavar="FILE",
    help="Write an empty table to fill in, with the partners a centre may have; never over a file.",
)
@output_option
@knowledge_option
def portfolio(
    where: Path | None,
    tables: tuple[Path, ...],
    format_: str,
    to_show: bool,
    begin: Path | None,
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Show all partnerships of a centre: where each stands, where to start, what several share.

    FOLDER holds cases, and may hold a table (.csv, .xlsx) of partners as you see them: tight, in between or
    loose in each factor. A case takes the place of the row of the same name.

    \b
    Example:
      advisor portfolio --new partners.csv
      advisor portfolio partners.csv
      advisor portfolio my-centre
      advisor portfolio my-centre --format html -o map.html
      advisor portfolio my-centre --format xlsx -o table.xlsx
    """
    from advisor.api import Advisor

    if begin is not None:
        if where is not None or tables or output is not None:
            raise click.UsageError(_("--new writes a table to fill in; give it alone"))
        _begin(begin, Advisor(knowledge))
        return
    if where is None:
        said = _("name a folder with cases, or a table; begin a table with: {command}")
        raise click.UsageError(said.format(command=hint("portfolio", "--new", "partners.csv")))
    if output is None and format_ in ("xlsx", "html"):
        told = _("{format} is not for a terminal; say which file to write, as in -o {file}")
        raise click.UsageError(told.format(format=format_, file=f"portfolio.{format_}"))
    found = Advisor(knowledge).portfolio(where, tables, to_show=to_show)
    for line in _wrong(found):
        click.echo(line, err=True)
    with hints_in(output):
        put_out(_written(found, format_, where, output), output, format_)


def _written(found: Portfolio, format_: str, where: Path, output: Path | None) -> str | bytes:
    """Return the portfolio in a format."""
    if format_ == "json":
        return found.as_json()
    if format_ in ("csv", "xlsx"):
        from advisor.reports.portfolio_table import as_csv, as_xlsx

        return as_csv(found) if format_ == "csv" else as_xlsx(found)
    if format_ == "html":
        from advisor.pages import as_html, portfolio_page

        return as_html(portfolio_page(found))
    from advisor.reports import write_outline
    from advisor.reports.portfolio_outline import portfolio_outline

    return write_outline(portfolio_outline(found, str(where)), format_, width_for(output))


def _wrong(found: Portfolio) -> Iterator[str]:
    """Yield a line for each fault of a file that could not be read, and of the first rows of tables."""
    from advisor._text import shown_name

    for unread in found.unread:
        yield from map(shown_name, unread.said)
    for fault in found.faults[:MOST_TOLD]:
        said = _("{file}, row {row}: {said}")
        yield shown_name(said.format(file=fault.file, row=fault.row, said=fault.said))
    more = len(found.faults) - MOST_TOLD
    if more > 0:
        yield ngettext("and {n} more", "and {n} more", more).format(n=more)


def _begin(path: Path, advisor: Advisor) -> None:
    """Write an empty table to fill in, if nothing lies there."""
    from advisor.files.read import quoted
    from advisor.files.write import ChangedError, write_atomically
    from advisor.portfolio.factors import factors_of
    from advisor.portfolio.partners import empty_table

    from .output import refuse_ending

    refuse_ending(path, "csv", "--new")
    try:
        write_atomically(path, empty_table(factors_of(advisor.knowledge)), expected=None)
    except ChangedError:
        said = _("--new: {file} is there already, and stays as it is; choose another name")
        raise click.UsageError(said.format(file=quoted(path))) from None
    told = _(
        "written to {file}; fill in tight, in between or loose, leave out what you do not have, then: {next}"
    )
    click.echo(told.format(file=quoted(path), next=hint("portfolio", str(path))), err=True)
