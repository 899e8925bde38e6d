"""`advisor scenario handout --for all`: a folder with a file for each reader, for all who share it."""

from __future__ import annotations

import os
import stat

import pytest

from tests.command.run import ROOT, advisor

READERS = ("participants", "choices", "cards", "other-side", "discuss", "answers", "trainer")


def test_all_is_a_file_for_each_under_names_that_give_nothing_away(tmp_path):
    folder = tmp_path / "case"
    result = advisor("scenario", "handout", "hot-quarrel", "--for", "all", "-o", str(folder))
    assert result.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"case-55-{each}.html" for each in READERS
    )


def test_all_needs_a_folder_and_a_file_in_its_place_is_left_alone(tmp_path):
    result = advisor("scenario", "handout", "hot-quarrel", "--for", "all")
    assert (result.returncode, "name a folder for them" in result.stderr) == (2, True)
    file = tmp_path / "story"
    file.write_text("mine", encoding="utf-8")
    result = advisor("scenario", "handout", "hot-quarrel", "--for", "all", "-o", str(file))
    assert (result.returncode, file.read_text(encoding="utf-8")) == (2, "mine")
    assert "no folder can be made here" in result.stderr


def test_nothing_is_written_where_a_file_of_somebody_else_would_be_lost(tmp_path):
    theirs = tmp_path / "case-55-trainer.html"
    theirs.write_text("my own notes", encoding="utf-8")
    result = advisor("scenario", "handout", "55", "--for", "all", "-o", str(tmp_path))
    assert (result.returncode, theirs.read_text(encoding="utf-8")) == (2, "my own notes")
    assert [path.name for path in tmp_path.iterdir()] == ["case-55-trainer.html"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such rights")
@pytest.mark.parametrize(
    ("folder_mode", "story_mode", "expected"),
    [(0o755, 0o644, 0o600), (0o775, 0o644, 0o640), (0o1777, 0o644, 0o644), (0o775, 0o600, 0o600)],
)
def test_who_shares_the_folder_may_read_a_hand_out_of_a_story_that_is_no_secret(
    tmp_path, folder_mode, story_mode, expected
):
    story = tmp_path / "story.yaml"
    story.write_bytes((ROOT / "knowledge/scenarios/hot-quarrel.yaml").read_bytes())
    story.chmod(story_mode)
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(folder_mode)
    before = os.umask(0o077)
    try:
        advisor("scenario", "handout", str(story), "-o", str(folder / "page.html"))
        advisor("scenario", "handout", str(story), "--for", "all", "-o", str(folder / "all"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "page.html").stat().st_mode) == expected
    inner = stat.S_IMODE((folder / "all").stat().st_mode)
    assert bool(inner & 0o055) is bool(expected & 0o044)
