"""`advisor progress` and `advisor log`, as they are typed."""

from __future__ import annotations

import datetime
import json
import os
import sys
from pathlib import Path

import pytest

from tests.command.run import ROOT, advisor

FIVE = ROOT / "examples" / "five-dates"
CASE = (
    '# mine\nformat: 1   # keep\npartnership: "A & B"\nanswers: {contact: none,\n   trust: openly}  # odd\n'
    "actions:\n  # what we did\n  - {id: visioning, outcome: helped}\n\n# the end\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FIVE.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_bytes(CASE.encode())
    return path


def test_a_broken_file_is_said_beside_the_result_and_in_it_and_the_others_are_shown(folder):
    (folder / "broken.yaml").write_text("format: 1\nanswers: {contact: nope}\n", encoding="utf-8")
    done = advisor("progress", ".", folder=folder)
    assert done.returncode == 0
    assert "broken.yaml:2:20: 'contact' has no option 'nope'" in done.stderr
    assert "1 file could not be read" in done.stdout
    assert "broken.yaml:2:20" in done.stdout
    assert "2025-10-13 TO 2026-02-09 (about 4 months)" in done.stdout
    alone = advisor("progress", "broken.yaml", folder=folder)
    assert (alone.returncode, alone.stdout) == (2, "")
    assert alone.stderr.count("has no option") == 1


@pytest.mark.parametrize("format_", ["text", "json", "csv", "markdown", "html"])
def test_each_format_can_be_printed(format_):
    done = advisor("progress", str(FIVE), "--format", format_)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Children" in done.stdout


def test_of_several_partnerships_each_has_a_line_and_one_can_be_chosen(folder):
    text = (folder / "2025-06.yaml").read_text(encoding="utf-8")
    other = text.replace("Children's centre and speech therapy", "The school")
    (folder / "school.yaml").write_text(other, encoding="utf-8")
    done = advisor("progress", ".", folder=folder)
    assert "2 partnerships over time" in done.stdout
    assert "Children's centre and speech therapy: files: 5 of Head of the centre, last moves:" in done.stdout
    chosen = advisor("progress", ".", "--partnership", "THE school", folder=folder)
    assert chosen.stdout.startswith("The school, over time")
    wrong = advisor("progress", ".", "--partnership", "The scool", folder=folder)
    assert wrong.stdout.startswith("The school, over time")
    none = advisor("progress", ".", "--partnership", "zzz", folder=folder)
    assert (none.returncode, none.stdout) == (2, "")
    data = json.loads(advisor("progress", ".", "--format", "json", folder=folder).stdout)
    assert [each["partnership"] for each in data] == ["Children's centre and speech therapy", "The school"]


@pytest.mark.parametrize("said", ["helped", "it helped", "Helped.", "BETTER"])
def test_an_outcome_may_be_said_in_plain_words_and_the_rest_of_the_file_stays(case, said):
    words = ("log", str(case), "Visioning", "--outcome", said, "--date", "2026-03-01", "--note", "a: b #c")
    done = advisor(*words)
    assert done.returncode == 0
    assert done.stdout.startswith(f'Noted in {case}: 2026-03-01, visioning: it helped. "a: b #c"\n')
    added = "  - date: 2026-03-01\n    kind: intervention\n    id: visioning\n    outcome: helped\n"
    added += "    note: 'a: b #c'\n"
    before, end = CASE.encode().split(b"\n\n# the end")
    assert case.read_bytes() == before + b"\n" + added.encode() + b"\n# the end" + end
    assert advisor(*words).stdout.startswith(f"This stood in {case} already")


def test_two_outcomes_of_one_day_both_stay_and_the_latest_counts(case):
    for outcome in ("too early", "got worse"):
        advisor("log", str(case), "convening", "--outcome", outcome, "--date", "2026-03-01")
    text = case.read_text(encoding="utf-8")
    assert text.index("outcome: too-early") < text.index("outcome: worse")
    older = advisor("log", str(case), "convening", "--outcome", "helped", "--date", "2026-02-01")
    assert "What counts is the latest entry: 2026-03-01, convening: it got worse" in older.stdout


def test_without_a_date_it_is_today_as_an_interview_takes_it_and_none_leaves_it_out(case):
    advisor("log", str(case), "convening", "--outcome", "helped")
    assert f"date: {datetime.date.today()}" in case.read_text(encoding="utf-8")
    assert (
        ": no date, convening"
        in advisor("log", str(case), "convening", "--outcome", "worse", "--date", "none").stdout
    )


def test_the_number_in_the_plan_names_what_was_tried_and_the_only_case_here_is_meant(case):
    first = advisor("advise", str(case), "--format", "json").stdout
    step = json.loads(first)["plan"][0]["id"]
    done = advisor("log", "1", "--outcome", "no change", folder=case.parent)
    assert done.returncode == 0
    assert f"id: {step}\n" in case.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("visioningg", "--outcome", "helped"), "did you mean"),
        (
            ("implementation-dip", "--outcome", "helped"),
            "what can be noted as tried: intervention, technique",
        ),
        (("visioning", "--outcome", "hlped"), "did you mean 'helped'?"),
        (("visioning", "--outcome", "helped", "--date", "2026-02-30"), "is not a date"),
        (("visioning", "--outcome", "helped", "--kind", "intervntion"), "did you mean 'intervention'?"),
        (("visioning", "--outcome", "helped", "--note", "a\u202eb"), "control character"),
        (("visioning",), "say what came of it with --outcome"),
        ((), "say what you tried"),
    ],
)
def test_what_cannot_be_noted_is_said_and_nothing_is_written(case, words, said):
    done = advisor("log", str(case), *words)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert case.read_bytes() == CASE.encode()


@pytest.mark.parametrize("name", ["gone.yaml", "scenario:health-visitors", "answers.csv#1"])
def test_only_a_case_file_that_is_there_is_written_to(tmp_path, name):
    done = advisor("log", name, "visioning", "--outcome", "helped", folder=tmp_path)
    assert done.returncode == 2
    assert not any(tmp_path.iterdir())


def test_a_file_with_a_fault_is_left_as_it_is(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("format: 1\nanswers: {contact: nope}\n", encoding="utf-8")
    done = advisor("log", str(path), "visioning", "--outcome", "helped")
    assert done.returncode == 2
    assert path.read_text(encoding="utf-8") == "format: 1\nanswers: {contact: nope}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file can be called so")
@pytest.mark.parametrize("format_", ["text", "json", "csv", "markdown", "html"])
def test_a_file_whose_name_is_no_text_is_shown_in_each_format(folder, format_):
    (folder / "2025-01.yaml").rename(os.fsdecode(bytes(folder) + b"/a\xff.yaml"))
    out = folder / f"out.{ {'text': 'txt', 'markdown': 'md'}.get(format_, format_) }"
    done = advisor("progress", str(folder), "--format", format_, "-o", str(out))
    assert done.returncode == 0, done.stderr
    assert "2025-01-20" in out.read_text(encoding="utf-8")
