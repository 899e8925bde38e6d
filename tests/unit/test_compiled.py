"""The copy of a checked knowledge base that is kept at hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from advisor import Advisor
from advisor.inference import cache as cache_module
from advisor.inference.cache import knowledge_in
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.loader import load_folder

# Where it does not matter what is in it, a small one, which is read quickly.
SMALL = Path(__file__).resolve().parent.parent / "faulty_knowledge" / "sound"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "partnership-advisor"


def test_the_copy_gives_every_entry_as_the_files_do(cache):
    from_files = load_folder(shipped_folder())
    knowledge_in(shipped_folder())
    from_copy = knowledge_in(shipped_folder())
    assert len(list(cache.glob("knowledge-*"))) == 1
    assert [entry.as_dict() for _, entry in from_copy.all_entries()] == [
        entry.as_dict() for _, entry in from_files.all_entries()
    ]


@pytest.mark.usefixtures("cache")
def test_the_copy_gives_the_same_advice():
    shipped = shipped_folder()
    bases = load_folder(shipped), knowledge_in(shipped), knowledge_in(shipped), knowledge_in()
    assert len({*map(id, bases)}) == 4
    advisors = [Advisor(each) for each in bases]
    case = advisors[1].read_case("scenario:repeated-story")
    assert len({advisor.advise(case).as_json() for advisor in advisors}) == 1


def test_within_a_process_the_shipped_knowledge_is_one_until_its_files_change(tmp_path, monkeypatch):
    shutil.copytree(SMALL, tmp_path / "shipped")
    monkeypatch.setattr(cache_module, "shipped_folder", lambda: tmp_path / "shipped")
    first, again = Advisor().knowledge, Advisor(engine="columnar").knowledge
    assert first is again
    base = tmp_path / "shipped" / "base.yaml"
    base.write_text(base.read_text().replace("name: sound", "name: changed"))
    assert (first.name, Advisor().knowledge.name) == ("sound", "changed")


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 1000])
def test_a_damaged_copy_is_made_again(cache, damage):
    knowledge_in(SMALL)
    (copy,) = cache.glob("knowledge-*")
    whole = copy.read_bytes()
    copy.write_bytes(damage or whole[:-10])
    assert knowledge_in(SMALL).version == load_folder(SMALL).version
    assert copy.read_bytes() == whole


@pytest.mark.usefixtures("cache")
def test_a_file_that_changes_is_read_anew(tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(SMALL, folder)
    before = knowledge_in(folder)
    base = folder / "base.yaml"
    base.write_text(base.read_text().replace("name: sound", "name: own"))
    assert (before.name, knowledge_in(folder).name) == ("sound", "own")


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert knowledge_in(SMALL).name == "sound"
