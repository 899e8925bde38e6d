"""Each file of tests/bad_cases gives the message that stands beside it, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from advisor import Advisor, CaseError
from tests.command.run import ROOT, advisor, advisor_process

FOLDER = ROOT / "tests" / "bad_cases"
FILES = sorted(FOLDER.glob("*.yaml"))
LINE = re.compile(r"[^:\n]+:\d+:\d+: [^;\n]+; .+")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_with_faults_ends_in_2_and_one_line_for_each_fault(path):
    result = advisor("advise", str(path.relative_to(ROOT)))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == path.with_suffix(".expected").read_text(encoding="utf-8")
    assert all(LINE.fullmatch(line) for line in result.stderr.splitlines())


def test_every_expected_message_has_its_file():
    assert [path.stem for path in sorted(FOLDER.glob("*.expected"))] == [path.stem for path in FILES]


def test_a_folder_is_refused(tmp_path):
    result = advisor("advise", str(tmp_path))
    assert (result.returncode, result.stderr) == (2, f"{tmp_path}: this is a folder; name a file in it\n")


def test_a_file_that_is_not_there_is_refused():
    result = advisor("advise", "nowhere.yaml")
    said = "nowhere.yaml: there is no such file; check the name and the folder\n"
    assert (result.returncode, result.stderr) == (2, said)


@pytest.mark.parametrize("typed", ["my-case", "my-csae.yaml", "My-Case.yaml", "mycase.yaml"])
def test_who_mistypes_the_name_of_a_file_is_told_which_lies_there(tmp_path, typed):
    for there in ("my-case.yaml", "another.yaml", ".my-csae.yaml"):
        (tmp_path / there).touch()
    (tmp_path / "my-cases").mkdir()
    result = advisor("advise", typed, folder=tmp_path)
    said = f"{typed}: there is no such file; did you mean 'my-case.yaml'?\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_a_program_is_told_of_no_other_file(tmp_path):
    (tmp_path / "my-case.yaml").touch()
    with pytest.raises(CaseError) as caught:
        Advisor().read_case(tmp_path / "my-case")
    assert [fault.remedy for fault in caught.value.faults] == ["check the name and the folder"]


def test_a_file_of_100_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    result = advisor("advise", str(path))
    said = f"{path}: the file is larger than 2 MB; is it the right file?\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_a_file_name_cannot_steer_the_terminal():
    result = advisor("advise", "no\x1b[31msuch.yaml")
    assert "\x1b" not in result.stderr
    assert result.returncode == 2


def test_an_unknown_scenario_gets_a_suggestion():
    result = advisor("advise", "scenario:health-visitor")
    said = "scenario:health-visitor: there is no such scenario; did you mean 'health-visitors'?\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_a_folder_without_a_knowledge_base_is_refused(tmp_path):
    result = advisor("advise", "scenario:health-visitors", "--knowledge", str(tmp_path))
    said = f"{tmp_path}: there is no knowledge base here; name a folder with a base.yaml in it\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_an_output_file_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path):
    target = tmp_path / "missing" / "advice.json"
    result = advisor("advise", "scenario:health-visitors", "--format", "json", "-o", str(target))
    assert result.returncode == 2
    assert result.stderr.startswith(f"{target}: cannot be written: its folder is not there; ")
    assert list(tmp_path.iterdir()) == []


def test_a_bad_case_does_not_touch_the_output_file(tmp_path):
    target = tmp_path / "advice.json"
    target.write_text("kept")
    bad = Path("tests/bad_cases/unknown-option.yaml")
    assert advisor("advise", str(bad), "-o", str(target)).returncode == 2
    assert target.read_text() == "kept"


@pytest.mark.parametrize(
    "words",
    [["advice"], ["advise", "--shw"], ["advise", "x.yaml", "--format", "pdf"], ["knowledge", "list", "rles"]],
)
def test_wrong_use_ends_in_2_without_a_traceback(words):
    result = advisor(*words)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "Error" in result.stderr


def test_a_file_with_too_many_values_is_refused_at_once(tmp_path):
    path = tmp_path / "many.yaml"
    path.write_text("format: 1\npartners: [" + "a," * 400_000 + "a]\n")
    said = advisor("advise", str(path)).stderr
    assert said.endswith("the file holds too many values; is it the right file?\n")


def test_of_very_many_faults_the_first_hundred_are_told(tmp_path):
    path = tmp_path / "many.yaml"
    path.write_text("format: 1\nanswers:\n" + "".join(f"  q{n}: x\n" for n in range(300)))
    lines = advisor("advise", str(path)).stderr.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "... and 200 more faults"


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a loop of links"])
def test_what_is_no_regular_file_is_neither_read_nor_replaced(kind, tmp_path):
    path = tmp_path / "odd"
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path)
    for words in (["advise", str(path)], ["advise", "scenario:health-visitors", "-o", str(path)]):
        result = advisor(*words)
        assert (result.returncode, result.stdout) == (2, "")
        assert "Traceback" not in result.stderr
    assert not path.is_file()


def test_output_that_cannot_be_written_is_one_line():
    command = f"{sys.executable} -m advisor.cli.main advise scenario:health-visitors > /dev/full"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    said = "advisor: the output cannot be written: no space left on device; write it elsewhere\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_a_closed_output_is_no_error():
    command = f"{sys.executable} -m advisor.cli.main advise scenario:health-visitors >&-"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


def test_names_of_every_script_are_shown_and_json_is_utf_8_everywhere(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text(
        "format: 1\npartnership: Lukáš \U0001f468‍\U0001f469 центр\nanswers: {}\n", encoding="utf-8"
    )
    shown = advisor_process("advise", str(path), "--format", "json", PYTHONIOENCODING="latin-1:replace")
    assert shown.returncode == 0
    command = [sys.executable, "-m", "advisor.cli.main", "advise", str(path), "--format", "json"]
    raw = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}
    ).stdout
    assert "Lukáš \U0001f468‍\U0001f469 центр" in raw.decode("utf-8")
