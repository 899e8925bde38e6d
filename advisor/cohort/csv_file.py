"""CSV files as tables: read piece by piece, by Polars if a piece keeps the rules and by record if not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

import polars as pl

from advisor._language import N_, _
from advisor._text import shown
from advisor.cohort.answer_columns import FLAW
from advisor.cohort.csv_coding import SAVE, Coding, coding_of, has_bad_bytes, layout_of
from advisor.cohort.csv_plain import plain_rows, whole_lines
from advisor.cohort.csv_records import LONGEST, Record, Records, TooLongError
from advisor.cohort.parts import MORE, row_in, split, texts_in, without_empty_ends
from advisor.cohort.table_files import Part, TableFile, as_unreadable
from advisor.errors import AdvisorError
from advisor.files.read import quoted

# Translators: keep the one "; " in these, behind which stands what to try.
FEWER = N_(
    "there are fewer cells than headings, {cells} of {wide}; "
    "give each heading a cell, an empty one if need be"
)
TOLD_APART = 200_000  # cells of rows that are read record by record and held at a time
# Translators: keep the one "; " in this, behind which stands what to try.
BYTES = N_("the row is not written in UTF-8; save the table as 'CSV UTF-8'")


@dataclass
class _Reading:
    """How far the reading has come: how many rows, and how many of the last bytes were taken."""

    rows: int = 0
    taken: int = 0


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A table in a CSV file. `cells` counts the cells of its first row, with those that have no heading."""

    path: Path
    names: tuple[str, ...]
    coding: Coding
    separator: str
    before: int
    cells: int

    def count(self) -> int:
        """Return how many lines there are."""
        with as_unreadable(self.path):
            return sum(chunk.count(b"\n") for chunk in self.coding.chunks()) - 1

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns: all text."""
        return dict.fromkeys(names, pl.String)

    def parts(self) -> Iterator[Part]:
        """Yield all rows that are not blank, in order, with their numbers."""
        reading = _Reading()
        try:
            with as_unreadable(self.path):
                for frame, numbers in self._pieces(reading):
                    yield from split(frame, numbers)
        except TooLongError as error:
            raise too_long(
                self.path, _("row {number:,}").format(number=reading.rows + error.records + 1)
            ) from None

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none, or it is blank."""
        return row_in(self.parts(), number)

    def _pieces(self, reading: _Reading) -> Iterator[tuple[pl.DataFrame, Sequence[int]]]:
        """Yield the rows piece by piece with their numbers, blank ones among them or not."""
        chunks = self.coding.chunks()
        held, following = next(chunks, b"")[self.before :], next(chunks, None)
        while held or following is not None:
            is_last = following is None
            piece = held if is_last else held[: whole_lines(held)]
            frame = plain_rows(piece, self.names, self.separator, self.cells) if piece else None
            if frame is None:
                yield from self._told_apart(held, reading, is_last=is_last)
                taken = reading.taken
            else:
                yield frame, range(reading.rows + 1, reading.rows + 1 + len(frame))
                reading.rows, taken = reading.rows + len(frame), len(piece)
            held, following = (b"" if is_last else held[taken:] + (following or b"")), next(chunks, None)

    def _told_apart(
        self, held: bytes, reading: _Reading, *, is_last: bool
    ) -> Iterator[tuple[pl.DataFrame, Sequence[int]]]:
        """Yield the rows of bytes that are not blank, record by record and some at a time."""
        text = held.decode("utf-8", "surrogateescape")
        records, before = Records(text, self.separator, 0, is_last=is_last), reading.rows
        found = (
            (number, self._row(record))
            for number, record in enumerate(records, before + 1)
            if not record.is_blank
        )
        names = (*self.names, FLAW.name)
        while some := list(islice(found, max(1, TOLD_APART // len(names)))):
            numbers, rows = zip(*some, strict=True)
            columns = zip(*rows, strict=True)
            yield texts_in(dict(zip(names, columns, strict=True))), numbers
        reading.rows += records.count
        reading.taken = len(text[: records.position].encode("utf-8", "surrogateescape"))

    def _row(self, record: Record) -> list[str | None]:
        """Return the cells of a record, one for each heading, and what is wrong with it."""
        wide = len(self.names)
        cells, flaw = record.cells, None
        if record.wrong:
            return [*_kept(cells, wide), record.wrong]
        more = next((cell for cell in cells[wide:] if cell.strip()), None)
        if any(map(has_bad_bytes, cells)):
            flaw = _(BYTES)
            cells = [_readable(cell) for cell in cells]
        elif more is not None:
            flaw = _(MORE).format(texts=shown(more))
        elif len(cells) < wide:
            flaw = _(FEWER).format(cells=len(cells), wide=wide)
        return [*cells[:wide], *[None] * (wide - len(cells)), flaw]


def _kept(cells: list[str], wide: int) -> list[str | None]:
    """Return what is kept of a row that is cut into these cells though its quotation marks are wrong.

    If they are as many as the headings, all of them as they stand. Otherwise only those in front of the first
    mark: none behind it can be told from what it may have held together.
    """
    sure = cells if len(cells) == wide else [*takewhile(lambda cell: '"' not in cell, cells)][:wide]
    return [*map(_readable, sure), *[None] * (wide - len(sure))]


def _readable(cell: str) -> str:
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def open_csv(path: Path, answers: Collection[str]) -> TableFile:
    """Return the table in a CSV file; raises `AdvisorError` as `layout_of` does."""
    coding = coding_of(path)
    try:
        layout = layout_of(coding, answers)
    except TooLongError:
        raise too_long(path, _("the row of headings")) from None
    names = without_empty_ends(layout.names)
    return CsvFile(path, names, coding, layout.separator, layout.before, len(layout.names))


def too_long(path: Path, row: str) -> AdvisorError:
    """Return what to tell of a file with a row that does not end."""
    what = _(
        "cannot be read: {row} is longer than {longest:,} letters; {save}, with a line for each case"
    ).format(row=row, longest=LONGEST, save=_(SAVE))
    return AdvisorError(f"{quoted(path)}: {what}")
