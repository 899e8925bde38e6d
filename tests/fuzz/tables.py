"""Tables of cases, in files and in memory: assessed as a whole and row by row, which must agree."""

from __future__ import annotations

import datetime
import decimal
import io
from typing import Any

import polars as pl

from advisor.cohort.run import assess_file, open_cohort
from advisor.errors import AdvisorError
from tests.fuzz import sheets
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import Broken, by_command
from tests.fuzz.room import Room
from tests.fuzz.texts import broken

SEPARATORS = (",", ",", ";", "\t", "|", " ")
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-32")


READERS: dict[str, Any] = {
    ".csv": lambda path: pl.read_csv(path, infer_schema=False),
    ".parquet": pl.read_parquet,
    ".xlsx": sheets.read,
}


def trial(odd: Odd, room: Room) -> bool:
    """Try a table that something is wrong with, as a file or in memory."""
    way = odd.random.random()
    if way < 0.2:
        return _in_memory(odd, room)
    if way < 0.3:
        return _one_row(odd, room)
    made = _text_file if way < 0.65 else _parquet if way < 0.82 else sheets.made
    path = room.write(*made(odd, room))
    out = odd.one_of("out.csv", "out.csv", "out.parquet", "out.xlsx")
    if room.maybe(odd):
        by_command("cohort", path.name, "-o", out, folder=room.folder)
        by_command(
            "advise", f"{path.name}#{odd.one_of('1', '0', '2', '9' * 30, odd.text())}", folder=room.folder
        )
    before = path.read_bytes()
    try:
        summary = assess_file(
            open_cohort(path, room.advisor.assessor), room.folder / out, room.advisor.assessor
        )
    except AdvisorError:
        _rows_are_refused_too(path.name, 1, room)
        raise
    finally:
        if path.read_bytes() != before:
            raise Broken("the table is changed")
    _rows_agree(path.name, room.folder / out, summary.rows, room)
    return True


def _rows_are_refused_too(name: str, row: int, room: Room) -> None:
    try:
        room.advisor.read_case(f"{room.folder / name}#{row}")
    except AdvisorError:
        return
    raise Broken(f"a table that is refused has a row that is read: {name}#{row}")


def _rows_agree(name: str, out: Any, rows: int, room: Room) -> None:
    """What the whole makes of a row, and what is made of it alone, are the same."""
    written = READERS[out.suffix](out)
    if len(written) != rows:
        raise Broken(f"{rows} rows are told of, {len(written)} are written")
    faults = next(column for column in written.columns[::-1] if column == "faults")
    numbers = next(column for column in written.columns[::-1] if column == "row")
    for place in range(min(rows, 3)):
        number, refused = written[numbers][place], written[faults][place]
        try:
            room.advisor.read_case(f"{room.folder / name}#{number}")
        except AdvisorError as error:
            if not refused:
                raise Broken(
                    f"row {number} is taken in the whole, and alone: {error.told()[:120]}"
                ) from error
        else:
            if refused:
                raise Broken(f"row {number} is read alone, and in the whole: {refused[:120]}")


def _heading(odd: Odd, room: Room) -> str:
    known: str = odd.random.choice(list(room.answers))
    way = odd.random.random()
    return known if way < 0.85 else odd.misspelt(known) if way < 0.9 else odd.text()


def _cell(heading: str, odd: Odd, room: Room) -> Any:
    way = odd.random.random()
    column = room.answers.get(heading)
    if column is not None and way < 0.75:
        return odd.random.choice([*column.values, "dont-know", ""])
    return odd.one_of("", None, " ", odd.text(), odd.text(), odd.number())


def _columns(odd: Odd, room: Room) -> dict[str, list[Any]]:
    rows = odd.random.randrange(4)
    names = dict.fromkeys(_heading(odd, room) for _ in range(odd.random.randrange(1, 6)))
    return {name: [_cell(name, odd, room) for _ in range(rows)] for name in names}


