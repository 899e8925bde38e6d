"""Where a row belongs in totals: its sector, and the quarter of its day, whatever the cells hold."""

from __future__ import annotations

import datetime

import polars as pl
import pytest

from advisor.cohort.totals_columns import place_columns
from advisor.cohort.totals_places import (
    SECTOR_IDS,
    UNDATED,
    quarter_named,
    quarter_of,
    quarters_in,
    sectors_in,
)
from advisor.errors import TableError


def named(number):
    return None if number == UNDATED else quarter_named(number)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("2026-09-14", "2026-Q3"),
        (" 2026-12-31 ", "2026-Q4"),
        ("2026-01-01 10:30:00", "2026-Q1"),
        ("2026-01-01T10:30:00+01:00", "2026-Q1"),
        ("2026/4/1", "2026-Q2"),
        ("2026-04", "2026-Q2"),
        ("2026-Q3", "2026-Q3"),
        ("q1 2026", "2026-Q1"),
        ("46023", "2026-Q1"),  # what a spreadsheet calls 1 January 2026
        ("46022.75", "2025-Q4"),
        ("1900-01-01", "1900-Q1"),
        *((text, None) for text in ("", "soon", "2026", "03/04/2026", "2026-02-30", "2026-13", "2026-Q5")),
        *((text, None) for text in ("1899-12-31", "2200-01-01", "9999-12-31", "0001-01-01", "-1", "1e9")),
        *(
            (text, None)
            for text in (
                "\uff12\uff10\uff12\uff16-01-01",
                "2026-01-01\u202e",
                "=2026-01-01",
                "2026-01-" + "1" * 9999,
            )
        ),
    ],
)
def test_a_day_is_read_where_there_is_no_doubt(text, quarter):
    assert named(quarter_of(text)) == quarter


def test_days_of_each_type_of_column_are_the_same():
    days = [datetime.date(2026, 3, 31), None, datetime.date(1850, 1, 1), datetime.date(2026, 4, 1)]
    column = pl.Series("date", days)
    found = [
        column,
        column.cast(pl.Datetime),
        column.cast(pl.String),
        column.cast(pl.String).cast(pl.Categorical),
    ]
    for each in found:
        assert [named(n) for n in quarters_in(each).tolist()] == ["2026-Q1", None, None, "2026-Q2"]
    numbers = pl.Series("date", [46112, 46113, 10**12, -5])
    assert [named(n) for n in quarters_in(numbers).tolist()] == ["2026-Q1", "2026-Q2", None, None]
    assert quarters_in(numbers.cast(pl.Float64)).tolist() == quarters_in(numbers).tolist()


def test_a_time_that_python_does_not_know_has_no_quarter():
    far = pl.Series("date", [2**62, 0]).cast(pl.Datetime("us"))
    assert [named(n) for n in quarters_in(far).tolist()] == [None, "1970-Q1"]


def test_a_sector_is_read_as_in_a_case_and_all_else_is_other():
    words = [
        "NHS",
        "health visiting team",
        "School",
        None,
        "",
        "circus",
        "<script>",
        "NHS" + " " * 300,
        "\u202eNHS",
    ]
    found = [SECTOR_IDS[n] for n in sectors_in(pl.Series("sector", words)).tolist()]
    assert found == ["health", "health", "education", *["other"] * 5, "health"]
    assert sectors_in(pl.Series("sector", [1, 2])).tolist() == [len(SECTOR_IDS) - 1] * 2


def test_columns_are_found_by_their_usual_names_or_as_they_are_named():
    names = ["Sector", "asked", "trust"]
    assert place_columns(names, ["trust"], "x", None, None).names == ["Sector"]
    assert place_columns(names, ["trust"], "x", "asked", "Sector").names == ["asked", "Sector"]
    assert place_columns(["DATE", "Date"], [], "x", None, None).names == []  # which of them?
    with pytest.raises(TableError, match="there is no column 'secter'; did you mean 'Sector'"):
        place_columns(names, ["trust"], "x", "secter", None)
    with pytest.raises(TableError, match="'trust' is an answer, and says no sector and no day"):
        place_columns(names, ["trust"], "x", None, "trust")
