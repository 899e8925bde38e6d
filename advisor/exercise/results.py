"""Results of exercises: a table in which each learner is a row, for a trainer to lay side by side."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor._language import _
from advisor.errors import Fault, TableError
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Comparison
from advisor.files.append import append_shared
from advisor.files.csv_safety import as_typed, harmless_text
from advisor.files.read import display_name, is_missing, read_bytes

VERDICTS = ("agreed", "not-yet", "held-back", "open")
EARLIER_COLUMNS = ("learner", "scenario", "asked", "chosen", "reasons", *VERDICTS, "also-advised")
COLUMNS = (*EARLIER_COLUMNS, "group", "after", "disagrees")  # files of the earlier columns are still read
NOTHING = "0"  # in the column "after": she would choose nothing now; an empty cell says that she did not tell
_HEAD = (",".join(COLUMNS) + "\n").encode()
_SEPARATORS = ",;\t"  # the first is ours; a spreadsheet may save the file with another
_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")  # what a power cut can leave, and bytes that are no UTF-8
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What a learner says after the debrief: what she would choose now, None if she said nothing of it."""

    chosen: tuple[str, ...] | None = None
    disagrees: str = ""


def row_of(
    learner: str, exercise: Exercise, comparison: Comparison, afterwards: Afterwards, group: str = ""
) -> Row:
    """Return a learner's row; several ids in a cell are separated by blanks, in their order."""
    after = afterwards.chosen
    by_verdict = {
        verdict: " ".join(each.choice.id for each in comparison.chosen if each.standing.verdict == verdict)
        for verdict in VERDICTS
    }
    return {
        "learner": learner,
        "scenario": exercise.scenario.id,
        "asked": " ".join(exercise.asked),
        "chosen": " ".join(choice.id for choice in exercise.chosen),
        "reasons": " | ".join(f"{choice.id}: {choice.reason}" for choice in exercise.chosen if choice.reason),
        **by_verdict,
        "also-advised": " ".join(each.id for each in comparison.missed),
        "group": group,
        "after": "" if after is None else " ".join(after) or NOTHING,
        "disagrees": afterwards.disagrees,
    }


@dataclass(frozen=True)
class Results:
    """The rows of a file of results, and a fault for each row that is left out because it is not whole.

    Rows of an earlier file have empty cells for what it has not; `is_earlier` says that it is one.
    """

    rows: list[Row]
    faults: list[Fault]
    is_earlier: bool = False


def add_result(path: Path, row: Row) -> None:
    """Add a row to the file, which is begun if it is not there; all of it is written, or nothing.

    `refuse_earlier` says beforehand whether it can be added to.

    All who may write the file may add to it at the same time. What a power cut has left of a row is ended
    first, so that the new one stands by itself. `TableError` if the file holds something else, `AdvisorError`
    if it cannot be written.
    """

    def more(before: bytes) -> bytes:
        end = _end_of(before, display_name(path))
        return (end + _text(row, _separator(_lines(before)))).encode()

    append_shared(path, more)


def _end_of(before: bytes, name: str) -> str:
    """Return what is missing at the end of a file, so that a new row can stand behind it."""
    begun = before.removeprefix(codecs.BOM_UTF8)
    if _HEAD.startswith(begun):
        return _HEAD[len(begun) :].decode()
    lines = _lines(before)
    found = _read(lines, name)
    if found.is_earlier:
        raise TableError([_earlier(name)])
    faults = found.faults
    if lines[-1].endswith(("\n", "\r")):
        return ""
    is_half = bool(faults) and faults[-1].line == len(lines)
    return '"\n' if is_half and lines[-1].count('"') % 2 else "\n"


def refuse_earlier(path: Path) -> None:
    """Refuse a file to which no result can be added; `TableError` says why not, and what to try."""
    if read_results(path).is_earlier:
        raise TableError([_earlier(display_name(path))])


