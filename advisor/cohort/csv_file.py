"""CSV files as tables: read piece by piece, by Polars if a piece keeps the rules and by record if not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import polars as pl

from advisor._text import shown
from advisor.cohort.answer_columns import FLAW
from advisor.cohort.csv_coding import SAVE, Coding, coding_of, has_bad_bytes, layout_of
from advisor.cohort.csv_plain import plain_rows, whole_lines
from advisor.cohort.csv_records import LONGEST, Record, Records, TooLongError
from advisor.cohort.table_files import MOST_CELLS, MOST_ROWS, Part, TableFile, told
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MORE = "there are more cells than headings: '{}'; give each cell a heading"
FEWER = "there are fewer cells than headings, {} of {}; give each heading a cell, an empty one if need be"
BYTES = f"the row is not written in UTF-8; {SAVE}"


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
        with told(self.path):
            return sum(chunk.count(b"\n") for chunk in self.coding.chunks()) - 1

    def schema(self, names: Collection[str]) -> dict[str, Any]:
        """Return the types of some columns: all text."""
        return dict.fromkeys(names, pl.String)

    def parts(self) -> Iterator[Part]:
        """Yield all rows that are not blank, in order, with their numbers."""
        first = 1
        try:
            with told(self.path):
                for frame in self._pieces():
                    yield from split(frame, first)
                    first += len(frame)
        except TooLongError as error:
            raise too_long(self.path, f"row {first + error.records:,}") from None

    def row(self, number: int) -> dict[str, Any] | None:
        """Return a row by its number, counted from 1; None if there is none, or it is blank."""
        return row_in(self.parts(), number)

    def _pieces(self) -> Iterator[pl.DataFrame]:
        """Yield the rows piece by piece, blank ones as rows of empty cells."""
        chunks = self.coding.chunks()
        held, following = next(chunks, b"")[self.before :], next(chunks, None)
        while following is not None:
            piece = held[: whole_lines(held)]
            frame = plain_rows(piece, self.names, self.separator, self.cells) if piece else None
            if frame is None:
                frame, taken = self._told_apart(held, is_last=False)
            else:
                taken = len(piece)
            yield frame
            held, following = held[taken:] + following, next(chunks, None)
        frame = plain_rows(held, self.names, self.separator, self.cells) if held else None
        yield self._told_apart(held, is_last=True)[0] if frame is None else frame

    def _told_apart(self, held: bytes, *, is_last: bool) -> tuple[pl.DataFrame, int]:
        """Return the rows of bytes, record by record, and how many of the bytes they took."""
        text = held.decode("utf-8", "surrogateescape")
        records = Records(text, self.separator, 0, is_last=is_last)
        rows = [self._row(record) for record in records]
        columns = zip(*rows, strict=True) if rows else [()] * (len(self.names) + 1)
        names = (*self.names, FLAW.name)
        frame = pl.DataFrame([pl.Series(n, c, dtype=pl.String) for n, c in zip(names, columns, strict=True)])
        return frame, len(text[: records.position].encode("utf-8", "surrogateescape"))

    def _row(self, record: Record) -> list[str | None]:
        """Return the cells of a record, one for each heading, and what is wrong with it."""
        wide = len(self.names)
        if record.is_blank:
            return [None] * (wide + 1)
        cells, flaw = record.cells, None
        if record.wrong:
            return [*_kept(cells, wide), record.wrong]
        more = next((cell for cell in cells[wide:] if cell.strip()), None)
        if any(map(has_bad_bytes, cells)):
            flaw = BYTES
            cells = [_readable(cell) for cell in cells]
        elif more is not None:
            flaw = MORE.format(shown(more))
        elif len(cells) < wide:
            flaw = FEWER.format(len(cells), wide)
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
        raise too_long(path, "the row of headings") from None
    names = without_empty_ends(layout.names)
    return CsvFile(path, names, coding, layout.separator, layout.before, len(layout.names))


def too_long(path: Path, row: str) -> AdvisorError:
    """Return what to tell of a file with a row that does not end."""
    what = f"cannot be read: {row} is longer than {LONGEST:,} letters; {SAVE}, with a line for each case"
    return AdvisorError(f"{quoted(path)}: {what}")


def without_empty_ends(names: Iterable[str]) -> tuple[str, ...]:
    """Return headings without the empty ones behind the last; a spreadsheet leaves such columns."""
    kept = list(names)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def split(frame: pl.DataFrame, first: int) -> Iterator[Part]:
    """Yield the rows of a frame that are not blank in bearable parts; the first has number `first`."""
    kept = pl.Series(range(first, first + len(frame)), dtype=pl.Int64).filter(~blank(frame))
    if len(kept) < len(frame):
        frame = frame.filter(~blank(frame))
    size = max(1, min(MOST_ROWS, MOST_CELLS // max(1, frame.width)))
    for start in range(0, len(frame), size):
        numbers = kept[start : start + size].to_list()
        run = range(numbers[0], numbers[-1] + 1)
        yield Part(run if len(run) == len(numbers) else tuple(numbers), frame=frame[start : start + size])


def blank(frame: pl.DataFrame) -> pl.Series:
    """Return which rows have nothing in any cell. Most rows are out after a column or two."""
    found = pl.repeat(True, len(frame), dtype=pl.Boolean, eager=True)
    for column in frame:
        if not found.any():
            break
        found = found & (column.str.strip_chars().fill_null("") == "")
    return found


def row_in(parts: Iterable[Part], number: int) -> dict[str, Any] | None:
    """Return the row with a number; None if no part has it."""
    for part in parts:
        if number in part.numbers:
            return part.read().row(part.numbers.index(number), named=True)
        if part.numbers[0] > number:
            break
    return None
