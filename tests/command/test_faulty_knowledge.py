"""Each folder of tests/faulty_knowledge gives the findings that stand in it, and nothing else.

They build on `sound`, in which there is nothing to complain of, and each has one kind of fault.
"""

from __future__ import annotations

import json
import re

import pytest

from advisor.verification import check_names
from tests.command.run import ROOT, advisor

FAULTY = ROOT / "tests" / "faulty_knowledge"
FOLDERS = sorted(path for path in FAULTY.iterdir() if path.is_dir())
BAD = sorted(path for path in (ROOT / "tests" / "bad_knowledge").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_knowledge_base_gets_the_findings_that_it_must(folder):
    result = advisor("knowledge", "check", str(folder.relative_to(ROOT)))
    expected = (folder / "expected").read_text(encoding="utf-8")
    assert (result.stdout, result.stderr) == (expected, "")
    assert result.returncode == ("error: " in expected)


@pytest.mark.parametrize("folder", BAD, ids=lambda path: path.name)
def test_what_cannot_be_loaded_is_an_error_of_the_check(folder):
    result = advisor("knowledge", "check", str(folder.relative_to(ROOT)))
    faults = (folder / "expected").read_text(encoding="utf-8").splitlines()
    said = [
        line.replace(": error: ", ": ").replace(" [cannot-be-loaded]", "")
        for line in result.stdout.splitlines()
    ]
    *said, _counts, pages = said
    assert (result.returncode, said) == (1, faults)
    assert pages == "What to avoid, what to prefer and why: advisor knowledge explain cannot-be-loaded"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_every_complaint_leads_to_a_page_that_is_there(folder):
    text = (folder / "expected").read_text(encoding="utf-8")
    _said, command, names = text.splitlines()[-1].partition("advisor knowledge explain ")
    complaining = sorted({*re.findall(r"\[([a-z-]+)\]$", text, re.M)})
    assert (names.split() if command else []) == complaining


@pytest.mark.parametrize("check", check_names())
def test_the_page_about_a_check_is_shown_without_links_that_lead_nowhere(check):
    result = advisor("knowledge", "explain", check)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"# `{check}`\n")
    assert "](" not in result.stdout


def test_a_check_that_is_not_there_is_told_with_the_nearest():
    result = advisor("knowledge", "explain", "never-red")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "there is no check 'never-red'; did you mean 'never-read'?\n"


@pytest.mark.parametrize("check", check_names())
def test_every_check_is_proved_on_a_folder(check):
    assert any(f"[{check}]" in (folder / "expected").read_text(encoding="utf-8") for folder in FOLDERS)


def test_with_strict_a_warning_ends_in_1():
    assert advisor("knowledge", "check", "tests/faulty_knowledge/dead-ends").returncode == 0
    assert advisor("knowledge", "check", "tests/faulty_knowledge/dead-ends", "--strict").returncode == 1


def test_as_json_every_finding_has_its_place_its_severity_and_what_to_try():
    result = advisor("knowledge", "check", "tests/faulty_knowledge/dead-ends", "--format", "json")
    data = json.loads(result.stdout)
    assert (data["errors"], data["warnings"], data["accepted"]) == (0, 1, 0)
    (remark,) = data["remarks"]
    assert set(remark) == {"check", "page", "severity", "of", "file", "line", "column", "what", "remedy"}


def test_a_folder_that_is_no_knowledge_base_ends_in_2(tmp_path):
    result = advisor("knowledge", "check", str(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no knowledge base here" in result.stderr


def test_a_scenario_with_faults_is_an_error_of_the_check(tmp_path):
    advisor("knowledge", "new", str(tmp_path / "mine"))
    (tmp_path / "mine" / "scenarios").mkdir()
    (tmp_path / "mine" / "scenarios" / "bad.yaml").write_text("format: 1\nid: bad\n", encoding="utf-8")
    result = advisor("knowledge", "check", str(tmp_path / "mine"))
    assert (result.returncode, result.stderr) == (1, "")
    assert "bad.yaml:1:1: error: the key 'narrative' is missing; add it [cannot-be-loaded]" in result.stdout
