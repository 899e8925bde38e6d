"""Tables as programs have them: any type of column, and no type is too much."""

from __future__ import annotations

import datetime
import importlib
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort.formula_guard import harmless_names
from advisor.cohort.headings import MOST_COLUMNS
from advisor.cohort.parquet_file import open_parquet
from advisor.cohort.run import assess_file, open_cohort
from advisor.cohort.table_files import MOST_ROWS
from advisor.errors import AdvisorError, TableError
from advisor.files.csv_safety import harmless_text

pd: Any = importlib.import_module("pandas")
ADVISOR = Advisor()
COLUMNS = {
    "lists": pl.Series([[1], [2, 3]]),
    "structs": pl.Series([{"a": 1}, {"a": None}]),
    "bytes": pl.Series([b"none", b"\xff"]),
    "durations": pl.Series([datetime.timedelta(hours=-1), None]),
    "nothing": pl.Series([None, None]),
    "decimals": pl.Series([Decimal("3.50"), None]),
    "categories": pl.Series(["none", "=1"], dtype=pl.Categorical),
    "words of a list": pl.Series(["none", "=1"], dtype=pl.Enum(["none", "=1"])),
    "truths": pl.Series([True, None]),
    "floats": pl.Series([float("nan"), float("inf")]),
    "dates": pl.Series([datetime.date(2026, 1, 1), None]),
}


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
@pytest.mark.parametrize("name", COLUMNS)
def test_any_type_of_column_is_carried_and_refused_as_an_answer(name, kind, tmp_path):
    for column in ("x", "contact"):
        frame = pl.DataFrame({column: COLUMNS[name], "trust": ["careful", "openly"]})
        frame.write_parquet(tmp_path / "t.parquet")
        table = open_cohort(tmp_path / "t.parquet", ADVISOR.assessor)
        summary = assess_file(table, tmp_path / f"out.{kind}", ADVISOR.assessor)
        assert summary.rows == 2
        faults = ADVISOR.advise_many(frame)["faults"]
        assert summary.refused == 2 - faults.null_count()


def test_no_formula_comes_through_a_category_and_no_two_headings_become_one(tmp_path):
    frame = pl.DataFrame({"=a": COLUMNS["categories"], "'=a": ["b", "c"], "contact": ["none", "none"]})
    frame.write_parquet(tmp_path / "t.parquet")
    assess_file(open_cohort(tmp_path / "t.parquet", ADVISOR.assessor), tmp_path / "o.csv", ADVISOR.assessor)
    written = pl.read_csv(tmp_path / "o.csv", infer_schema=False)
    assert written.columns[:2] == ["''=a", "'=a"]
    assert written["''=a"].to_list() == ["none", "'=1"]
    assert harmless_names(["=a", "b"]) == ["'=a", "b"]


@pytest.mark.parametrize(
    "text", ["-1,234.56", "-1e5", "-5%", "-5 %", "-\u20ac5", "-1.234,56", "+44", "-", "-1E-3"]
)
def test_a_plain_number_with_a_sign_is_left_alone(text):
    assert harmless_text(text) == text


@pytest.mark.parametrize(
    "text",
    ["-1+2", "-5%*2", "--1", "-A1", "+1;=2", "-5 %x", "\u200b=1", "\ufeff+A1", "\u00ad@x", "\u2060-A1"],
)
def test_what_is_no_plain_number_is_guarded(text):
    assert harmless_text(text).startswith("'")


@pytest.mark.parametrize("gap", [None, float("nan"), pd.NA, pd.NaT, "", " "])
def test_a_gap_is_an_empty_cell(gap):
    assert ADVISOR.case_in({"contact": gap, "trust": "openly"}).answers == {"trust": "openly"}
    for table in ({"contact": [gap, "none"]}, pd.DataFrame({"contact": [gap, "none"]})):
        assert ADVISOR.advise_many(table)["light"][0] == "unknown"


@pytest.mark.parametrize("cell", [1, True, 2.5, Decimal("1.5"), [1], {"a": 1}, object(), b"\xff"])
def test_a_cell_of_another_type_is_told_in_the_same_words_everywhere(cell):
    told = ADVISOR.advise_many({"contact": [cell, "none"]})["faults"]
    with pytest.raises(AdvisorError) as error:
        ADVISOR.case_in({"contact": cell})
    assert error.value.told().endswith(told[0])
    assert told[1] is None


@pytest.mark.parametrize(
    "table",
    [{"contact": "none"}, {"contact": None}, {"contact": ["none"], "trust": []}, {1: ["x"], "1": ["y"]}],
)
def test_columns_that_make_no_table_are_refused(table):
    with pytest.raises(TableError):
        ADVISOR.advise_many(table)


@pytest.mark.parametrize("table", [3, [["none"]], pd.DataFrame([["a", "b"]], columns=["x", "x"])])
def test_what_is_no_table_is_refused(table):
    with pytest.raises(AdvisorError):
        ADVISOR.advise_many(table)


def test_too_many_columns_are_refused():
    with pytest.raises(TableError, match="is the most"):
        ADVISOR.case_in({"contact": "none", **{f"c{number}": "x" for number in range(MOST_COLUMNS)}})


def test_a_table_of_one_column_is_read_in_parts_of_bearable_length(tmp_path):
    pl.select(contact=pl.repeat("none", 3 * MOST_ROWS + 1)).write_parquet(tmp_path / "t.parquet")
    parts = list(open_parquet(tmp_path / "t.parquet").parts())
    assert [len(part.numbers) for part in parts] == [MOST_ROWS] * 3 + [1]
    assert parts[-1].read().height == 1
