"""In which order a file gets onto the disk: first what it holds, then its name; and which files were read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from advisor.files import own_copies
from advisor.files.append import append_shared
from advisor.files.exchange import exchanged
from advisor.files.inputs import note_read, noting_reads, was_read
from advisor.files.write import Expected, write_atomically

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX alone")


@pytest.fixture
def steps(monkeypatch):
    """What is asked of the system, in order."""
    done: list[str] = []

    def noted(name, function):
        def call(*words, **more):
            kind = name
            if name == "sync":
                kind = "sync folder" if stat.S_ISDIR(os.fstat(words[0]).st_mode) else "sync file"
            done.append(kind)
            return function(*words, **more)

        return call

    monkeypatch.setattr(os, "fsync", noted("sync", os.fsync))
    monkeypatch.setattr(os, "write", noted("write", os.write))
    monkeypatch.setattr(os, "link", noted("name", os.link))
    monkeypatch.setattr(Path, "replace", noted("name", Path.replace))
    monkeypatch.setattr("advisor.files.write.exchanged", noted("name", exchanged))
    return done


@pytest.mark.parametrize("expected", [Expected.ANYTHING, b"old", None])
def test_a_file_is_on_the_disk_before_it_has_its_name_and_the_name_is_after(tmp_path, steps, expected):
    path = tmp_path / "case.yaml"
    if expected is not None:
        path.write_bytes(b"old")
    write_atomically(path, "new", expected=expected)
    assert steps[0] == "sync file"
    assert set(steps[1:-1]) == {"name"}
    assert steps[-1] == "sync folder"


def test_what_is_added_is_on_the_disk_before_it_is_said_to_be(tmp_path, steps):
    append_shared(tmp_path / "results.csv", lambda _: b"a row\n")
    assert steps == ["write", "sync file"]


def test_a_copy_of_the_programs_own_goes_the_same_way(tmp_path, steps):
    path = tmp_path / "own" / "copy.json"
    assert own_copies.write_own(path, b"{}")
    assert steps == ["sync file", "name", "sync folder"]


@pytest.mark.parametrize("before", ["link", "open to others"])
def test_what_is_not_the_programs_own_is_replaced_and_lends_it_no_mode(tmp_path, before):
    folder, other = tmp_path / "own", tmp_path / "other.json"
    folder.mkdir(mode=0o700)
    other.write_bytes(b"theirs")
    path = folder / "copy.json"
    if before == "link":
        path.symlink_to(other)
    else:
        path.write_bytes(b"theirs")
        path.chmod(0o666)
    assert own_copies.write_own(path, b"{}")
    assert own_copies.read_own(path, 10) == b"{}"
    assert other.read_bytes() == b"theirs"


def test_a_file_that_was_read_is_known_by_its_place_though_another_was_put_there_since(tmp_path):
    path, other = tmp_path / "case.yaml", tmp_path / "other.yaml"
    path.write_text("one")
    other.write_text("two")
    with noting_reads():
        note_read(path)
        assert not was_read(other)
        other.replace(path)
        assert was_read(path)
