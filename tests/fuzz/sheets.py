"""Sheets of XLSX, made as spreadsheets and programs make them, some of them damaged."""

from __future__ import annotations

import contextlib
import datetime
import io
from pathlib import Path
from typing import Any

import polars as pl
import python_calamine
import xlsxwriter

from tests.fuzz.odd import Odd
from tests.fuzz.room import Room
from tests.fuzz.texts import broken

VALUES: tuple[Any, ...] = (
    *(None, "", " ", True, False, 1, 0.5, -3, 1e15, 1e300, "=1+1", "none", "regular", "yes", "dont-know"),
    *(datetime.date(2026, 9, 14), datetime.datetime(2026, 9, 14, 10, 30), datetime.time(1, 2)),
)
FORMULAS = (("=1+1", 2), ('="none"', "none"), ("=1/0", "#DIV/0!"), ("=A1", ""), ("=TRUE", True))


def made(odd: Odd, room: Room) -> tuple[str, bytes]:
    """Return a name and the bytes of a file with one sheet or several."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for _ in range(odd.one_of(1, 1, 1, 2)):
            _fill(book.add_worksheet(), odd, room)
    data = file.getvalue()
    return odd.one_of("t.xlsx", "t.xlsx", "t.XLSX"), broken(data, odd) if odd.random.random() < 0.3 else data


def _fill(sheet: Any, odd: Odd, room: Room) -> None:
    top, left = odd.one_of(0, 0, 0, 2), odd.one_of(0, 0, 0, 1)
    known = list(room.answers)
    headings: list[Any] = [odd.random.choice(known) for _ in range(odd.random.randrange(1, 5))]
    if odd.random.random() < 0.2:
        headings.append(odd.one_of("", 1, True, odd.text(), odd.misspelt(headings[0]), "centre", None))
    for column, heading in enumerate(headings, left):
        _put(sheet, top, column, heading)
    for row in range(top + 1, top + 1 + odd.random.randrange(5)):
        if odd.random.random() < 0.15:
            continue
        for column, heading in enumerate(
            [*headings, *([odd.text()] if odd.random.random() < 0.05 else [])], left
        ):
            answer = room.answers.get(str(heading))
            if answer is not None and odd.random.random() < 0.7:
                _put(sheet, row, column, odd.random.choice([*answer.values]))
            elif odd.random.random() < 0.1:
                formula, value = odd.random.choice(FORMULAS)
                sheet.write_formula(row, column, formula, None, value)
            else:
                _put(sheet, row, column, odd.one_of(odd.random.choice(VALUES), odd.text()))


def _put(sheet: Any, row: int, column: int, value: Any) -> None:
    with contextlib.suppress(TypeError):  # a number that no cell holds
        if isinstance(value, str):
            sheet.write_string(row, column, value)
        else:
            sheet.write(row, column, value)


def read(path: Path) -> pl.DataFrame:
    """Return what is written in a sheet, as texts; `row` as a whole number."""
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        headings, *rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    columns: dict[str, Any] = dict(
        zip(map(str, headings), zip(*rows, strict=True) if rows else [()] * len(headings), strict=True)
    )
    shown = {name: [None if cell == "" else str(cell) for cell in cells] for name, cells in columns.items()}
    return pl.DataFrame(shown, schema=dict.fromkeys(shown, pl.String)).with_columns(
        pl.col("row").cast(pl.Float64).cast(pl.Int64)
    )
