"""How a CSV file is written: its encoding, its line ends, what separates its cells, and its headings."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor._language import N_, _
from advisor.cohort.csv_records import STRAY, Records, TooLongError
from advisor.cohort.headings import MOST_COLUMNS, plain
from advisor.errors import AdvisorError, Fault, TableError
from advisor.files.read import quoted

SEPARATORS = (",", ";", "\t", "|")
HEAD = 2**21  # bytes that are looked at for how a file is written
CHUNK = 8 * 2**20  # bytes that are read at a time
MARKS = (  # a longer one first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MOST_BEFORE = 2**20  # bytes before the first row
SAVE = N_("save the table as 'CSV UTF-8'")
_LINE_END = re.compile("[\r\n]")
_SAYS_SEPARATOR = re.compile(r'"?sep=([^\w\s"]|\t)"?[ \t]*(\r\n|\r|\n|\Z)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coding:
    """How a file is written. `skip` counts the bytes of its mark; with `only_cr` lines end as on old Macs."""

    path: Path
    encoding: str
    skip: int
    only_cr: bool

    def head(self) -> bytes:
        """Return the beginning of the file in UTF-8."""
        return next(self.chunks(HEAD), b"")

    def chunks(self, size: int = CHUNK) -> Iterator[bytes]:
        """Yield the file in pieces of UTF-8; what cannot be decoded is no UTF-8 there either."""
        with self.path.open("rb") as file:
            file.seek(self.skip)
            decoder = codecs.getincrementaldecoder(self.encoding)("surrogatepass")
            while chunk := file.read(size):
                if self.encoding != "utf-8":
                    chunk = decoder.decode(chunk).encode("utf-8", "surrogatepass")
                yield chunk.replace(b"\r", b"\n") if self.only_cr else chunk
            if self.encoding != "utf-8" and decoder.getstate()[0]:
                yield b"\xff"  # half a letter


@dataclass(frozen=True, slots=True)
class Layout:
    """How the cells lie: what separates them, the headings, and how many bytes stand before the first row."""

    separator: str
    names: tuple[str, ...]
    before: int


def coding_of(path: Path) -> Coding:
    """Return the encoding of a file by its mark, UTF-8 without one, and how its lines end."""
    with path.open("rb") as file:
        begins = file.read(4)
    skip, encoding = next(((len(m), name) for m, name in MARKS if begins.startswith(m)), (0, "utf-8"))
    begins = Coding(path, encoding, skip, only_cr=False).head()
    return Coding(path, encoding, skip, b"\r" in begins and b"\n" not in begins)


def layout_of(coding: Coding, answers: Collection[str]) -> Layout:
    """Return how the cells of a file lie.

    The separator is what the file's first line says, as `sep=;`; otherwise what gives most headings that
    are answers, or nearly so. Raises `AdvisorError` if there are no headings, `TableError` if they cannot
    be read.
    """
    begins = coding.head().decode("utf-8", "surrogateescape")
    if len(begins) > MOST_BEFORE and not _LINE_END.search(begins.strip(), 0, MOST_BEFORE):
        raise TooLongError
    said = _SAYS_SEPARATOR.match(begins)
    start = said.end() if said else 0
    known, near = set(answers), set(map(plain, answers))
    separators = said.groups()[:1] if said else SEPARATORS
    found = [Layout(one, *_first_record(begins, start, one)) for one in separators]

    def worth(layout: Layout) -> tuple[int, int, int]:
        names = set(layout.names)
        alike = {plain(name) for name in names} if len(names) <= MOST_COLUMNS else set()
        return len(names & known), len(alike & near), len(names)

    best = max(found, key=worth)
    _refuse_bad(best, coding.path, begins)
    return best


def has_bad_bytes(text: str) -> bool:
    """Return whether a decoded text holds bytes that are no UTF-8."""
    return not text.isascii() and any("\udc80" <= letter <= "\udcff" for letter in text)


def _first_record(text: str, start: int, separator: str) -> tuple[tuple[str, ...], int]:
    """Return the cells of the first record that is not blank, and where it ends; none if it is not sound."""
    records = Records(text, separator, start, is_last=True)
    for record in records:
        if not record.is_blank:
            cells = () if record.wrong else tuple(record.cells)
            return cells, len(text[: records.position].encode("utf-8", "surrogateescape"))
    return (), 0


def _refuse_bad(layout: Layout, path: Path, text: str) -> None:
    """Raise an error if the headings cannot be used as text."""
    if layout.before > MOST_BEFORE:
        raise TooLongError
    if not layout.names and not text.strip():
        raise AdvisorError(
            _("{path}: cannot be read: it is empty; put headings in its first row").format(path=quoted(path))
        )
    if not layout.names:
        what, _semicolon, remedy = _(STRAY).partition("; ")
        raise TableError([Fault(str(path), 1, 1, _("in the headings {what}").format(what=what), remedy)])
    if any(has_bad_bytes(name) or "\0" in name for name in layout.names):
        raise TableError([Fault(str(path), 1, 1, _("the headings are not written in UTF-8"), _(SAVE))])
