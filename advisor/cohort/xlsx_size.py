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
_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]{0,500}?\s)?r\s*=\s*["']([A-Za-z]{1,9})([0-9]{1,9})["']""")
_OPENED = re.compile(rb"<(?:\w+:)?c[\s/>]")
_NAMELESS = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])(?![^<>]{0,500}\sr\s*=)|<(?:\w+:)?(row)(?=[\s/>])")
_NAMELESS_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])(?![^<>]{0,500}\sr\s*=)")
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
                    if entry.filename.lower().endswith(".xml"):
                        _look_through(
                            path, file, _Sheet() if "worksheets/" in entry.filename.lower() else None
                        )
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


def _look_through(path: Path, file: Any, sheet: _Sheet | None) -> None:
    """Read a member to its end, which checks its length; of a sheet count the cells and look at formulas."""
    tail, before, texts, tags = b"", b"", 0, 0
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
        if sheet is not None:
            sheet.add(whole)
            sheet.refuse_too_large(path)
            if _NO_VALUE.search(before + whole):
                why = "a cell holds a formula without its value"
                raise refused(path, why, "open it in a spreadsheet and save it again")
            before = whole[-_TAIL:]


class _Sheet:
    """Counts how far a sheet reaches: its last row and column, and those that cells without a place add."""

    def __init__(self) -> None:
        self.rows, self.columns = 1, 1
        self._nameless_rows, self._in_row, self._most_in_row = 0, 0, 0

    def add(self, text: bytes) -> None:
        """Count what is in one more piece, in which no tag is cut in two."""
        named = _CELL.findall(text)
        self.rows = max(self.rows, *map(int, {digits for _, digits in named}), 0)
        self.columns = max(self.columns, *map(_column, {letters for letters, _ in named}), 0)
        if len(_OPENED.findall(text)) == len(named) and not _NAMELESS_ROW.search(text):
            self._in_row = 0 if b"row" in text else self._in_row
            return
        for nameless, _ in _NAMELESS.findall(text):
            self._nameless_rows += nameless == b"row"
            self._in_row = self._in_row + 1 if nameless == b"c" else 0
            self._most_in_row = max(self._most_in_row, self._in_row)

    def refuse_too_large(self, path: Path) -> None:
        """Raise `AdvisorError` if it reaches too far."""
        rows, columns = self.rows + self._nameless_rows, self.columns + max(0, self._most_in_row - 1)
        if columns > MOST_COLUMNS:
            raise _too_large(path, f"its last column is number {columns:,}, and {MOST_COLUMNS:,} is the most")
        if rows * columns > MOST_SHEET_CELLS:
            what = f"its last cell is in row {rows:,} and column {columns:,}"
            raise _too_large(path, f"{what}, and {MOST_SHEET_CELLS:,} cells are the most")


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
