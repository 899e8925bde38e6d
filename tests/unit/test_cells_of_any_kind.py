"""Cells that no library expects: each is a text, or its row is refused; no error shows what it holds."""

from __future__ import annotations

import datetime
import enum
import importlib
from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort.cells import text_of
from advisor.cohort.run import assess_file, open_cohort
from advisor.errors import AdvisorError, CaseError

pa: Any = importlib.import_module("pyarrow")
pd: Any = importlib.import_module("pandas")
ADVISOR = Advisor()
FAR = pl.Series("x", [2**60, 0])
TIMES = {
    "dates": pl.Series("x", [2**31 - 1, 0], dtype=pl.Int32).cast(pl.Date),
    "milliseconds": FAR.cast(pl.Datetime("ms")),
    "microseconds": FAR.cast(pl.Datetime("us")),
    "before the year 1": pl.Series("x", [-(2**56), 0]).cast(pl.Datetime("us")),
    "in a time zone": FAR.cast(pl.Datetime("ms", "Europe/Paris")),
    "durations": pl.Series("x", [2**62, 0]).cast(pl.Duration("ms")),
    "in a list": pl.select(x=pl.concat_list(pl.lit(FAR.cast(pl.Datetime("ms"))))).to_series(),
    "in a struct": FAR.cast(pl.Datetime("ms")).to_frame("a").to_struct("x"),
}


class Plain(enum.Enum):
    none = "none"


class Mute:
    def __str__(self):
        raise KeyError("SECRET")


def deep():
    cell: list[Any] = []
    for _ in range(100_000):
        cell = [cell]
    return cell


def endless():
    cell: list[Any] = []
    cell.append(cell)
    return cell


CELLS = {
    "a number of 5,000 digits": 10**5000,
    "half a letter": "SECRET\ud800",
    "an object that does not say what it is": Mute(),
    "an object": object(),
    "a deep list": deep(),
    "a list that holds itself": endless(),
    "an array": np.array(3),
    "a far time": np.datetime64(2**60, "ms"),
}


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
@pytest.mark.parametrize("name", TIMES)
def test_a_time_that_python_does_not_know_is_carried_and_is_no_answer(name, kind, tmp_path):
    path = tmp_path / "t.parquet"
    pl.DataFrame([TIMES[name], pl.Series("contact", ["none", "none"])]).write_parquet(path)
    assert (
        assess_file(open_cohort(path, ADVISOR.assessor), tmp_path / f"o.{kind}", ADVISOR.assessor).refused
        == 0
    )
    assert ADVISOR.read_case(f"{path}#1").answers == {"contact": "none"}

    frame = TIMES[name].alias("contact").to_frame()
    frame.write_parquet(path)
    assert (
        assess_file(open_cohort(path, ADVISOR.assessor), tmp_path / f"o.{kind}", ADVISOR.assessor).refused
        == 2
    )
    faults = ADVISOR.advise_many(frame)["faults"]
    for row in (1, 2):
        with pytest.raises(CaseError) as error:
            ADVISOR.read_case(f"{path}#{row}")
        assert error.value.told().endswith(faults[row - 1])


def test_a_far_time_in_csv_is_the_number_that_stands_for_it_and_the_others_are_as_ever(tmp_path):
    pl.DataFrame([TIMES["milliseconds"], pl.Series("contact", ["none", "none"])]).write_parquet(
        tmp_path / "t.parquet"
    )
    assess_file(open_cohort(tmp_path / "t.parquet", ADVISOR.assessor), tmp_path / "o.csv", ADVISOR.assessor)
    written = pl.read_csv(tmp_path / "o.csv", infer_schema=False)["x"].to_list()
    assert written == ["1152921504606846976 ms since 1970", "1970-01-01T00:00:00.000"]


@pytest.mark.parametrize(
    "type_", [pa.timestamp("ms"), pa.timestamp("us", tz="Nowhere/At_all"), pa.duration("s")]
)
def test_a_time_of_arrow_that_nobody_knows_is_no_answer(type_):
    table = pa.table({"contact": pa.array([2**60, None], type=type_), "trust": ["openly", "openly"]})
    faults = ADVISOR.advise_many(table)["faults"].to_pylist()
    assert faults[0].startswith("contact has no value '")
    assert faults[1] is None


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_of_any_kind_is_refused_in_the_same_words_and_no_error_holds_what_it_says(name):
    cell = CELLS[name]
    with pytest.raises(CaseError) as error:
        ADVISOR.case_in({"contact": cell})
    assert "SECRET" not in repr(error.value)
    assert " at 0x" not in error.value.told()
    (faults,) = ADVISOR.advise_many({"contact": [cell]})["faults"]
    assert error.value.told().endswith(faults)
    (faults,) = ADVISOR.advise_many(pd.DataFrame({"contact": pd.Series([cell], dtype=object)}))["faults"]
    assert error.value.told().endswith(faults)


def test_a_number_that_signals_that_it_is_none_is_a_gap():
    assert text_of(Decimal("sNaN1")) == text_of(Decimal("NaN")) == ""


def test_the_member_of_an_enumeration_is_its_value_everywhere():
    assert text_of(Plain.none) == "none"
    assert ADVISOR.case_in({"contact": Plain.none}).answers == {"contact": "none"}
    assert ADVISOR.advise_many({"contact": [Plain.none]})["faults"] == [None]


def test_an_array_without_dimension_is_no_column():
    with pytest.raises(AdvisorError, match="the column 'contact' is no list of cells"):
        ADVISOR.advise_many({"contact": np.array(3)})


def test_a_lazy_frame_comes_back_as_one():
    frame = pl.DataFrame({"contact": ["none"]})
    assert ADVISOR.advise_many(frame.lazy()).collect().equals(ADVISOR.advise_many(frame))


def test_a_date_is_written_the_same_whatever_stands_beside_it():
    assert text_of(datetime.date(2026, 9, 14)) == text_of(datetime.datetime(2026, 9, 14)) == "2026-09-14"
