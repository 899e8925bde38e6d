"""Results of exercises: a table in which each learner is a row, for a trainer to lay side by side."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from advisor.errors import Fault, TableError
from advisor.files.append import append_shared
from advisor.files.csv_safety import harmless_text
from advisor.files.read import display_name, is_missing, read_bytes
from advisor.scenarios.quiz import Comparison, Quiz

VERDICTS = ("agreed", "not-yet", "held-back", "open")
COLUMNS = ("learner", "scenario", "asked", "chosen", "reasons", *VERDICTS, "also-advised")
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

    All who may write the file may add to it at the same time. `TableError` if it holds something else,
    `AdvisorError` if it cannot be written.
    """

    def more(before: bytes) -> bytes:
        _rows(before, display_name(path))
        return _text(row, is_first=not before, on_new_line=before[-1:] not in (b"", b"\n")).encode()

    append_shared(path, more)


def _text(row: Row, *, is_first: bool, on_new_line: bool) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    if on_new_line:
        out.write("\n")
    if is_first:
        writer.writeheader()
    writer.writerow({key: harmless_text(cell) for key, cell in row.items()})
    return out.getvalue()


def read_results(path: Path) -> list[Row]:
    """Return the rows of a file of results, none if it is not there yet or empty.

    `TableError` if it holds something else or cannot be read.
    """
    if is_missing(path):
        return []
    name = display_name(path)
    data, fault = read_bytes(path, name)
    if fault is not None:
        raise TableError([fault])
    return _rows(data, name)


def _rows(data: bytes, name: str) -> list[Row]:
    if not data:
        return []
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
