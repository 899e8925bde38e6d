"""What else a copy of the knowledge hangs on: the code by which files are read."""

from __future__ import annotations

import shutil

from advisor.files import yaml_edit
from advisor.inference import cache


def test_a_change_in_how_files_are_read_gives_copies_another_name(tmp_path, monkeypatch):
    for name in ("inference", "knowledge", "files"):
        shutil.copytree(cache._HERE.parent / name, tmp_path / name)
    monkeypatch.setattr(cache, "_HERE", tmp_path / "inference")
    before = cache._code_digest.__wrapped__()
    with (tmp_path / "files" / "yaml_words.py").open("a", encoding="utf-8") as file:
        file.write("# other\n")
    assert cache._code_digest.__wrapped__() != before


def test_a_long_list_in_which_little_changes_is_compared_few_times(monkeypatch):
    compared = []

    def named(old, new):
        compared.append(1)
        return old["id"] == new["id"]

    monkeypatch.setattr(yaml_edit, "_of_one_name", named)
    before = [{"id": str(number), "note": ""} for number in range(500)]
    after = [*before[:-1], {"id": "499", "note": "x"}]
    assert yaml_edit._matched(before, after) == (after, [])
    assert len(compared) < 10
