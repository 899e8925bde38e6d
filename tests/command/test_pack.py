"""`advisor pack` and `--anonymise` on the command line: what is printed, what is written, and where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from advisor import Advisor
from tests.command.run import advisor

WORDS = {
    "partnership": "Qaxwort",
    "respondent": "Qbxwort",
    "about": "Qcxwort",
    "partners": [{"name": "Qdxwort", "sector": "Qexwort"}],
    "notes": {"contact": "Qfxwort"},
    "actions": [{"id": "visioning", "outcome": "helped", "note": "Qgxwort"}],
}
TAKEN_OUT = [f"Q{letter}xwort" for letter in "abcdefghi"]
COMMANDS = (
    "advise CASE",
    "advise CASE --full",
    "advise CASE --format json",
    "why CASE visioning",
    "why CASE visioning --full --format json",
    "why CASE visioning --format markdown",
    "why CASE visioning --format svg",
    "why CASE nothing-such",
    "why CASE convening",
    "why-not CASE convening --format json",
    "why-not CASE convening --full",
    "what-if CASE --set trust=careful --full",
    "what-if CASE --set trust=careful --set trust=openly --format json",
    "settle CASE relational-nourishment",
    "settle CASE relational-nourishment --format json",
    "pack CASE",
    "pack CASE --format markdown",
    "pack CASE --format html",
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case whose file, too, is called by a name, and which nothing speaks against meeting about."""
    answers = dict(Advisor().read_case("scenario:talking-shop").answers) | {"child-at-risk": "no"}
    path = tmp_path / "Qhxwort" / "Qixwort.yaml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump({"format": 1, **WORDS, "date": "2026-03-17", "answers": answers}))
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_name_and_no_note_is_in_what_a_command_prints(command, case):
    words = [str(case) if word == "CASE" else word for word in command.split()]
    plain, without = advisor(*words), advisor(*words, "--anonymise")
    assert "Fault" not in without.stderr
    assert "No such option" not in without.stderr
    assert without.returncode == plain.returncode
    assert [word for word in TAKEN_OUT if word in without.stdout + without.stderr] == []
    assert "2026-03-17" not in without.stdout


def test_a_page_for_the_table_is_written_and_the_rest_is_told_beside_it(tmp_path):
    file = tmp_path / "meeting.html"
    done = advisor("pack", "scenario:talking-shop", "--format", "html", "-o", str(file))
    page = file.read_text()
    assert done.returncode == 0
    assert done.stdout == ""
    assert "For you alone" in done.stderr
    assert "For you alone" not in page
    assert "advise scenario:talking-shop" in done.stderr
    assert "advise" not in page
    assert "50 to 60" in page


def test_a_worry_about_a_child_is_the_first_line_and_lies_on_no_table(case, tmp_path):
    data = yaml.safe_load(case.read_text())
    case.write_text(yaml.safe_dump({**data, "answers": {**data["answers"], "child-at-risk": "yes"}}))
    printed = advisor("pack", str(case), "--anonymise")
    assert printed.stdout.startswith("A child's safety comes before the partnership.")
    assert "This page is for you alone" in printed.stdout
    assert "The hour" not in printed.stdout
    written = advisor("pack", str(case), "-o", str(tmp_path / "page.txt"))
    assert written.stderr.startswith("A child's safety comes before the partnership.")
    for command in ("advise", "pack"):
        assert "A child's safety comes before" in advisor(command, str(case), "--anonymise").stdout


def test_a_pack_without_a_case_takes_the_one_that_lies_here(case):
    assert advisor("pack", folder=case.parent).stdout == advisor("pack", case.name, folder=case.parent).stdout


def test_a_table_of_many_keeps_no_column_that_is_no_answer_and_quotes_nothing(tmp_path):
    table = tmp_path / "in.csv"
    table.write_text("name,contact,note\nQaxwort,regular,Qbxwort\nQcxwort,Qdxwort,=Qexwort\n")
    for ending in ("csv", "xlsx"):
        out = tmp_path / f"out.{ending}"
        done = advisor("cohort", str(table), "-o", str(out), "--anonymise")
        assert done.returncode == 0, done.stderr
        assert "xwort" not in done.stdout + done.stderr
        assert b"xwort" not in out.read_bytes()
    rows = (tmp_path / "out.csv").read_text().splitlines()
    assert rows[0].startswith("row,")
    assert rows[2].endswith("something in this row cannot be used")
    assert "something" not in rows[1]


def test_the_json_of_an_advice_without_names_says_so_in_its_case(case):
    found = json.loads(advisor("advise", str(case), "--anonymise", "--format", "json").stdout)
    assert found["case"]["partners"] == [{"name": "partner 1", "sector": ""}]
    assert found["case"]["date"] == "2026-03"
    assert found["notes"] == []


def test_hints_keep_what_was_asked_and_errors_name_nobody(case):
    said = advisor("pack", str(case), "--anonymise")
    assert "advise CASE --anonymise" in said.stdout + said.stderr
    data = yaml.safe_load(case.read_text())
    case.write_text(yaml.safe_dump({**data, "answers": {"contact": "Qaxwort", "Qbxwort": "yes"}}))
    faulty = advisor("pack", str(case), "--anonymise")
    assert faulty.returncode == 2
    assert "line" in faulty.stderr
    assert [word for word in TAKEN_OUT if word in faulty.stderr] == []


@pytest.mark.parametrize(
    ("words", "hinted"),
    [
        (("advise", "--show", "1"), "advise Qixwort.yaml --show 1"),
        (("pack", "--anonymise"), "pack Qixwort.yaml --anonymise"),
        (("why", "1"), "why Qixwort.yaml 1"),
    ],
)
def test_where_two_cases_lie_the_hint_is_what_was_typed_with_a_case(case, words, hinted):
    (case.parent / "Qother.yaml").write_text(case.read_text())
    assert hinted in advisor(*words, folder=case.parent).stderr
