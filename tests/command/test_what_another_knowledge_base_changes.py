"""`advisor compare` with two knowledge bases: what changed, through which rules, and what does not fit."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from advisor.inference import knowledge_in
from advisor.reports import schema
from tests.command.run import ROOT, advisor
from tests.from_0_1_0.files import unpack_knowledge

SAME = ("--knowledge", "shipped", "--knowledge", "shipped")
CASE = "format: 1\npartnership: Us\nanswers: {contact: none, acquaintance: hardly}\n"


@pytest.fixture
def old(tmp_path):
    """The knowledge base of 0.1.0, which asks fewer questions."""
    return str(unpack_knowledge(tmp_path))


def lay(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def compared(*words, format_="json"):
    done = advisor("compare", *map(str, words), "--format", format_)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if format_ == "json" else done.stdout


def test_a_rule_that_is_switched_off_is_named_in_every_form(tmp_path):
    advised = json.loads(advisor("advise", "scenario:health-visitors", "--format", "json").stdout)
    first = advised["plan"][0]["id"]
    off = f"switched-off:\n  - {{id: {first}, reason: Ours.}}\n"
    base = f"format: 1\nname: ours\nversion: 0.1.0\nextends: shipped\n{off}"
    lay(tmp_path / "ours", "base.yaml", base)
    words = ("--knowledge", "shipped", "--knowledge", tmp_path / "ours", "scenario:health-visitors")
    found = compared(*words)
    gone = {each["id"] for each in found["rules"]}
    assert {how for each in found["rules"] for how in each["how"]} == {"removed"}
    changes = found["cases"][0]["changes"]
    said = {(change["part"], change["id"]): change for change in changes}
    assert (said["advised", first]["before"], said["advised", first]["after"]) == ("advised", None)
    assert {said[part, first]["by"] for part in ("advised", "plan")} == {"rule-removed"}
    assert {root["rule"] for change in changes for root in change["roots"]} <= gone
    assert all(change["roots"] for change in changes)
    jsonschema.validate(found, schema("across", knowledge_in()))
    assert f"gone {len(gone)}." in compared(*words, format_="text")
    assert "A rule is gone" in compared(*words, format_="markdown")
    rows = [*csv.DictReader(io.StringIO(compared(*words, format_="csv")))]
    assert len(rows) == len(changes)
    assert all("(removed)" in row["rules"] for row in rows if row["by"] != "text-only")


def test_the_same_knowledge_changes_nothing_and_says_so():
    words = ("--knowledge", "shipped", "--knowledge", ROOT / "knowledge", "scenario:health-visitors")
    found = compared(*words)
    assert (found["unchanged"], found["rules"], found["entries"], found["common"]) == (1, [], [], [])
    text = compared(*words, format_="text")
    assert "The two are the same." in text
    assert "Nothing changes" in text


def test_an_answer_that_only_one_of_the_two_knows_is_told_and_the_rest_is_read(old, tmp_path):
    cases = tmp_path / "cases"
    new_question = next(
        id_
        for id_, question in knowledge_in().questions.items()
        if question.kind == "choice" and id_ not in knowledge_in(Path(old)).questions
    )
    option = knowledge_in().options_of(new_question)[0]
    lay(cases, "a.yaml", CASE.replace("}", f", {new_question}: {option}}}"))
    found = compared("--knowledge", old, "--knowledge", "shipped", cases)["cases"][0]
    assert found["unknown_to_new"] == []
    assert [line.partition(":")[0] for line in found["unknown_to_old"]] == [new_question]
    assert found["answered_on"] == "not-said"
    assert found["changes"]
    assert new_question in compared("--knowledge", old, "--knowledge", "shipped", cases, format_="text")


def test_of_which_questions_a_case_was_answered_on_is_told(old, tmp_path):
    cases = tmp_path / "cases"
    cases.mkdir()
    advisor("interview", str(cases / "a.yaml"), "--knowledge", old, typed="Us\n1\ns\n")
    advisor("interview", str(cases / "b.yaml"), typed="Us\n1\ns\n")
    found = compared("--knowledge", old, "--knowledge", "shipped", cases)
    assert [case["answered_on"] for case in found["cases"]] == ["old", "new"]


def test_what_is_noted_later_keeps_the_questions_that_a_case_was_answered_on(old, tmp_path):
    case = tmp_path / "cases" / "a.yaml"
    case.parent.mkdir()
    advisor("interview", str(case), "--knowledge", old, typed="Us\n1\ns\n")
    assert advisor("log", str(case), "visioning", "--outcome", "helped").returncode == 0
    found = compared("--knowledge", old, "--knowledge", "shipped", case.parent)["cases"][0]
    assert found["answered_on"] == "old"


def test_what_neither_knows_is_said_once_and_a_name_of_half_characters_is_shown(tmp_path):
    cases = tmp_path / "cases"
    lay(cases, "odd\udcff.yaml", CASE.replace("}", ", nowhere: yes}"))
    text = compared(*SAME, cases, format_="text")
    assert text.count("nowhere") == 1
    for form, ending in (("json", "json"), ("csv", "csv"), ("markdown", "md")):
        output = tmp_path / f"out.{ending}"
        advisor("compare", *SAME, str(cases), "--format", form, "-o", str(output))
        assert "odd" in output.read_text(encoding="utf-8")


def test_a_broken_file_is_told_on_both_ways_and_the_others_are_shown(tmp_path):
    cases = tmp_path / "cases"
    lay(cases, "a.yaml", CASE)
    lay(cases, "b.yaml", "format: 1\nanswers: [\n")
    lay(cases, "c.yaml", "format: 1\npartnerships: x\n")
    done = advisor(
        "compare", "--knowledge", "shipped", "--knowledge", "shipped", str(cases), "--format", "json"
    )
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert [case["name"] for case in found["cases"]] == ["a.yaml"]
    assert [each["name"] for each in found["unread"]] == ["b.yaml", "c.yaml"]
    assert all(line in done.stderr for each in found["unread"] for line in each["said"])


@pytest.mark.parametrize("case", ["nowhere.yaml", "scenario:nowhere", "table.csv#1"])
def test_where_nothing_can_be_read_it_says_why_and_what_to_try(case):
    done = advisor("compare", *SAME, case)
    assert done.returncode == 2
    assert case.partition("#")[0].rpartition(":")[2] in done.stderr
    assert done.stdout == ""


def test_names_that_are_formulas_or_markup_stay_words(tmp_path):
    cases = tmp_path / "cases"
    lay(cases, "=1+1.yaml", CASE)
    lay(cases, "<b>x.yaml", CASE)
    words = (*SAME, cases)
    rows = [*csv.reader(io.StringIO(compared(*words, format_="csv")))]
    assert [row[0] for row in rows] == ["case", "<b>x.yaml", "'=1+1.yaml"]
    assert "<b>" not in compared(*words, format_="html").partition("<body")[2]
