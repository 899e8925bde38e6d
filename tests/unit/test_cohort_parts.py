"""A cohort part by part: who works on the parts, what they hold, and what they add up to.

In the command Polars asks for the parts from a thread of its own, which Python's tracing does not see.
"""

from __future__ import annotations

import polars as pl
import pytest

from advisor.cohort.assess import FAULTS
from advisor.cohort.opening import open_table
from advisor.cohort.run import Summary, open_cohort
from advisor.cohort.workers import here, in_threads, on_cluster
from advisor.errors import AdvisorError


def added(shared, part):
    return shared + part


@pytest.mark.parametrize("workers", [here, in_threads(1), in_threads(3)], ids=["here", "one", "three"])
def test_results_come_in_the_order_of_the_parts(workers):
    assert list(workers(added, 100, range(20))) == list(range(100, 120))


def test_no_more_parts_are_taken_than_are_needed_ahead():
    taken = []

    def parts():
        for number in range(100):
            taken.append(number)
            yield number

    results = in_threads(2)(added, 0, parts())
    assert next(results) == 0
    assert len(taken) <= 5
    del results  # which stops the threads


def test_an_error_in_a_part_is_raised_where_its_result_is_asked_for():
    results = in_threads(2)(added, 0, [1, "2"])
    assert next(results) == 1
    with pytest.raises(TypeError):
        next(results)


@pytest.mark.filterwarnings("ignore")  # dask says that it could not connect
def test_a_scheduler_that_is_not_there_is_told():
    with pytest.raises(AdvisorError, match="there is no dask scheduler at nonsense://1; is it running"):
        next(on_cluster("nonsense://1")(added, 0, [1]))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_parts_of_a_file_are_its_rows_in_order(tmp_path, kind):
    path = tmp_path / f"answers.{kind}"
    frame = pl.DataFrame({"contact": ["none", "regular"] * 50, "number": [str(n) for n in range(100)]})
    frame.write_csv(path) if kind == "csv" else frame.write_parquet(path)
    parts = list(open_table(path, ["contact"]).parts())
    assert parts[0].numbers == range(1, 101)
    assert [n for part in parts for n in part.read()["number"].to_list()] == frame["number"].to_list()


def test_a_file_that_is_not_there_is_told(tmp_path, advisor):
    with pytest.raises(AdvisorError, match="cannot be read: there is no such file"):
        open_cohort(tmp_path / "none.csv", advisor.assessor)


def test_a_summary_adds_up_part_by_part():
    summary = Summary()
    for words in (["a", "b", None], ["a"]):
        faults = ["bad" if word is None else None for word in words]
        frame = pl.DataFrame({"x": words, FAULTS: faults}, schema={"x": pl.String, FAULTS: pl.String})
        summary.add(frame, ["x"])
    assert (summary.rows, summary.refused) == (4, 1)
    assert [summary.count("x", word) for word in "abc"] == [2, 1, 0]
    assert summary.count("y", "a") == 0
