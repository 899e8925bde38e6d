"""Columns that are named as no answers, headings that are not there, and a library that stops."""

from __future__ import annotations

import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort.run import open_cohort
from advisor.cohort.table_files import without_panics
from advisor.errors import AdvisorError, TableError

ADVISOR = Advisor()
TABLE = {"contact": ["none"], "contat": ["x"]}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (["contat", "nix"], "there is no column 'nix', which 'other'"),
        (["contatt"], "did you mean 'contat'"),
        (["contact", "contat"], "'contact' is an answer, and cannot be one of the other columns"),
    ],
)
def test_a_column_that_cannot_be_another_is_told(other, told):
    for ask in (
        lambda: ADVISOR.advise_many(TABLE, other),
        lambda: ADVISOR.case_in({**TABLE, "contact": "none"}, other),
    ):
        with pytest.raises(TableError) as error:
            ask()
        assert told in error.value.told()


def test_one_name_may_stand_for_a_list_of_one_and_is_matched_as_a_whole():
    assert ADVISOR.advise_many(TABLE, other="contat")["faults"] == [None]
    with pytest.raises(TableError):
        ADVISOR.advise_many(TABLE, other="contat,contatt")


def test_many_columns_without_a_heading_are_told_in_one_line(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("contact" + "," * 98 + ",trust\n", encoding="utf-8")
    with pytest.raises(TableError) as error:
        open_cohort(path, ADVISOR.assessor)
    assert error.value.told() == (
        f"{path}:1:2: there are 98 columns without a heading; give each a heading of its own, or remove them"
    )


def test_a_fault_of_a_heading_has_its_name_as_path():
    with pytest.raises(TableError) as error:
        ADVISOR.case_in({"contat": "x", "contact": "none"})
    assert error.value.faults[0].path == ("contat",)


def test_a_case_of_a_row_has_no_title_of_its_own():
    assert ADVISOR.case_in({"contact": "none"}).partnership == ""


def test_a_panic_of_a_library_is_an_error_that_a_program_can_catch():
    with (
        pytest.raises(AdvisorError, match=r"^t\.csv: cannot be worked on: .*; save it as CSV UTF-8$"),
        without_panics("t.csv"),
    ):
        raise pl.exceptions.PanicException("what a cell says")
