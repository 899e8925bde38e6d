"""The first sheet of an XLSX file as it is packed: where it is, and which of its cells hold errors.

The library that reads sheets hands an error such as #N/A over as an empty cell, which would count as
not asked.
"""

from __future__ import annotations

import zipfile
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from advisor._language import _

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_MOST_LISTED = 2**20  # bytes of what lists the sheets: ten thousand of them
_CHUNK = 2**20

Errors = dict[tuple[int, int], str]  # by row and column, both counted from 0


def first_sheet(packed: zipfile.ZipFile) -> str | None:
    """Return the name of the member that is the first sheet; None if that cannot be told."""
    ids = [said for tag, said in _elements(packed, _WORKBOOK) if tag == "sheet"]
    wanted = next((value for name, value in ids[0].items() if name.endswith(":id")), None) if ids else None
    relations = (said for tag, said in _elements(packed, _RELATIONS) if tag == "Relationship")
    target = next((said.get("Target") for said in relations if said.get("Id") == wanted), None)
    if wanted is None or target is None:
        return None
    target = target.removeprefix("/")
    return _member(packed, target if target.startswith("xl/") else f"xl/{target}")


def errors_in(packed: zipfile.ZipFile, sheet: str) -> Errors:
    """Return the errors in the cells of a sheet. Raises `ValueError` if it is no sound XML."""
    found = _ErrorCells()
    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = found.begin, found.end
    parser.CharacterDataHandler = found.text
    with packed.open(sheet) as file:
        _parse(parser, file)
    return found.errors


class _ErrorCells:
    """Follows the cells of a sheet. One that does not say where it is follows the one before."""

    def __init__(self) -> None:
        self.errors: Errors = {}
        self._row, self._column = -1, -1
        self._is_error, self._said = False, ""
        self._in_value = False

    def begin(self, tag: str, said: dict[str, str]) -> None:
        kind = _local(tag)
        if kind == "row":
            self._row, self._column = int(said.get("r", self._row + 2)) - 1, -1
        elif kind == "c":
            self._column += 1
            if "r" in said:
                self._row, self._column = place_of(said["r"])
            self._is_error, self._said = said.get("t") == "e", ""
        elif kind == "v":
            self._in_value = self._is_error

    def text(self, text: str) -> None:
        if self._in_value:
            self._said += text

    def end(self, tag: str) -> None:
        kind = _local(tag)
        if kind == "v":
            self._in_value = False
        elif kind == "c" and self._is_error:
            self.errors[self._row, self._column] = self._said.strip() or _("an error")
            self._is_error = False


def place_of(name: str) -> tuple[int, int]:
    """Return the row and the column, counted from 0, of a cell such as B3."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1


def name_of(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell: B3 for row 2 and column 1."""
    letters, column = "", column + 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _elements(packed: zipfile.ZipFile, name: str) -> list[tuple[str, dict[str, str]]]:
    """Return the elements of a short member with what each says; none if it is missing, long or damaged."""
    member = _member(packed, name)
    if member is None or packed.getinfo(member).file_size > _MOST_LISTED:
        return []
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser()
    parser.StartElementHandler = lambda tag, said: found.append((_local(tag), said))
    try:
        with packed.open(member) as file:
            _parse(parser, file)
    except ValueError:
        return []
    return found


def _member(packed: zipfile.ZipFile, name: str) -> str | None:
    """Return a member by its name in any case, as the library that reads sheets finds it."""
    return next((each for each in packed.namelist() if each.lower() == name.lower()), None)


def _parser() -> Any:
    parser = ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse  # no spreadsheet writes any, and they can grow without end
    return parser


def _refuse(*_told: object) -> None:
    raise ValueError(_("it declares entities"))


def _parse(parser: Any, file: Any) -> None:
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise ValueError(str(error)) from error


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
