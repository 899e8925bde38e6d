"""Parts of Parquet files whose few bytes hold long texts: cut by what they come to."""

from __future__ import annotations

import polars as pl
import pytest

from advisor.cohort import parquet_file
from advisor.cohort.opening import open_table

TEXTS = ["x" * 40, "x" * 70, "", None, "x" * 300, "y"]


@pytest.mark.parametrize("kind", [pl.String, pl.Binary, pl.Categorical])
def test_a_part_holds_no_more_bytes_of_texts_than_it_may_or_one_row(kind, tmp_path, monkeypatch):
    path = tmp_path / "t.parquet"
    pl.DataFrame({"note": pl.Series(TEXTS, dtype=pl.String).cast(kind)}).write_parquet(path)
    monkeypatch.setattr(parquet_file, "MOST_BYTES", 100)
    parts = list(open_table(path, ["contact"]).parts())
    assert [part.numbers for part in parts] == [range(1, 2), range(2, 5), range(5, 6), range(6, 7)]
    read = pl.concat(part.read() for part in parts)["note"]
    assert read.to_list() == pl.read_parquet(path)["note"].to_list()