def _earlier(name: str) -> Fault:
    what = _("this file has no room for what is said after the debrief")
    return Fault(name, 1, 1, what, _("begin a new file; 'results' shows the two together"))


def _text(row: Row, separator: str) -> str:
    out = io.StringIO()
    csv.DictWriter(out, COLUMNS, delimiter=separator, lineterminator="\n").writerow(
        {key: harmless_text(cell) for key, cell in row.items()}
    )
    return out.getvalue()


def read_results(path: Path) -> Results:
    """Return what is in a file of results, nothing if it is not there yet or empty.

    `TableError` if it holds something else or cannot be read.
    """
    if is_missing(path):
        return Results([], [])
    name = display_name(path)
    data, fault = read_bytes(path, name)
    if fault is not None:
        raise TableError([fault])
    is_begun = _HEAD.startswith(data.removeprefix(codecs.BOM_UTF8))
    return Results([], []) if is_begun else _read(_lines(data), name)


def _lines(data: bytes) -> list[str]:
    return list(io.StringIO(data.decode("utf-8-sig", "surrogateescape"), newline=""))


def _separator(lines: Sequence[str]) -> str:
    """Return what stands between the cells of a file; ours if its first line is no heading of ours."""
    told = (each for each in _SEPARATORS if _columns(lines, each))
    return next(told, _SEPARATORS[0])


def _read(lines: Sequence[str], name: str) -> Results:
    """Read line by line: behind a row that is not whole, the next line begins a new one."""
    separator = _separator(lines)
    columns = _columns(lines, separator)
    if not columns:
        if _NO_TEXT.search("".join(lines[:1])):
            what, remedy = _("this is not UTF-8 text"), _("save the file as 'CSV UTF-8'")
            raise TableError([Fault(name, 1, 1, what, remedy)])
        remedy = _("its first line should be: {names}").format(names=",".join(COLUMNS))
        raise TableError([Fault(name, 1, 1, _("this file holds no results of exercises"), remedy)])
    rows, faults, at = [], [], 1
    while at < len(lines):
        cells, length = _record((lines[number] for number in range(at, len(lines))), separator)
        wrong = _wrong(cells, len(columns))
        if wrong:
            what, remedy = _("{wrong} in this row, so it is left out").format(wrong=wrong[0]), wrong[1]
            faults.append(Fault(name, at + 1, 1, what, remedy))
            length = 1
        elif cells:
            told = dict(zip(columns, map(as_typed, cells), strict=True))
            rows.append({column: told.get(column, "") for column in COLUMNS})
        at += length
    return Results(rows, faults, columns == EARLIER_COLUMNS)


def _columns(lines: Sequence[str], separator: str) -> tuple[str, ...]:
    """Return which columns a file has; none if it is none of ours."""
    head = tuple(_record(lines[:1], separator)[0] or ())
    return head if head in (COLUMNS, EARLIER_COLUMNS) else ()


def _record(lines: Iterable[str], separator: str) -> tuple[list[str] | None, int]:
    """Return the cells of the first row, none if it breaks the rules of CSV, and how many lines it takes."""
    reader = csv.reader(lines, strict=True, delimiter=separator)
    try:
        return next(reader, []), reader.line_num
    except csv.Error:
        return None, 1


def _wrong(cells: list[str] | None, number: int) -> tuple[str, str] | None:
    """Return what is wrong in a row, and what to try; None if it is whole, or a blank line."""
    mend = _("take the row out, or fill it up")
    if cells is None:
        return _("there are quotation marks that do not pair up"), mend
    if cells and len(cells) != number:
        return _("there are not {number} cells").format(number=number), mend
    found = _NO_TEXT.search("".join(cells))
    if found is None:
        return None
    if found[0] == "\0":
        return _("there is something that is no text"), mend
    return _("there are letters that are not UTF-8"), _("save the file as 'CSV UTF-8', or take the row out")
