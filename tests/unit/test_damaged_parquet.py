"""Parquet files that are damaged, or say too much of themselves: told in a line, at little cost."""

from __future__ import annotations

import polars as pl
import pytest

from advisor import Advisor
from advisor.cohort import parquet_file
from advisor.cohort.run import open_cohort
from advisor.errors import AdvisorError
from tests.command.run import advisor_process

SHIPPED = Advisor()


@pytest.mark.parametrize(
    ("kind", "each"),
    [(pl.String, 1), (pl.List(pl.String), 3), (pl.Struct({"a": pl.String, "b": pl.String}), 3)],
)
@pytest.mark.parametrize("columns", [1, 2, 14, 15, 16, 200])
def test_how_many_columns_a_file_has_is_known_from_its_first_bytes(
    kind, each, columns, tmp_path, monkeypatch
):
    path = tmp_path / "many.parquet"
    names = ["contact", *(f"c{number}" for number in range(1, columns))]
    pl.DataFrame(schema=dict.fromkeys(names, kind)).write_parquet(path)
    monkeypatch.setattr(parquet_file, "MOST_FIELDS", columns * each)
    assert open_cohort(path, SHIPPED.assessor).names == tuple(names)
    monkeypatch.setattr(parquet_file, "MOST_FIELDS", columns * each - 1)
    with pytest.raises(AdvisorError, match=f"it has {columns * each} columns, with what is inside them"):
        open_cohort(path, SHIPPED.assessor)


@pytest.mark.parametrize("words", [("cohort", "bad.parquet", "-o", "out.csv"), ("advise", "bad.parquet#1")])
def test_what_polars_panics_about_is_told_in_one_line(words, tmp_path):
    path = tmp_path / "bad.parquet"
    pl.DataFrame({"contact": ["none", "regular", None] * 5}).write_parquet(path, compression="uncompressed")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"\x15\x16\x15\x16,", b"\x15\x16\x15\x00,", 1))  # the length of a page
    run = advisor_process(*words, folder=tmp_path, ADVISOR_DEBUG="", RUST_BACKTRACE="1")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith("bad.parquet: cannot be read: it is damaged; save it again\n")
    assert len(run.stderr.splitlines()) == 1


def test_what_is_wrong_with_a_parquet_file_is_told_also_where_no_library_may_speak(tmp_path):
    path = tmp_path / "none.parquet"
    run = advisor_process("cohort", str(path), "-o", "out.csv", folder=tmp_path, ADVISOR_DEBUG="")
    assert (run.returncode, run.stderr) == (2, f"{path}: cannot be read: there is no such file\n")
