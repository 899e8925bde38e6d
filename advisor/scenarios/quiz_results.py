"""Results of exercises: a table in which each learner is a row, for a trainer to lay side by side."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from advisor.errors import Fault, TableError
from advisor.files.csv_safety import harmless_text
from advisor.files.lock import locked
from advisor.files.read import display_name, read_bytes
from advisor.files.write import write_atomically
from advisor.scenarios.quiz import Comparison, Quiz

VERDICTS = ("agreed", "not-yet", "held-back", "open")
COLUMNS = ("learner", "scenario", "asked", "chosen", "reasons", *VERDICTS, "also-advised")
PATIENCE = 20  # seconds to wait while others add theirs
Row = dict[str, str]


def row_of(learner: str, quiz: Quiz, comparison: Comparison) -> Row:
    """Return a learner's row; several ids in a cell are separated by blanks, in their order."""
    by_verdict = {
        verdict: " ".join(each.choice.id for each in comparison.chosen if each.verdict == verdict)
        for verdict in VERDICTS
    }
    return {
        "learner": learner,
        "scenario": quiz.scenario.id,
        "asked": " ".join(quiz.asked),
        "chosen": " ".join(choice.id for choice in quiz.chosen),
        "reasons": " | ".join(f"{choice.id}: {choice.reason}" for choice in quiz.chosen if choice.reason),
        **by_verdict,
        "also-advised": " ".join(each.id for each in comparison.missed),
    }


def add_result(path: Path, row: Row) -> None:
    """Add a row to the file, which is begun if it is not there; all of it is written, or nothing.

    Several may add to one file at the same time. `TableError` if the file holds something else,
    `AdvisorError` if it cannot be written.
    """
    lock = locked(path, PATIENCE)
    try:
        write_atomically(path, _text([*read_results(path), row]))
    finally:
        if lock is not None:
            lock.release()


def _text(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: harmless_text(cell) for key, cell in row.items()} for row in rows)
    return out.getvalue()


def read_results(path: Path) -> list[Row]:
    """Return the rows of a file of results, none if it is not there yet.

    `TableError` if it holds something else or cannot be read.
    """
    if not path.exists():
        return []
    name = display_name(path)
    data, fault = read_bytes(path, name)
    if fault is not None:
        raise TableError([fault])
    remedy = f"its first line should be: {','.join(COLUMNS)}"
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise TableError([Fault(name, 1, 1, "this file holds no results of exercises", remedy)])
        return [_checked(row, reader.line_num, name) for row in reader]
    except (UnicodeDecodeError, csv.Error):
        raise TableError([Fault(name, 1, 1, "this file holds no results of exercises", remedy)]) from None


def _checked(row: Row, line: int, name: str) -> Row:
    if None in row or None in row.values():  # the csv module's way to say that cells are missing or too many
        what = f"there are not {len(COLUMNS)} cells in this row"
        raise TableError([Fault(name, line, 1, what, "take the row out, or fill it up")])
    return row
