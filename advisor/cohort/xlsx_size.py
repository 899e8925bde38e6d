"""How large an XLSX file is, told before it is opened: what it would grow to is counted, not believed."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

from advisor._text import shown_name
from advisor.cohort.headings import MOST_COLUMNS
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MOST_UNPACKED = 64 * 2**20  # bytes of all that is packed in a file
MOST_LISTED = 2**20  # bytes that list what is packed: some ten thousand members
MOST_TAGS = 8_000_000  # of all XML in a member: a cell has some four
MOST_SHEET_CELLS = 1_000_000  # from the first to the last, empty ones too
OTHERWISE = "save it as CSV UTF-8 or Parquet"
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
_TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")
_NO_VALUE = re.compile(
    rb"<(?:\w+:)?f(?=[\s/>])[^<>]*+>(?:(?<=/>)|[^<]*+</(?:\w+:)?f>)\s*+"
    rb"(?:<(?:\w+:)?v\s*+/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*+</(?:\w+:)?c>"
)


def refuse_too_large(path: Path) -> None:
    """Raise `AdvisorError` if a file is no XLSX, or would take more memory than it may.

    Everything in it is unpacked piece by piece and counted: what a file says of its own size is not believed.
    """
    try:
        _refuse_long_list(path)
        with zipfile.ZipFile(path) as packed:
            total = sum(entry.file_size for entry in packed.infolist())
            if total > MOST_UNPACKED:
                what = f"unpacked it takes {total:,} bytes, and {MOST_UNPACKED:,} is the most"
                raise _too_large(path, what)
            for entry in packed.infolist():
                with packed.open(entry) as file:
                    _look_through(path, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        why = "it is not a sound XLSX file, or a password protects it"
        raise refused(path, why, f"without the password, {OTHERWISE}") from error


def _refuse_long_list(path: Path) -> None:
    """Raise `AdvisorError` if so much is packed in a file that only listing it takes long."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, 2) - _END_AND_COMMENT))
        ending = file.read()
    end = ending.rfind(_END)
    listed = int.from_bytes(ending[end + 12 : end + 16], "little") if end >= 0 else 0
    if listed > MOST_LISTED:
        raise _too_large(
            path, f"what lists its content takes {listed:,} bytes, and {MOST_LISTED:,} is the most"
        )


def _look_through(path: Path, file: Any) -> None:
    """Read a member to its end, which checks its length; count the cells in it and look at formulas.

    Any member may be a sheet: its name says nothing.
    """
    sheet, tail, before, texts, tags = _Sheet(), b"", b"", 0, 0
    while chunk := file.read(_CHUNK):
        text = tail + chunk
        cut = text.rfind(b"<")
        cut = cut if cut > 0 and len(text) - cut < _CHUNK else len(text)
        whole, tail = text[:cut], text[cut:]
        tags += whole.count(b"<")
        if tags > MOST_TAGS:
            raise _too_large(path, f"it is made of more than {MOST_TAGS:,} pieces")
        texts += len(_TEXT.findall(whole))
        if texts > MOST_SHEET_CELLS:
            raise _too_large(path, f"it keeps more than {MOST_SHEET_CELLS:,} texts")
        if not sheet.add(whole):
            raise refused(path, "a row or cell in it does not say where it is as a spreadsheet does")
        sheet.refuse_too_large(path)
        if _NO_VALUE.search(before + whole):
            why = "a cell holds a formula without its value"
            raise refused(path, why, "open it in a spreadsheet and save it again")
        before = whole[-_TAIL:]


class _Sheet:
    """Counts how far a sheet reaches: its last row and column, and those that have no place add to them."""

    def __init__(self) -> None:
        self.rows, self.columns = 1, 1
        self._cells, self._nameless_rows, self._in_row, self._most_in_row = 0, 0, 0, 0

    def add(self, text: bytes) -> bool:
        """Count what is in one more piece, in which no tag is cut in two; False if it is odd."""
        tags = _TAG.findall(text)
        if len(tags) != len(_OPENED.findall(text)):
            return False
        for kind, said in tags:
            place = _PLACE.search(said)
            if kind == b"row":
                self._in_row = 0
                self._nameless_rows += place is None
                if place is not None and not self._reaches(b"A" + place[1]):
                    return False
                continue
            self._cells += 1
            if place is None:
                self._in_row += 1
                self._most_in_row = max(self._most_in_row, self._in_row)
            elif not self._reaches(place[1]):
                return False
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
            raise _too_large(path, f"its last column is number {columns:,}, and {MOST_COLUMNS:,} is the most")
        if rows * columns > MOST_SHEET_CELLS:
            what = f"its last cell is in row {rows:,} and column {columns:,}"
            raise _too_large(path, f"{what}, and {MOST_SHEET_CELLS:,} cells are the most")
        if self._cells > MOST_SHEET_CELLS:
            raise _too_large(path, f"it holds more than {MOST_SHEET_CELLS:,} cells")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _too_large(path: Path, what: str) -> AdvisorError:
    return refused(path, what, f"delete what is not needed, or {OTHERWISE}")


def refused(path: Path, why: str, remedy: str = OTHERWISE) -> AdvisorError:
    """Return what to tell of a file that is not read."""
    return AdvisorError(f"{quoted(path)}: cannot be read: {shown_name(why)}; {remedy}")
