"""A name says what is in a file: none is begun that nothing would open, or that is read otherwise."""

from __future__ import annotations

import pytest

from tests.command.run import advisor

ADVISE = ["advise", "scenario:hot-quarrel"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(
            (f"new{ending}", ADVISE)
            for ending in (".pdf", ".docx", ".DOC", ".csv", ".yaml", ".json", ".html")
        ),
        ("new.md", [*ADVISE, "--format", "json"]),
        ("new.csv", ["why", "scenario:hot-quarrel", "convening", "--format", "svg"]),
        ("new.pdf", ["scenario", "handout", "hot-quarrel"]),
        ("new.xlsx", ["scenario", "quiz", "hot-quarrel"]),
        ("new.docx", ["scenario", "quiz", "hot-quarrel"]),
        ("new.yaml", ["scenario", "quiz", "hot-quarrel"]),
    ],
)
@pytest.mark.parametrize("is_empty", [False, True])
def test_no_file_is_begun_under_the_ending_of_another_format(tmp_path, name, words, is_empty):
    path = tmp_path / name
    if is_empty:
        path.touch()
    result = advisor(*words, "-o", str(path))
    assert (result.returncode, result.stdout) == (2, "")
    assert "no program would open it as" in result.stderr
    assert "choose a name that ends in" in result.stderr
    assert not path.exists() or (is_empty and not path.read_bytes())


@pytest.mark.parametrize("name", ["advice.draft", "tmp.X7d2a", "advice", "advice.2026-11-27", "advice.md"])
def test_a_new_file_may_have_any_other_ending(tmp_path, name):
    assert advisor(*ADVISE, "-o", str(tmp_path / name)).returncode == 0


def test_a_case_that_is_there_is_said_to_be_no_earlier_advice(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text("format: 1\n", encoding="utf-8")
    result = advisor(*ADVISE, "-o", str(path))
    assert result.returncode == 2
    assert "is there and is no text that was written before, and would be lost" in result.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("g.csv#1", "that is a row of a table; see the advice on it with: advisor advise g.csv#1"),
        ("g.XLSX#2", "that is a row of a table; see the advice on it with: advisor advise g.XLSX#2"),
        ("my.csv", "my.csv is the name of a table; choose one that ends in .yaml, such as my.yaml"),
        ("my.docx", "choose a name that ends in .yaml or .yml"),
    ],
)
def test_an_interview_begins_no_file_that_other_commands_read_otherwise(tmp_path, name, said):
    result = advisor("interview", name, typed="Us\n1\ns\n", folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_has_another_ending_is_gone_on_with(tmp_path):
    (tmp_path / "case.json").write_text('{"format": 1}', encoding="utf-8")
    assert advisor("interview", "case.json", typed="Us\n1\ns\n", folder=tmp_path).returncode == 0


def test_a_scenario_is_not_begun_under_the_ending_of_another_format(tmp_path):
    assert advisor("scenario", "new", "story.docx", folder=tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []
