"""`advisor cohort`: many cases from a table."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from advisor._language import _, ngettext

from .cohort_totals import TotalsAsked
from .options import NamedPath, anonymise_option, knowledge_option
from .output import keep_others, put_json

if TYPE_CHECKING:
    from advisor.cohort.assess import Assessor
    from advisor.cohort.run import Summary, Workers


@click.command()
@click.argument("table", metavar="IN", type=NamedPath())
@click.option("-o", "--output", type=NamedPath(), metavar="OUT", required=True, help="The file to write.")
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Parts that are worked on at a time.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Work on the dask cluster with this scheduler.")
@click.option(
    "--other",
    multiple=True,
    metavar="COLUMN",
    help="This column is no answer, though it looks like one.",
)
@click.option(
    "--totals",
    multiple=True,
    type=NamedPath(),
    metavar="FILE",
    help="Write totals that may be passed on: .html, .txt, .md, .docx, .csv, .xlsx or .json. Repeatable.",
)
@click.option(
    "--sector-column", metavar="COLUMN", help="For --totals: where the sector stands, if not in 'sector'."
)
@click.option("--date-column", metavar="COLUMN", help="For --totals: where the day stands, if not in 'date'.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@anonymise_option
@knowledge_option
def cohort(
    table: Path,
    output: Path,
    workers: int,
    scheduler: str | None,
    other: tuple[str, ...],
    totals: tuple[Path, ...],
    sector_column: str | None,
    date_column: str | None,
    format_: str,
    anonymise: bool,
    knowledge: Path | None,
) -> None:
    """Assess many cases: one row a case. IN and OUT end in .csv, .parquet or .xlsx.

    OUT has a row for each row of IN: the columns that are no answers, what comes before the partnership
    (alerts), the four stages, the first three interventions, and what is wrong with a row that could not be
    used. A summary is printed. With --anonymise only what was assessed is in OUT, and the row's number.

    --totals writes how many stand where, by sector and quarter: no number below five is in it, nor can one be
    worked out. OUT and the summary are exact, and not for passing on.

    \b
    Example:
      advisor cohort answers.csv -o assessed.csv
      advisor cohort answers.csv -o assessed.csv --totals totals.html --totals totals.csv
      advisor advise answers.csv#17
    """
    from advisor.api import Advisor

    asked = TotalsAsked(output, totals, sector_column, date_column)
    advisor = Advisor(knowledge)
    assessor = advisor.assessor
    summary = _assessed(
        table, output, assessor, other, lambda: _workers(workers, scheduler), anonymise, asked
    )
    if format_ == "json":
        put_json(_as_data(summary, assessor))
    else:
        click.echo(_as_text(summary, assessor), nl=False)
    asked.write(advisor.knowledge)


def _assessed(
    table: Path,
    output: Path,
    assessor: Assessor,
    other: tuple[str, ...],
    workers: Callable[[], Workers],
    anonymise: bool,
    asked: TotalsAsked,
) -> Summary:
    from advisor._optional import extra_module

    files = extra_module("advisor.cohort.run", "cohort")
    opened = files.open_cohort(table, assessor, other)
    keep_others(output, files.kind_of(output).removeprefix("."))
    tally = asked.begin(opened, assessor)
    with _bar(opened) as bar, _unlogged():
        progress = bar.update if bar else None
        summary: Summary = files.assess_file(opened, output, assessor, workers(), progress, anonymise, tally)
    return summary


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep what a cluster logs off the screen: what went wrong is told in one line, without a traceback."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _bar(table: Any) -> Any:
    """Return a progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=table.count(), label="cases", file=sys.stderr, show_pos=True)


def _workers(workers: int, scheduler: str | None) -> Workers:
    from advisor.cohort import workers as ways

    if scheduler is not None:
        return ways.on_cluster(scheduler)
    return ways.here if workers == 1 else ways.in_threads(workers)


def _as_data(summary: Summary, assessor: Assessor) -> dict[str, Any]:
    """Return the summary as plain data."""
    from advisor.cohort.assess import LIGHT, PLACES

    return {
        "alerts": [{"id": each.id, "cases": summary.alerted(each.id)} for each in assessor.alerts],
        "rows": summary.rows,
        "refused": summary.refused,
        LIGHT: summary.numbers(LIGHT, assessor),
        "factors": {factor: summary.numbers(factor, assessor) for factor in assessor.factors},
        "interventions": [
            {"id": id_, "first": summary.count(PLACES[0], id_), "first-three": number}
            for id_, number in summary.most_common(assessor)
        ],
    }


def _alerts(summary: Summary, assessor: Assessor) -> Iterator[str]:
    """Yield what comes before everything else, with how many cases raise it; nothing where none does."""
    for alert in assessor.alerts:
        if number := summary.alerted(alert.id):
            cases = ngettext(
                "{n:,} case (column 'alerts': {id})", "{n:,} cases (column 'alerts': {id})", number
            ).format(n=number, id=alert.id)
            yield f"{alert.title}: {cases}. {alert.turn_to}"


def _counts(summary: Summary) -> str:
    """Return how many cases there were, and how many of them could not be used."""
    said = ngettext("{n:,} case, {refused:,} refused", "{n:,} cases, {refused:,} refused", summary.rows)
    if summary.refused:
        said = ngettext(
            "{n:,} case, {refused:,} refused (column 'faults' says why)",
            "{n:,} cases, {refused:,} refused (column 'faults' says why)",
            summary.rows,
        )
    return said.format(n=summary.rows, refused=summary.refused)


def _as_text(summary: Summary, assessor: Assessor) -> str:
    """Return the summary for a reader."""
    from tabulate import tabulate

    from advisor.cohort.assess import LIGHT

    data = _as_data(summary, assessor)
    stands = [[factor, *numbers.values()] for factor, numbers in data["factors"].items()]
    advised = [[*row.values()] for row in data["interventions"]]
    if not advised:
        advised = [[_("none in any case"), 0, 0]]
    parts = [
        *_alerts(summary, assessor),
        _counts(summary),
        _("as a whole: {numbers}").format(
            numbers=", ".join(f"{number:,} {word}" for word, number in data[LIGHT].items())
        ),
        tabulate(
            stands,
            headers=[_("factor"), _("unknown"), _("emerging"), _("developing"), _("confident")],
            intfmt=",",
        ),
        tabulate(advised, headers=[_("intervention"), _("first"), _("in the first three")], intfmt=","),
    ]
    return "\n\n".join(parts) + "\n"
