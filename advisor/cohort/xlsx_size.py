"""How large an XLSX file is, told before it is opened: what it would grow to is counted, not believed."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisor._language import N_, _
from advisor._text import shown_name
from advisor.cohort.headings import MOST_COLUMNS
from advisor.cohort.xlsx_first_sheet import Errors, errors_in, first_sheet
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MOST_UNPACKED = 64 * 2**20  # bytes of all that is packed in a file
MOST_LISTED = 2**20  # bytes that list what is packed: some ten thousand members
MOST_TAGS = 5_000_000  # of all XML in a file: a cell has some four, and a text that is kept as many
MOST_SHEET_CELLS = 500_000  # from the first to the last, empty ones too
OTHERWISE = N_("save it as CSV UTF-8 or Parquet")
_CHUNK = 2**20
_TAIL = 512  # bytes looked at again with the next chunk, so that no formula is cut in two
_END, _END_AND_COMMENT = b"PK\5\6", 22 + 2**16
# A row or cell with all it says of itself; a value may hold '>'. What begins like one and is none is refused.
_PREFIX = rb"(?:[^\s<>/!?&\"'=:]+:)?"
_OPENED = re.compile(b"<" + _PREFIX + rb"(?:row|c)(?=[\s/>])")
_TAG = re.compile(
    b"<" + _PREFIX + rb"""(row|c)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*+"|'[^'<]*+'))*+)\s*+/?>"""
)
_PLACE = re.compile(rb"""\sr\s*=\s*["']([^"']*)["']""")
_IN_SHEET = re.compile(rb"([A-Za-z]{1,3})([0-9]{1,7})")
# What spreadsheets themselves write: the place comes first. Most files hold nothing else: quick to see.
_USUAL = re.compile(rb'<(?:c r="([A-Z]{1,3}[0-9]{1,7})"|row r="([0-9]{1,7})"|row(?=>))(?=[ />])')
_LETTERS, _DIGITS = bytes(range(ord("A"), ord("Z") + 1)), b"0123456789"
_ERROR = re.compile(rb"""\st\s*=\s*["']e["']""")
_TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?f(?=[\s/>])[^<>]*+>(?:(?<=/>)|[^<]*+</(?:\w+:)?f>)\s*+"
    rb"(?:<(?:\w+:)?v\s*+/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*+</(?:\w+:)?c>"
)


