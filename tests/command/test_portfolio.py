"""`advisor portfolio`: the command only shows what the library gives."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace

import pytest

from advisor.cases.file import case_text
from advisor.scenarios.loader import read_scenario
from tests.command.run import advisor


@pytest.fixture
def centre(tmp_path, knowledge):
    """Return a folder with three cases and a table."""
    for id_ in ("hot-quarrel", "everything-well", "four-employers-one-corridor"):
        case = replace(read_scenario(f"scenario:{id_}", knowledge).case, partnership=f"=cmd|{id_}")
        (tmp_path / f"{id_}.yaml").write_text(case_text(case), encoding="utf-8")
    rows = ["partner;sector;people;aims", "Midwives;NHS;tight;blue", "\u202eLibrary;libraries;loose;"]
    (tmp_path / "own.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_the_text_begins_with_the_alert_and_says_where_to_start(centre):
    shown = advisor("portfolio", str(centre))
    assert shown.returncode == 0
    places = [shown.stdout.index(part) for part in ("A child's safety", "WHERE TO START", "HOW EACH STANDS")]
    assert places == sorted(places)
    assert "own.csv, row 1: 'blue' in 'aims' is no stage" in shown.stderr
    assert "\u202e" not in shown.stdout


def test_its_table_fits_eighty_columns(centre):
    lines = advisor("portfolio", str(centre)).stdout.splitlines()
    table = lines[lines.index("HOW EACH STANDS") + 1 : lines.index("HOW MANY STAND WHERE")]
    assert max(map(len, table)) <= 80
    assert any(line.startswith("---") for line in table)


def test_csv_has_the_totals_at_its_foot_and_no_formulas(centre):
    rows = [*csv.reader(io.StringIO(advisor("portfolio", str(centre), "--format", "csv").stdout))]
    heads, first = rows[0], rows[1]
    assert heads[:6] == ["row", "partnership", "partners", "sector", "assessed", "whole"]
    assert first[1] == "'=cmd|four-employers-one-corridor"
    assert first[heads.index("alerts")] == "A child's safety comes before the partnership"
    assert [row[0] for row in rows[1:6]] == ["1", "2", "3", "4", "5"]
    assert {row[0] for row in rows[6:]} == {"total"}
    assert {len(row) for row in rows} == {len(heads)}


def test_what_it_wrote_itself_is_never_taken_for_an_own_view(centre):
    before = advisor("portfolio", str(centre), "--format", "json").stdout
    assert advisor("portfolio", str(centre), "--format", "csv", "-o", str(centre / "all.csv")).returncode == 0
    assert advisor("portfolio", str(centre), "--format", "json").stdout == before


def test_a_sheet_says_the_same_as_the_csv(centre, tmp_path):
    pytest.importorskip("polars")
    from advisor.cohort.opening import open_table

    sheet = tmp_path / "out" / "all.xlsx"
    sheet.parent.mkdir()
    assert advisor("portfolio", str(centre), "--format", "xlsx", "-o", str(sheet)).returncode == 0
    table = open_table(sheet, [])
    rows = [*csv.reader(io.StringIO(advisor("portfolio", str(centre), "--format", "csv").stdout))]
    read = [row for part in table.parts() for row in part.read().select(table.names).rows()]
    assert list(table.names) == rows[0]
    assert [[cell or "" for cell in row] for row in read][-1] == rows[-1]


def test_markdown_and_json_are_there_too(centre):
    assert "# 5 PARTNERSHIPS" in advisor("portfolio", str(centre), "--format", "markdown").stdout
    data = json.loads(advisor("portfolio", str(centre), "--format", "json").stdout)
    assert (data["schema_version"], len(data["rows"])) == (1, 5)


def test_an_empty_table_is_written_never_over_a_file_and_can_be_read(tmp_path):
    path = tmp_path / "partners.csv"
    assert advisor("portfolio", "--new", str(path)).returncode == 0
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) == 55
    again = advisor("portfolio", "--new", str(path))
    assert (again.returncode, path.read_text(encoding="utf-8")) == (2, text)
    data = json.loads(advisor("portfolio", str(path), "--format", "json").stdout)
    assert (len(data["rows"]), data["faults"], data["unread"]) == (54, [], [])
    assert "unknown" not in {row["sector"] for row in data["rows"]}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name a folder with cases, or a table"),
        (("nowhere",), "there is no such folder"),
        (("nowhere.csv",), "there is no such file"),
        (("--new", "x.csv", "."), "--new writes a table to fill in; give it alone"),
        ((".", "--format", "xlsx"), "say which file to write"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(words, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = advisor("portfolio", *words)
    assert shown.returncode == 2
    assert said in shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_broken_file_is_said_on_both_streams_and_the_others_are_shown(centre):
    (centre / "broken.yaml").write_text("format: 1\npartnership: [\n", encoding="utf-8")
    shown = advisor("portfolio", str(centre))
    assert shown.returncode == 0
    assert "broken.yaml:3:1: a bracket is opened" in shown.stderr
    assert "broken.yaml:3:1: a bracket is opened" in shown.stdout
    assert "5 PARTNERSHIPS" in shown.stdout


def test_a_file_whose_name_is_no_text_is_shown_in_every_form(centre, tmp_path):
    name = os.fsencode(centre) + b"/\xff.yaml"
    with open(name, "wb") as file:  # noqa: PTH123 (a name that is no text)
        file.write(b"format: 1\nanswers: {contact: regular}\n")
    for form, ending in (
        ("text", "txt"),
        ("csv", "csv"),
        ("json", "json"),
        ("markdown", "md"),
        ("html", "html"),
    ):
        shown = advisor("portfolio", str(centre), "--format", form, "-o", str(tmp_path / f"out.{ending}"))
        assert (form, shown.returncode) == (form, 0)
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["rows"]) == 6
