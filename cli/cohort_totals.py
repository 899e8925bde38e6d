"""The totals that `advisor cohort` writes beside its result."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _

from .output import keep_others, put_out

if TYPE_CHECKING:
    from advisor.cohort.assess import Assessor
    from advisor.cohort.table_files import TableFile
    from advisor.cohort.totals_tally import Tally
    from advisor.knowledge.base import KnowledgeBase

FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".md": "markdown",
    ".docx": "docx",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".json": "json",
}


class TotalsAsked:
    """The files of totals that are asked for beside `output`; `UsageError` where one cannot be meant."""

    def __init__(self, output: Path, files: tuple[Path, ...], sector: str | None, date: str | None) -> None:
        if not files and (sector is not None or date is not None):
            raise click.UsageError(
                _("--sector-column and --date-column are for --totals; name a file: --totals totals.html")
            )
        self._formats = {file: _format(file) for file in files}
        self._sector, self._date = sector, date
        if any(_is_same(file, output) for file in files):
            raise click.UsageError(_("-o and --totals name the same file; choose another for one of them"))
        self._tally: Tally | None = None

    def begin(self, table: TableFile, assessor: Assessor) -> Tally | None:
        """Return what the rows are counted in; None if no totals are asked for."""
        if not self._formats:
            return None
        from advisor.cohort.totals_columns import place_columns
        from advisor.cohort.totals_tally import Tally

        for file, format_ in self._formats.items():
            keep_others(file, format_, "--totals")
        places = place_columns(table.names, assessor.answers, str(table.path), self._sector, self._date)
        self._tally = Tally.begun(assessor, places)
        return self._tally

    def write(self, knowledge: KnowledgeBase) -> None:
        """Write the totals of all that was counted."""
        if self._tally is None:
            return
        from advisor.cohort.totals_made import totals_of
        from advisor.pages.totals import write_totals

        totals = totals_of(self._tally)
        for file, format_ in self._formats.items():
            put_out(write_totals(totals, knowledge, format_), file, format_)


def _format(file: Path) -> str:
    if (format_ := FORMATS.get(file.suffix.lower())) is None:
        from advisor.files.read import quoted

        said = _("--totals names {file}, and its ending says no format; choose one that ends in {endings}")
        endings = _(" or ").join((", ".join([*FORMATS][:-1]), [*FORMATS][-1]))
        raise click.UsageError(said.format(file=quoted(file), endings=endings))
    return format_


def _is_same(file: Path, other: Path) -> bool:
    try:
        return file.resolve() == other.resolve()
    except OSError:
        return False
