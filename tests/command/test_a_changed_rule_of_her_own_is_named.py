"""A trainer who changed rules in a knowledge base that builds on the shipped one is told by which."""

from __future__ import annotations

from tests.command.run import advisor

BASE = """format: 1
name: mine
version: 0.1.0
extends: shipped
"""


def overlay(folder, more=""):
    folder.mkdir()
    (folder / "base.yaml").write_text(BASE + more, encoding="utf-8")
    return str(folder)


def test_the_same_questions_are_not_called_other_ones_for_the_name_of_the_knowledge(tmp_path):
    mine = overlay(tmp_path / "mine")
    done = advisor("compare", "scenario:private-nursery", "--knowledge", "shipped", "--knowledge", mine)
    assert done.returncode == 0, done.stderr
    assert "other questions" not in done.stdout


def test_a_folder_without_cases_is_said(tmp_path):
    mine = overlay(tmp_path / "mine")
    (tmp_path / "empty").mkdir()
    done = advisor("compare", str(tmp_path / "empty"), "--knowledge", "shipped", "--knowledge", mine)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no case lies in this folder; name a folder" in done.stderr


def test_of_files_that_cannot_be_read_each_fault_has_its_own_line(tmp_path):
    mine = overlay(tmp_path / "mine")
    cases = tmp_path / "cases"
    cases.mkdir()
    for name in "ab":
        (cases / f"{name}.yaml").write_text("format: 1\nrespondent: [\n", encoding="utf-8")
    for words in (("compare", "cases", "--knowledge", "shipped", "--knowledge", mine), ("progress", "cases")):
        done = advisor(*words, folder=tmp_path)
        assert done.returncode == 2
        assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["a.yaml", "b.yaml"]


def test_how_many_were_asked_is_no_matter_between_two_knowledge_bases():
    two = ("--knowledge", "shipped", "--knowledge", "knowledge")
    done = advisor("compare", "scenario:private-nursery", *two, "--asked", "4")
    assert done.returncode == 2
    assert "--asked is for the voices of one partnership" in done.stderr
