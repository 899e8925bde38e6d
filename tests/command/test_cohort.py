"""`advisor cohort`: many cases from a table, as an analyst at a local authority uses it."""

from __future__ import annotations

import json
import random

import polars as pl
import pytest

from advisor import Advisor
from tests.command.run import advisor

CSV = """\
centre,contact,trust,disagreement,changes-lately,changes-lately.key-person-left,placing.relational-nourishment
North,none,careful,avoided,dont-know,yes,emerging
South,regular,openly,worked-out,not-applicable,,confident
East,often,openly,worked-out,,,confident
West,,,,,,
"""


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Return a Parquet file of 40,000 cases with every answer."""
    return write_many(tmp_path_factory.mktemp("many") / "many.parquet", 40_000)


def write_many(path, rows):
    chance = random.Random(7)
    columns: dict[str, list[str | None]] = {"place": [f"Place {number}" for number in range(1000)]}
    for name, answer in Advisor().assessor.answers.items():
        values = [*answer.values, None]
        columns[name] = [chance.choice(values) for _ in range(1000)]
    many = pl.concat([pl.DataFrame(columns)] * (rows // 1000), rechunk=True)
    many.write_parquet(path, compression="lz4", statistics=False)  # in half the time
    return path


def test_each_row_says_where_it_stands_and_what_comes_first(answers, tmp_path):
    result = advisor("cohort", str(answers), "-o", str(tmp_path / "out.csv"))
    assert (result.returncode, result.stderr) == (0, "")
    rows = pl.read_csv(tmp_path / "out.csv", infer_schema=False).rows(named=True)
    assert [(row["centre"], row["row"]) for row in rows] == [
        ("North", "1"),
        ("South", "2"),
        ("East", "3"),
        ("West", "4"),
    ]
    assert rows[0]["relational-nourishment"] == "emerging"
    assert rows[3]["relational-nourishment"] == "unknown"
    assert rows[3]["open"] == str(len(Advisor().knowledge.questions))


def test_a_row_with_a_bad_value_is_marked_and_the_others_are_assessed(answers, tmp_path):
    result = advisor("cohort", str(answers), "-o", str(tmp_path / "out.csv"))
    rows = pl.read_csv(tmp_path / "out.csv", infer_schema=False).rows(named=True)
    assert rows[2]["faults"].startswith("contact has no value 'often'; ")
    assert rows[2]["light"] is None
    assert [row["faults"] for row in rows if row["centre"] != "East"] == [None, None, None]
    assert result.stdout.startswith("4 cases, 1 refused (column 'faults' says why)\n")


def test_a_row_with_more_cells_than_headings_is_marked(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("contact,trust\nnone,careful,openly\nregular,openly\n", encoding="utf-8")
    advisor("cohort", str(path), "-o", str(tmp_path / "out.csv"))
    faults = pl.read_csv(tmp_path / "out.csv", infer_schema=False)["faults"].to_list()
    assert faults == ["there are more cells than headings: 'openly'; give each cell a heading", None]


def test_the_summary_as_json_counts_every_row(answers, tmp_path):
    result = advisor("cohort", str(answers), "-o", str(tmp_path / "out.parquet"), "--format", "json")
    summary = json.loads(result.stdout)
    assert (summary["rows"], summary["refused"]) == (4, 1)
    assert [sum(counts.values()) for counts in summary["factors"].values()] == [3, 3, 3, 3]
    frame = pl.read_parquet(tmp_path / "out.parquet")
    for entry in summary["interventions"]:
        assert entry["first"] == frame["first"].to_list().count(entry["id"])


def test_a_row_of_the_table_can_be_asked_for_in_full(answers):
    result = advisor("advise", f"{answers}#1", "--format", "json")
    advice = json.loads(result.stdout)
    assert advice["case"]["answers"]["changes-lately"]["key-person-left"] == "yes"
    assert advice["case"]["answers"]["changes-lately"]["posts-vacant"] == "dont-know"
    assert advice["factors"][0]["stage"] == "emerging"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("3", "#3, column 2: contact has no value 'often'; use one of: none, when-needed"),
        ("9", "#9: there is no row 9; rows are counted from 1"),
        ("0", "#0: there is no row 0; rows are counted from 1"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(answers, row, said):
    result = advisor("advise", f"{answers}#{row}")
    assert result.returncode == 2
    assert result.stderr.splitlines()[0].removeprefix(str(answers))[:40] == said[:40]


def test_csv_and_parquet_say_the_same(answers, tmp_path):
    frame = pl.read_csv(answers, infer_schema=False)
    frame.write_parquet(tmp_path / "answers.parquet")
    for source in ("answers.csv", "answers.parquet"):
        for kind in ("csv", "parquet"):
            advisor("cohort", str(tmp_path / source), "-o", str(tmp_path / f"{source}.{kind}"))
    assert (tmp_path / "answers.csv.csv").read_bytes() == (tmp_path / "answers.parquet.csv").read_bytes()
    assert (tmp_path / "answers.csv.parquet").read_bytes() == (
        tmp_path / "answers.parquet.parquet"
    ).read_bytes()
    read = pl.read_csv(
        tmp_path / "answers.csv.csv",
        schema_overrides=pl.read_parquet_schema(tmp_path / "answers.csv.parquet"),
    )
    assert read.equals(pl.read_parquet(tmp_path / "answers.csv.parquet"))


def test_a_table_cut_by_semicolons_and_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text('\ufeffcontact;trust;note\r\nnone; careful ;"a;b"\r\n', encoding="utf-8")
    result = advisor("cohort", str(path), "-o", str(tmp_path / "out.csv"))
    assert (result.returncode, result.stderr) == (0, "")
    row = pl.read_csv(tmp_path / "out.csv", infer_schema=False).row(0, named=True)
    assert (row["note"], row["faults"], row["relational-nourishment"]) == ("a;b", None, "emerging")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("\t=1", "'\t'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a;=1+1", "a;'=1+1"),
        ("a\n=1", "a\n'=1"),
        ("-12.5", "-12.5"),
        ("+44", "+44"),
        ("North - East", "North - East"),
        ("O'Brien's", "O'Brien's"),
    ],
)
def test_no_cell_is_written_as_a_formula(tmp_path, cell, written):
    pl.DataFrame({"note": [cell], "contact": ["none"]}).write_parquet(tmp_path / "answers.parquet")
    advisor("cohort", str(tmp_path / "answers.parquet"), "-o", str(tmp_path / "out.csv"))
    assert pl.read_csv(tmp_path / "out.csv", infer_schema=False)["note"].to_list() == [written]


def test_no_heading_is_written_as_a_formula(tmp_path):
    (tmp_path / "answers.csv").write_text('"=1+1",contact\nx,none\n', encoding="utf-8")
    advisor("cohort", str(tmp_path / "answers.csv"), "-o", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").startswith("'=1+1,row,")


FAULTY = {
    "slip": (
        "contat,trust\n",
        "{}:1:1: the heading 'contat' is almost 'contact'; rename it, or name it with --other contat\n",
    ),
    "item": ("contact,families.tell\n", "{}:1:2: there is no answer 'families.tell'; behind 'families.', "),
    "nothing": ("a,b\n1,2\n", "{}:1:1: no column holds answers; name columns after questions"),
    "twice": ("contact,contact\n", "{}:1:2: the heading 'contact' is there twice; rename or remove one"),
    "taken": ("row,contact\n", "{}:1:1: the heading 'row' is one of the result; rename it"),
    "empty": ("", "{}: cannot be read: "),
    "not-text": (
        "contact,no\xffte\nnone,x\n",
        "{}:1:1: the headings are not written in UTF-8; save the table",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_table_that_cannot_be_used_is_told_in_a_line_and_nothing_is_written(tmp_path, name):
    text, said = FAULTY[name]
    path = tmp_path / "answers.csv"
    path.write_bytes(text.encode("latin-1"))
    result = advisor("cohort", str(path), "-o", str(tmp_path / "out.csv"))
    assert result.returncode == 2
    assert result.stderr.startswith(said.format(path))
    assert "Traceback" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_a_column_that_only_looks_like_an_answer_is_carried_over_when_it_is_named(tmp_path):
    (tmp_path / "answers.csv").write_text("contacts,contact\n3,none\n", encoding="utf-8")
    refused = advisor("cohort", str(tmp_path / "answers.csv"), "-o", str(tmp_path / "out.csv"))
    taken = advisor(
        "cohort", str(tmp_path / "answers.csv"), "-o", str(tmp_path / "out.csv"), "--other", "contacts"
    )
    assert (refused.returncode, taken.returncode) == (2, 0)
    assert pl.read_csv(tmp_path / "out.csv").columns[0] == "contacts"


@pytest.mark.parametrize("name", ["out.xls", "missing/out.csv", "."])
def test_a_target_that_cannot_be_written_is_told(answers, tmp_path, name):
    result = advisor("cohort", str(answers), "-o", str(tmp_path / name))
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1


def test_two_workers_write_the_same_bytes_as_one(many, tmp_path):
    for workers in ("1", "2"):
        result = advisor(
            "cohort", str(many), "-o", str(tmp_path / f"{workers}.parquet"), "--workers", workers
        )
        assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "2.parquet").read_bytes()
