"""Rows of a CSV file whose quotation marks are wrong: marked, and what is sure of them is carried over."""

from __future__ import annotations

import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort.csv_records import STRAY
from advisor.cohort.run import assess_file, open_cohort

ASSESSOR = Advisor().assessor


@pytest.mark.parametrize(
    ("row", "kept", "what"),
    [
        ('North,none,"Bob" Smith', ["North", '"Bob" Smith'], STRAY),
        ('North,none,"Bob', ["North", '"Bob'], STRAY),
        ('North,none,"Bob" Smith,and more', ["North", None], STRAY),
        ('"No"rth,none', [None, None], STRAY),
        ('\xe4,none,"B" S', ["\ufffd", '"B" S'], STRAY),
    ],
)
def test_what_is_sure_of_a_row_is_carried_over(row, kept, what, tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.parquet"
    source.write_bytes(f"place,contact,who\n{row}\nSouth,regular,Ann\n".encode("latin-1"))
    assess_file(open_cohort(source, ASSESSOR), target, ASSESSOR)
    result = pl.read_parquet(target)
    assert [result["place"][0], result["who"][0], result["faults"][0]] == [*kept, what]
    assert [result["place"][1], result["who"][1], result["faults"][1]] == ["South", "Ann", None]
