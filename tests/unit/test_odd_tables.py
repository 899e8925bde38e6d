"""Tables that are odd in ways that few people meet: each is told in one line, or one row of it is marked."""

import importlib
import os
from pathlib import Path

import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort import csv_file
from advisor.cohort.csv_records import LONGEST, Records, TooLongError
from advisor.cohort.parquet_file import MOST_FOOTER
from advisor.cohort.run import assess_file, open_cohort
from advisor.cohort.sinks import SHEET_LETTERS
from advisor.errors import AdvisorError

SHIPPED = Advisor()


def assessed(source, output="out.parquet"):
    target = source.with_name(output)
    assess_file(open_cohort(source, SHIPPED.assessor), target, SHIPPED.assessor)
    return target


def test_a_parquet_file_that_says_too_much_of_its_columns_is_refused(tmp_path):
    path = tmp_path / "many.parquet"
    path.write_bytes(b"PAR1" + (MOST_FOOTER + 1).to_bytes(4, "little") + b"PAR1")
    with pytest.raises(AdvisorError, match="keep fewer columns"):
        open_cohort(path, SHIPPED.assessor)


def test_a_parquet_file_whose_name_is_no_text_is_refused(tmp_path):
    path = tmp_path / Path(os.fsdecode(b"\xff.parquet"))
    pl.DataFrame({"contact": ["none"]}).write_parquet(tmp_path / "good.parquet")
    (tmp_path / "good.parquet").rename(path)
    with pytest.raises(AdvisorError, match="is not text in UTF-8; rename it"):
        open_cohort(path, SHIPPED.assessor)


def test_a_row_of_a_parquet_file_is_read_by_its_number_and_there_is_none_behind_the_last(tmp_path):
    path = tmp_path / "two.parquet"
    pl.DataFrame({"contact": ["none", "regular"]}).write_parquet(path)
    table = open_cohort(path, SHIPPED.assessor)
    assert (table.row(2), table.row(3)) == ({"contact": "regular"}, None)


def test_a_long_cell_is_read_whatever_stands_in_the_rows_beside_it(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(f'contact,about\nnone,"{"x" * 200_000}"\nnone\nnone,short\n', encoding="utf-8")
    found = pl.read_parquet(assessed(path))
    assert [bool(fault) for fault in found["faults"]] == [False, True, False]


def test_a_row_with_a_quote_that_nothing_closes_is_marked(tmp_path):
    path = tmp_path / "open.csv"
    path.write_text('contact,about\nnone,"open\nnone,b\n', encoding="utf-8")
    faults = pl.read_parquet(assessed(path))["faults"].to_list()
    assert faults[0]
    assert len(faults) == 2


def test_a_text_that_no_cell_of_a_sheet_can_hold_is_said_and_nothing_is_written(tmp_path):
    path = tmp_path / "text.csv"
    path.write_text(f"contact,about\nnone,{'x' * (SHEET_LETTERS + 1)}\n", encoding="utf-8")
    with pytest.raises(AdvisorError, match=r"is longer than the 32,767 letters .* \.csv or \.parquet"):
        assessed(path, "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_that_the_package_can_be_run_starts_nothing_where_it_is_only_imported():
    assert importlib.import_module("advisor.__main__").main


def test_a_record_that_may_go_on_is_left_for_later_unless_it_is_the_last():
    records = Records('a,b\n"c', ",", 0, is_last=False)
    assert ([record.cells for record in records], records.position) == ([["a", "b"]], 4)
    assert [record.cells for record in Records("a,b", ",", 0, is_last=True)] == [["a", "b"]]


@pytest.mark.parametrize(("begin", "is_last"), [("a", False), ('"', False), ('"', True)])
def test_a_text_without_the_end_of_a_record_for_boundless_length_is_no_table(begin, is_last):
    with pytest.raises(TooLongError):
        list(Records(begin + "a" * (LONGEST + 1), ",", 0, is_last=is_last))


@pytest.mark.parametrize("beside", ["none,a", "none"])
def test_a_row_that_is_too_long_is_refused_whatever_stands_beside_it(beside, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(f'contact,about\n{beside}\nnone,"{"x" * LONGEST}"\n', encoding="utf-8")
    with pytest.raises(AdvisorError, match="row 2 is longer than"):
        assessed(path)


def test_a_column_without_a_heading_is_carried_over(tmp_path):
    path = tmp_path / "empty.csv"
    for more, kept in (("", ["x"]), ("none\n", ["x", None])):
        path.write_text("contact,,trust\nnone,x,openly\n" + more, encoding="utf-8")
        assert pl.read_parquet(assessed(path))[""].to_list() == kept


def test_rows_told_apart_are_read_some_at_a_time_and_keep_their_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_file, "TOLD_APART", 9)
    path = tmp_path / "short.csv"
    path.write_text("contact,about\n" + "none\n\n" * 7, encoding="utf-8")
    table = open_cohort(path, SHIPPED.assessor)
    assert [part.numbers for part in table.parts()] == [(1, 3, 5), (7, 9, 11), range(13, 14)]
    flaw = csv_file.FEWER.format(cells=1, wide=2)
    assert table.row(11) == {"contact": "none", "about": None, "\0flaw": flaw}
