"""Results of exercises, as a trainer may have them: with formulas, saved by a spreadsheet, or not there."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings, strategies as st

from advisor.exercise.results import COLUMNS, add_result, read_results
from advisor.files.csv_safety import as_typed, harmless_text
from tests.command.run import advisor
from tests.support.amount import examples

ROW = {**dict.fromkeys(COLUMNS, ""), "learner": "=cmd()", "scenario": "hot-quarrel", "reasons": "a;=1, -x"}
HEAD = ",".join(COLUMNS)


def test_what_a_learner_typed_comes_back_as_it_was(tmp_path):
    add_result(tmp_path / "r.csv", ROW)
    assert "'=cmd()" in (tmp_path / "r.csv").read_text(encoding="utf-8")
    assert read_results(tmp_path / "r.csv").rows == [ROW]


@settings(max_examples=examples(500))
@given(st.text(alphabet="=+-@a1 ,;\t|\u00a0", max_size=8))
def test_the_guard_comes_off_whatever_was_guarded(text):
    assert harmless_text(as_typed(harmless_text(text))) == harmless_text(text)
    assert as_typed(harmless_text(text)) == text


@pytest.mark.parametrize("separator", [";", "\t"])
def test_results_that_a_spreadsheet_has_saved_again_are_read_and_added_to(tmp_path, separator):
    path, out = tmp_path / "r.csv", io.StringIO()
    csv.writer(out, delimiter=separator).writerows([COLUMNS, ["Zoë", *["x"] * (len(COLUMNS) - 1)]])
    path.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    add_result(path, ROW)
    found = read_results(path)
    assert ([row["learner"] for row in found.rows], found.faults) == (["Zoë", "=cmd()"], [])


def test_letters_that_are_not_utf8_are_named_with_how_to_save_the_file(tmp_path):
    path = tmp_path / "r.csv"
    path.write_bytes(f"{HEAD}\nZoë{',' * (len(COLUMNS) - 1)}\n".encode("latin-1"))
    [fault] = read_results(path).faults
    assert fault.what.startswith("there are letters that are not UTF-8 in this row")
    assert fault.remedy == "save the file as 'CSV UTF-8', or take the row out"
    path.write_bytes(f"{HEAD}\n".encode("utf-16"))
    result = advisor("scenario", "results", str(path))
    assert result.stderr == f"{path}:1:1: this is not UTF-8 text; save the file as 'CSV UTF-8'\n"


def test_results_that_are_not_there_are_not_passed_over(tmp_path):
    path = tmp_path / "r.csv"
    result = advisor("scenario", "results", str(path))
    said = f"{path}: there is no such file; check the name and the folder\n"
    assert (result.returncode, result.stdout, result.stderr) == (2, "", said)


@pytest.mark.parametrize("text", ["", HEAD + "\n", HEAD])
def test_a_file_without_results_is_said_to_have_none(tmp_path, text):
    path = tmp_path / "r.csv"
    path.write_text(text, encoding="utf-8")
    result = advisor("scenario", "results", str(path))
    assert (result.returncode, result.stdout) == (0, f"There are no results in {path} yet.\n")