def _text_file(odd: Odd, room: Room) -> tuple[str, bytes]:
    columns = _columns(odd, room)
    separator = odd.random.choice(SEPARATORS)
    quotes = odd.one_of(True, True, False)
    lines = [list(columns), *zip(*columns.values(), strict=True)]
    written = [
        [_quoted("" if cell is None else str(cell), separator, quotes) for cell in line] for line in lines
    ]
    if odd.random.random() < 0.3:
        line = odd.random.choice(written)
        line[:] = odd.one_of([], [*line, "x"], [*line, "", "", ""], line[:-1])
    ends = odd.one_of("\n", "\n", "\r\n", "\r", "\n\n")
    text = odd.one_of("", "", "", f"sep={separator}\n", "\n", "# a comment\n") + ends.join(
        separator.join(line) for line in written
    )
    data = (text + odd.one_of("", ends, ends * 3)).encode(odd.random.choice(ENCODINGS), "replace")
    return odd.one_of("t.csv", "t.csv", "t.csv", "t.CSV", "t.tsv"), broken(
        data, odd
    ) if odd.random.random() < 0.3 else data


def _quoted(cell: str, separator: str, quotes: bool) -> str:
    if quotes and any(mark in cell for mark in (separator, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


TYPES: tuple[tuple[Any, Any], ...] = (
    (pl.List(pl.String), ["none"]),
    (pl.List(pl.Int8), [1]),
    (pl.Array(pl.Int8, 2), [1, 2]),
    (pl.Struct({"a": pl.String}), {"a": "none"}),
    (pl.Binary, b"none"),
    (pl.Binary, b"\xff\x00"),
    (pl.Duration("us"), datetime.timedelta(days=1)),
    (pl.Date, datetime.date(2026, 9, 14)),
    (pl.Time, datetime.time(1, 2)),
    (pl.Datetime("ns", "UTC"), datetime.datetime(2026, 9, 14, tzinfo=datetime.UTC)),
    (pl.Decimal(10, 2), decimal.Decimal("1.50")),
    (pl.Categorical, "none"),
    (pl.Categorical, "=1+1"),
    (pl.Enum(["none", "regular", "=a"]), "=a"),
    (pl.Boolean, True),
    (pl.Int64, 1),
    (pl.UInt64, 2**63),
    (pl.Float64, float("nan")),
    (pl.Float64, float("inf")),
    (pl.Float32, 0.1),
    (pl.Null, None),
    (pl.String, "none"),
    (pl.String, "=1+1"),
)


def _frame(odd: Odd, room: Room) -> pl.DataFrame:
    rows = odd.random.randrange(4)
    made = {}
    for name in dict.fromkeys(_heading(odd, room) for _ in range(odd.random.randrange(1, 6))):
        if odd.random.random() < 0.4:
            cells = [
                None if cell is None else str(cell) for cell in (_cell(name, odd, room) for _ in range(rows))
            ]
            made[name] = pl.Series(name, cells, dtype=pl.String)
        else:
            type_, value = odd.random.choice(TYPES)
            made[name] = pl.Series(name, [odd.one_of(value, value, None) for _ in range(rows)], dtype=type_)
    return pl.DataFrame(list(made.values()))


def _parquet(odd: Odd, room: Room) -> tuple[str, bytes]:
    file = io.BytesIO()
    _frame(odd, room).write_parquet(file, compression=odd.one_of("zstd", "snappy", "uncompressed"))
    data = file.getvalue()
    return "t.parquet", broken(data, odd) if odd.random.random() < 0.4 else data


def _in_memory(odd: Odd, room: Room) -> bool:
    table: Any = _columns(odd, room) if odd.random.random() < 0.4 else _frame(odd, room)
    kind = odd.random.randrange(3)
    if isinstance(table, pl.DataFrame) and kind == 1:
        table = table.to_arrow()
    found = room.advisor.advise_many(table)
    return found is not None


def _one_row(odd: Odd, room: Room) -> bool:
    row: dict[Any, Any] = {name: cells[0] for name, cells in _columns(odd, room).items() if cells}
    if odd.random.random() < 0.5:
        row[_heading(odd, room)] = odd.value()
    room.advisor.advise(room.advisor.case_in(row))
    return True
