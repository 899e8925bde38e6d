"""`advisor cohort --totals`: what somebody who runs many centres passes on."""

from __future__ import annotations

import csv
import html
import json
import random
import re

import polars as pl
import pytest
import python_calamine

from advisor import Advisor
from advisor.cohort.cells import text_of
from tests.command.run import advisor

ROWS = 1200
HOSTILE = "<script>alert(1)</script>\u202e=cmd|x"
ADVISOR = Advisor()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a table of many cases and all forms of its totals."""
    folder = tmp_path_factory.mktemp("totals")
    table(ROWS).write_csv(folder / "answers.csv")
    said = advisor("cohort", "answers.csv", "-o", "out.csv", *wanted("one"), folder=folder)
    assert said.returncode == 0
    return folder


def wanted(name, *endings):
    endings = endings or ("html", "txt", "md", "docx", "csv", "xlsx", "json")
    return [word for ending in endings for word in ("--totals", f"{name}.{ending}")]


def table(rows):
    chance = random.Random(3)
    columns: dict[str, list[str | None]] = {
        "partner": [f"Name {number}" for number in range(rows)],
        "sector": chance.choices(["NHS", "school", "charity", "police", HOSTILE], [9, 9, 9, 0.1, 1], k=rows),
        "date": [f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" for _ in range(rows)],
    }
    for name, answer in ADVISOR.assessor.answers.items():
        if "." not in name:
            columns[name] = chance.choices([*answer.values, None], k=rows)
    columns["trust"][:2] = ["wrong", "wrong"]
    return pl.DataFrame(columns)


def numbers(data):
    """Return all numbers of cases that JSON tells."""
    if isinstance(data, dict):
        own = [data[key] for key in ("cases", "refused") if data.get(key) is not None]
        return own + [n for value in data.values() for n in numbers(value)]
    return [n for value in data for n in numbers(value)] if isinstance(data, list) else []


def test_no_form_says_a_number_that_the_others_do_not(folder):
    totals = json.loads((folder / "one.json").read_text())
    known = set(numbers(totals))
    assert min(known) >= totals["least"] == 5
    assert totals["cases"] == ROWS - 2
    assert totals["refused"] is None
    assert totals["by_sector"] == totals["by_period"] == "shown"
    rows = [*csv.DictReader((folder / "one.csv").read_text().splitlines())]
    assert {int(row[key]) for row in rows for key in ("cases", "of-cases")} <= known
    book = python_calamine.CalamineWorkbook.from_path(str(folder / "one.xlsx"))
    names, *cells = book.get_sheet_by_index(0).to_python()
    assert [dict(zip(names, map(text_of, row), strict=True)) for row in cells] == rows
    text = (folder / "one.txt").read_text()
    page = re.sub(
        r'<style>.*?</style>|<defs>.*?</defs>|(?<=") *[a-z]+="[^"]*"',
        "",
        (folder / "one.html").read_text(),
        flags=re.S,
    )
    page = html.unescape(re.sub(r"<[^>]*>", " ", page))
    for said in (text, page):
        told = {
            int(n.replace(",", ""))
            for n in re.findall(r"(?<![\w-])\d[\d,]*(?!\w)", re.sub(r"20\d\d Q\d", "", said))
        }
        assert told - known <= {5}


def test_names_and_words_of_their_own_are_in_no_form(folder):
    for form in ("html", "txt", "md", "csv", "json"):
        said = (folder / f"one.{form}").read_text()
        assert "script>" not in said
        assert "cmd" not in said
        assert "Name 1" not in said
        assert "lert" not in said or form not in ("csv", "json")


def test_the_assessed_table_is_what_it_is_without_totals(folder):
    advisor("cohort", "answers.csv", "-o", "alone.csv", folder=folder)
    assert (folder / "alone.csv").read_bytes() == (folder / "out.csv").read_bytes()


def test_the_same_rows_give_the_same_bytes_with_any_workers_and_without_names(folder):
    how = ("--workers", "3", "--anonymise")
    assert (
        advisor("cohort", "answers.csv", "-o", "o3.csv", *how, *wanted("three"), folder=folder).returncode
        == 0
    )
    for form in ("html", "txt", "md", "docx", "csv", "xlsx", "json"):
        assert (folder / f"three.{form}").read_bytes() == (folder / f"one.{form}").read_bytes()


def test_a_program_gets_the_same(folder):
    frame = pl.read_csv(folder / "answers.csv", infer_schema=False)
    totals = ADVISOR.totals(frame)
    assert totals.as_json() == (folder / "one.json").read_text()
    assert ADVISOR.totals(frame.to_dict(as_series=False)) == totals
    assert ADVISOR.totals(frame.to_pandas()) == totals


def test_of_a_few_cases_nothing_is_shown(tmp_path):
    table(5).write_csv(tmp_path / "few.csv")  # two of them with faults
    done = advisor(
        "cohort", "few.csv", "-o", "o.csv", *wanted("t", "json", "txt", "csv", "html"), folder=tmp_path
    )
    assert done.returncode == 0
    totals = json.loads((tmp_path / "t.json").read_text())
    assert numbers(totals) == []
    assert "fewer than 5 cases" in (tmp_path / "t.txt").read_text()
    assert (tmp_path / "t.csv").read_text() == "by,group,of,value,cases,of-cases\n"


def test_without_columns_for_it_there_is_the_whole(tmp_path):
    table(300).drop("sector", "date").write_csv(tmp_path / "a.csv")
    assert (
        advisor("cohort", "a.csv", "-o", "o.csv", *wanted("t", "json", "txt"), folder=tmp_path).returncode
        == 0
    )
    totals = json.loads((tmp_path / "t.json").read_text())
    assert (totals["by_sector"], totals["by_period"]) == ("no-column", "no-column")
    assert totals["cases"] == 298
    assert "Over time" not in (tmp_path / "t.txt").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--totals", "t.pdf"], "--totals names t.pdf, and its ending says no format"),
        (["--totals", "out.csv"], "-o and --totals name the same file"),
        (["--totals", "answers.csv"], "--totals names answers.csv, which is read here and would be lost"),
        (["--sector-column", "sector"], "--sector-column and --date-column are for --totals"),
        (["--totals", "t.csv", "--date-column", "dat"], "there is no column 'dat'; did you mean 'date'"),
        (["--totals", "t.csv", "--sector-column", "trust"], "'trust' is an answer"),
    ],
)
def test_what_cannot_be_meant_is_told_before_anything_is_written(tmp_path, words, said):
    table(6).write_csv(tmp_path / "answers.csv")
    done = advisor("cohort", "answers.csv", "-o", "out.csv", *words, folder=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]
