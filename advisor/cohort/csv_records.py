"""The records of a text in CSV, one by one, with what is wrong with each.

A file that keeps the rules is read by Polars. This is for what does not: a record that breaks them is
told, and the next line is taken for a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from advisor._language import N_, _

LONGEST = 2**20  # characters of a record
# Translators: keep the one "; " in this, behind which stands what to try.
STRAY = N_(
    "a quotation mark is not closed or stands alone; put the cell between two and double those inside it"
)
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


@cache
def _cell(separator: str) -> re.Pattern[str]:
    one = re.escape(separator)
    return re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)"|([^{one}]*+))({one}|\Z)')


class Records:
    """The records of a text from a position on.

    Afterwards `position` is where the next one begins, and `count` how many there were. Unless the text
    `is_last`, a record that may go on behind its end is left for later. Raises `TooLongError` for one that is
    longer than `LONGEST`.
    """

    def __init__(self, text: str, separator: str, position: int, *, is_last: bool) -> None:
        self.position: int = position
        self.count: int = 0
        self._text, self._separator, self._is_last = text, separator, is_last

    def __iter__(self) -> Iterator[Record]:
        pattern, text, length = _pattern(self._separator), self._text, len(self._text)
        while self.position < length:
            found = pattern.match(text, self.position)
            if not self._is_last and (found is None or found.end() == length) and not self._must_end():
                return
            if found is None:
                end = _LINE_END.search(text, self.position)
                line, ends = (
                    text[self.position : end.start() if end else length],
                    end.end() if end else length,
                )
                record = Record(line.split(self._separator), _(STRAY))
            else:
                line, ends = found[1], found.end()
                record = self._record(line)
            if len(line) > LONGEST:
                raise TooLongError(self.count)
            self.position = ends
            self.count += 1
            yield record

    def _must_end(self) -> bool:
        """Return whether a record that has not ended would be too long if it went on."""
        return len(self._text) - self.position > LONGEST

    def _record(self, line: str) -> Record:
        if not line or line.isspace():
            return Record([], is_blank=True)
        return Record(line.split(self._separator) if '"' not in line else self._unquoted(line))

    def _unquoted(self, line: str) -> list[str]:
        """Return the cells of a record that keeps the rules."""
        cells, position, pattern = [], 0, _cell(self._separator)
        while True:
            found = pattern.match(line, position)
            assert found is not None
            cells.append(found[2] if found[1] is None else found[1].replace('""', '"'))
            if not found[3]:
                return cells
            position = found.end()
