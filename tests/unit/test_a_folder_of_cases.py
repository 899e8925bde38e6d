"""A folder of cases: each is read or told why not, and those of one partnership are found together."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from advisor.cases import gathered, may_be_one, partnerships
from advisor.errors import AdvisorError
from advisor.inference import knowledge_in

KNOWLEDGE = knowledge_in()


def lay(folder: Path, name: str, partnership: str = "", date: str = "", more: str = "") -> None:
    lines = [
        "format: 1",
        f"partnership: {partnership}" if partnership else "",
        f"date: {date}" if date else "",
    ]
    text = "\n".join([*filter(None, lines), more]) + "\n"
    (folder / name).write_text(text, encoding="utf-8")


def test_a_broken_file_stops_none_of_the_others_and_is_told(tmp_path):
    lay(tmp_path, "a.yaml", "Health visitors")
    lay(tmp_path, "b.yaml", "School", more="answers: {contact: often}")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\x00 no text")
    (tmp_path / "d.yaml").mkdir()
    lay(tmp_path, "e.yml", "Library")
    found = gathered(tmp_path, KNOWLEDGE)
    assert [file.name for file in found.files] == ["a.yaml", "e.yml"]
    assert [file.name for file in found.unread] == ["b.yaml", "c.yaml", "d.yaml"]
    assert all(line.startswith(file.name) for file in found.unread for line in file.said)
    assert "b.yaml:3:20: 'contact' has no option 'often'" in found.unread[0].said[0]


def test_what_is_laid_out_as_something_else_is_passed_over(tmp_path):
    lay(tmp_path, "a.yaml", "Health visitors")
    (tmp_path / "story.yaml").write_text("format: 1\nid: story\ncase: {}\n", encoding="utf-8")
    (tmp_path / "base.yaml").write_text("name: ours\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("format: 1\npartnership: x\n", encoding="utf-8")
    found = gathered(tmp_path, KNOWLEDGE)
    assert [file.name for file in found.files] == ["a.yaml"]
    assert found.unread == ()


@pytest.mark.parametrize("kind", ["missing", "file", "empty"])
def test_a_folder_without_cases_is_told_with_what_to_try(tmp_path, kind):
    folder = tmp_path / "there"
    if kind == "file":
        folder.write_text("", encoding="utf-8")
    if kind == "empty":
        folder.mkdir()
    with pytest.raises(AdvisorError, match=r"there: .*; name "):
        gathered(folder, KNOWLEDGE)


def test_files_of_one_partnership_stand_together_in_the_order_of_their_dates(tmp_path):
    lay(tmp_path, "1.yaml", "Health Visitors", "2026-09-01")
    lay(tmp_path, "2.yaml", "health  visitors", "2026-03-01")
    lay(tmp_path, "3.yaml", "HEALTH VISITORS")
    lay(tmp_path, "4.yaml", "Library")
    lay(tmp_path, "5.yaml")
    lay(tmp_path, "6.yaml")
    found = partnerships(gathered(tmp_path, KNOWLEDGE).files)
    assert [(each.name, [file.name for file in each.files]) for each in found] == [
        ("5.yaml", ["5.yaml"]),
        ("6.yaml", ["6.yaml"]),
        ("Health Visitors", ["3.yaml", "2.yaml", "1.yaml"]),
        ("Library", ["4.yaml"]),
    ]
    assert found[2].latest.case.date == datetime.date(2026, 9, 1)


def test_names_that_are_nearly_the_same_are_pointed_out(tmp_path):
    lay(tmp_path, "1.yaml", "The health visitors")
    lay(tmp_path, "2.yaml", "The health visitor's")
    lay(tmp_path, "3.yaml", "Team 1")
    lay(tmp_path, "4.yaml", "Team 2")
    found = partnerships(gathered(tmp_path, KNOWLEDGE).files)
    assert may_be_one(found) == (("The health visitor's", "The health visitors"),)
