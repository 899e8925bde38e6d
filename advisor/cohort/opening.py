"""Opening a table in a file, whatever kind of file it is."""

from __future__ import annotations

import stat
from collections.abc import Callable, Collection
from pathlib import Path

from advisor._language import _
from advisor.cohort.csv_file import open_csv
from advisor.cohort.headings import refuse_repeated, refuse_too_many
from advisor.cohort.parquet_file import open_parquet
from advisor.cohort.table_files import TableFile, as_unreadable, kind_of
from advisor.cohort.xlsx_file import open_xlsx
from advisor.errors import AdvisorError
from advisor.files.inputs import note_read
from advisor.files.read import is_missing, quoted

_OPENERS: dict[str, Callable[[Path, Collection[str]], TableFile]] = {
    ".csv": open_csv,
    ".parquet": lambda path, _: open_parquet(path),
    ".xlsx": lambda path, _: open_xlsx(path),
}


def open_table(path: Path, answers: Collection[str]) -> TableFile:
    """Return the table in a CSV, Parquet or XLSX file.

    What separates the cells of a CSV file is what gives most headings that are among `answers`. Raises
    `AdvisorError` if the file cannot be read, `TableError` if a heading is there twice.
    """
    opened = _OPENERS[kind_of(path)]
    note_read(path)
    with as_unreadable(path):
        if is_missing(path):
            raise AdvisorError(
                _("{path}: cannot be read: there is no such file; check the name and the folder").format(
                    path=quoted(path)
                )
            )
        if not stat.S_ISREG(path.stat().st_mode):
            raise AdvisorError(
                _("{path}: cannot be read: it is not a regular file; name a table").format(path=quoted(path))
            )
        table = opened(path, answers)
    refuse_too_many(len(table.names), str(path))
    refuse_repeated(table.names, str(path))
    return table