def errors_of_sound(path: Path) -> Errors:
    """Return the errors in the cells of the first sheet of a file, by row and column counted from 0.

    Raises `AdvisorError` if a file is no XLSX, or would take more memory than it may. Everything in it is
    unpacked piece by piece and counted: what a file says of its own size is not believed.
    """
    try:
        _refuse_long_list(path)
        with zipfile.ZipFile(path) as packed:
            return _errors_of_sound(path, packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        why = _("it is not a sound XLSX file, or a password protects it")
        raise refused(
            path, why, _("without the password, {otherwise}").format(otherwise=_(OTHERWISE))
        ) from error


def _errors_of_sound(path: Path, packed: zipfile.ZipFile) -> Errors:
    total = sum(entry.file_size for entry in packed.infolist())
    if total > MOST_UNPACKED:
        raise _too_large(
            path,
            _("unpacked it takes {total:,} bytes, and {most_unpacked:,} is the most").format(
                total=total, most_unpacked=MOST_UNPACKED
            ),
        )
    seen = _Seen()
    for entry in packed.infolist():
        with packed.open(entry) as file:
            _look_through(path, file, entry.filename, seen)
    sheet = first_sheet(packed)
    if sheet in seen.without_value or (sheet is None and seen.without_value):
        why = _("a cell holds a formula without its value")
        raise refused(path, why, _("open it in a spreadsheet and save it again"))
    if sheet is None and seen.errors:
        raise refused(path, _("cells in it hold errors, and its first sheet cannot be told"))
    return errors_in(packed, sheet) if sheet is not None and sheet in seen.errors else {}


@dataclass
class _Seen:
    """What was seen in a file: how many tags in all, and the members in which some cells are odd."""

    tags: int = 0
    without_value: set[str | None] = field(default_factory=set)
    errors: set[str | None] = field(default_factory=set)


def _refuse_long_list(path: Path) -> None:
    """Raise `AdvisorError` if so much is packed in a file that only listing it takes long."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - _END_AND_COMMENT))
        ending = file.read()
    end = ending.rfind(_END)
    listed = int.from_bytes(ending[end + 12 : end + 16], "little") if end >= 0 else 0
    if listed > MOST_LISTED:
        raise _too_large(
            path,
            _("what lists its content takes {listed:,} bytes, and {most_listed:,} is the most").format(
                listed=listed, most_listed=MOST_LISTED
            ),
        )


def _look_through(path: Path, file: Any, name: str, seen: _Seen) -> None:
    """Read a member to its end, which checks its length; count the cells in it and look at what they hold.

    Any member may be a sheet: its name says nothing.
    """
    sheet, tail, before, texts = _Sheet(), b"", b"", 0
    while chunk := file.read(_CHUNK):
        text = tail + chunk
        cut = text.rfind(b"<")
        cut = cut if cut > 0 and len(text) - cut < _CHUNK else len(text)
        whole, tail = text[:cut], text[cut:]
        seen.tags += whole.count(b"<")
        if seen.tags > MOST_TAGS:
            raise _too_large(
                path, _("it is made of more than {most_tags:,} pieces").format(most_tags=MOST_TAGS)
            )
        texts += len(_TEXT.findall(whole))
        if texts > MOST_SHEET_CELLS:
            raise _too_large(
                path,
                _("it keeps more than {most_sheet_cells:,} texts").format(most_sheet_cells=MOST_SHEET_CELLS),
            )
        if not sheet.add(whole):
            raise refused(path, _("a row or cell in it does not say where it is as a spreadsheet does"))
        sheet.refuse_too_large(path)
        if name not in seen.without_value and _NO_VALUE.search(before + whole):
            seen.without_value.add(name)
        if name not in seen.errors and _ERROR.search(whole):
            seen.errors.add(name)
        before = whole[-_TAIL:]


class _Sheet:
    """Counts how far a sheet reaches: its last row and column, and those that have no place add to them."""

    def __init__(self) -> None:
        self.rows, self.columns = 1, 1
        self._cells, self._all_rows, self._nameless_rows = 0, 0, 0
        self._in_row, self._most_in_row = 0, 0

    def add(self, text: bytes) -> bool:
        """Count what is in one more piece, in which no tag is cut in two; False if it is odd."""
        opened, usual = len(_OPENED.findall(text)), _USUAL.findall(text)
        if opened == len(usual):
            self._add_usual(usual)
            return True
        tags = _TAG.findall(text)
        return len(tags) == opened and all(self._add(kind, _PLACE.search(said)) for kind, said in tags)

    def _add_usual(self, places: list[tuple[bytes, bytes]]) -> None:
        """Count cells and rows that all say where they are; many at a time, which is quicker."""
        cells = b" ".join(cell for cell, _ in places)
        rows = b" ".join(row for _, row in places)
        columns = cells.translate(None, _DIGITS).split()
        rows_here = len(places) - len(columns)
        self._cells += len(columns)
        self._all_rows += rows_here
        self._nameless_rows += rows_here - len(rows.split())
        numbers = {*cells.translate(None, _LETTERS).split(), *rows.split()}
        self.rows = max(self.rows, *map(int, numbers), 1)
        self.columns = max(self.columns, *map(_column, {*columns}), 1)
        self._in_row = 0 if rows_here else self._in_row

    def _add(self, kind: bytes, place: re.Match[bytes] | None) -> bool:
        if kind == b"row":
            self._in_row = 0
            self._all_rows += 1
            self._nameless_rows += place is None
            return place is None or self._reaches(b"A" + place[1])
        self._cells += 1
        if place is not None:
            return self._reaches(place[1])
        self._in_row += 1
        self._most_in_row = max(self._most_in_row, self._in_row)
        return True

    def _reaches(self, place: bytes) -> bool:
        found = _IN_SHEET.fullmatch(place)
        if found is not None:
            self.rows, self.columns = max(self.rows, int(found[2])), max(self.columns, _column(found[1]))
        return found is not None

    def refuse_too_large(self, path: Path) -> None:
        """Raise `AdvisorError` if it reaches too far."""
        rows, columns = self.rows + self._nameless_rows, self.columns + max(0, self._most_in_row - 1)
        if columns > MOST_COLUMNS:
            raise _too_large(
                path,
                _("its last column is number {columns:,}, and {most_columns:,} is the most").format(
                    columns=columns, most_columns=MOST_COLUMNS
                ),
            )
        if rows * columns > MOST_SHEET_CELLS:
            what = _("its last cell is in row {rows:,} and column {columns:,}").format(
                rows=rows, columns=columns
            )
            raise _too_large(
                path,
                _("{what}, and {most_sheet_cells:,} cells are the most").format(
                    what=what, most_sheet_cells=MOST_SHEET_CELLS
                ),
            )
        for many, what in ((self._cells, "cells"), (self._all_rows, "rows")):
            if many > MOST_SHEET_CELLS:
                raise _too_large(
                    path,
                    _("it holds more than {most_sheet_cells:,} {what}").format(
                        most_sheet_cells=MOST_SHEET_CELLS, what=what
                    ),
                )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(path: Path, what: str) -> AdvisorError:
    return refused(path, what, _("delete what is not needed, or {otherwise}").format(otherwise=_(OTHERWISE)))


def refused(path: Path, why: str, remedy: str = "") -> AdvisorError:
    """Return what to tell of a file that is not read."""
    return AdvisorError(
        _("{path}: cannot be read: {why}; {remedy}").format(
            path=quoted(path), why=shown_name(why), remedy=remedy or _(OTHERWISE)
        )
    )
