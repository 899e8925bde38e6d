"""The records of a text in CSV, one by one, with what is wrong with each.

A file that keeps the rules is read by Polars. This is for what does not: a record that breaks them is
told, and the next line is taken for a new one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

LONGEST = 2**20  # characters of a record
STRAY = "a quotation mark is not closed or stands alone; put the cell between two and double those inside it"
LONG = "a cell is too long; shorten it"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a record; if it is `wrong`, what its line is cut into at every separator."""

    cells: list[str]
    wrong: str = ""
    is_blank: bool = False


class TooLongError(ValueError):
    """There is no end of a line for so long that this cannot be a table, behind so many records."""

    def __init__(self, records: int = 0) -> None:
        super().__init__(records)
        self.records = records


@cache
def _pattern(separator: str) -> re.Pattern[str]:
    one = re.escape(separator)
    quoted = rf'"[^"]*+(?:""[^"]*+)*+"(?=[{one}\r\n]|\Z)'
    return re.compile(rf'((?>{quoted}|[^{one}"\r\n][^{one}\r\n]*+|{one})*+)(\r\n|\r|\n|\Z)')


class Records:
    """The records of a text from a position on; afterwards `position` is where the next one begins.

    Unless the text `is_last`, a record that may go on behind its end is left for later. Raises
    `TooLongError`.
    """

    def __init__(self, text: str, separator: str, position: int, *, is_last: bool) -> None:
        self.position = position
        self._text, self._separator, self._is_last = text, separator, is_last

    def __iter__(self) -> Iterator[Record]:
        pattern, text, length, records = _pattern(self._separator), self._text, len(self._text), 0
        while self.position < length:
            found = pattern.match(text, self.position)
            end = _LINE_END.search(text, self.position) if found is None else None
            left = length - self.position
            records += 1
            if found is None and (self._is_last or left > LONGEST):
                ends = end.end() if end else length
                if ends - self.position > LONGEST:
                    raise TooLongError(records - 1)
                line = text[self.position : end.start() if end else length]
                self.position = ends
                yield Record(line.split(self._separator), STRAY)
            elif found is None or (found.end() == length and not self._is_last):
                if left > LONGEST:
                    raise TooLongError(records - 1)
                return
            else:
                self.position = found.end()
                yield self._record(found[1])

    def _record(self, line: str) -> Record:
        if not line or line.isspace():
            return Record([], is_blank=True)
        if '"' not in line:
            return Record(line.split(self._separator))
        try:
            return Record(next(csv.reader([line], delimiter=self._separator, strict=True)))
        except csv.Error:
            return Record(line.split(self._separator), LONG)
