"""Copies of own knowledge: only the user's own are used, and one that is wrong is as good as none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.files.own_copies import keep_newest
from advisor.files.sealed import KEY, sealed
from advisor.inference import cache as cache_module
from advisor.inference.cache import add_copy, knowledge_in
from advisor.inference.frozen import frozen, thawed
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.loader import load_folder

SMALL = Path(__file__).resolve().parent.parent / "faulty_knowledge" / "sound"
CODE = "from advisor import Advisor; a = Advisor(); print(len(a.knowledge.rules))"

needs_owners = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners of files")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The copy of a small knowledge base, as the program keeps it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    knowledge_in(SMALL)
    return copy_in(tmp_path / "cache")


def copy_in(cache):
    (path,) = (cache / "partnership-advisor").glob("knowledge-*")
    return path


def said_in(whole):
    return json.loads(zlib.decompress(whole.partition(b"\n")[2]))


def rewritten(path, change):
    """Change what a copy says, under a right seal."""
    data = said_in(path.read_bytes())
    change(data)
    write_copy(path, data)


def write_copy(path, data):
    packed = zlib.compress(json.dumps(data).encode())
    path.write_bytes(sealed(packed, path.with_name(KEY).read_bytes()))


def _planted(data):
    data["name"] = "planted"


def test_a_copy_of_the_users_own_is_used(copy):
    rewritten(copy, _planted)
    assert knowledge_in(SMALL).name == "planted"


@pytest.mark.parametrize("key", [b"", bytes(32)])
@pytest.mark.parametrize("kind", ["question", "finding", "factor", "intervention", "rule"])
def test_a_copy_that_was_put_together_by_hand_is_not_used_and_made_anew(copy, kind, key):
    whole = copy.read_bytes()
    data = said_in(whole)
    for gone in list(data["entries"][kind]):
        del data["entries"][kind][gone]
    copy.write_bytes(sealed(zlib.compress(json.dumps(data).encode()), key))
    assert knowledge_in(SMALL).ids_of(kind) == load_folder(SMALL).ids_of(kind)
    assert copy.read_bytes() == whole


@pytest.mark.parametrize("key", [b"", b"x", bytes(33), None, bytes(32)])
def test_without_the_key_that_seals_copies_they_are_made_anew(copy, key):
    rewritten(copy, _planted)
    seal = copy.with_name(KEY)
    seal.unlink() if key is None else seal.write_bytes(key)
    assert knowledge_in(SMALL).name == "sound"
    assert (len(seal.read_bytes()), seal.stat().st_mode & 0o777) == (32, 0o600)
    rewritten(copy, _planted)
    assert knowledge_in(SMALL).name == "planted", "from then on copies are used again"


def test_where_no_key_can_be_kept_no_copy_is(copy):
    copy.unlink()
    copy.with_name(KEY).unlink()
    copy.with_name(KEY).mkdir()
    assert knowledge_in(SMALL).name == "sound"
    assert [path.name for path in copy.parent.iterdir()] == [KEY]


@needs_owners
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755, 0o710, 0o701])
def test_a_copy_in_a_folder_open_to_others_is_not_used_and_the_folder_is_closed(copy, mode):
    rewritten(copy, _planted)
    copy.parent.chmod(mode)
    assert knowledge_in(SMALL).name == "sound"
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert knowledge_in(SMALL).name == "sound"
    assert sorted(path.name for path in copy.parent.iterdir()) == [copy.name, KEY]


@needs_owners
@pytest.mark.parametrize("mode", [0o666, 0o660, 0o644, 0o604])
def test_a_copy_that_others_may_read_or_write_is_not_used(copy, mode):
    rewritten(copy, _planted)
    copy.chmod(mode)
    assert knowledge_in(SMALL).name == "sound"
    assert copy.stat().st_mode & 0o777 == 0o600


@needs_owners
def test_what_belongs_to_somebody_else_is_not_used_nor_written_to(copy, monkeypatch):
    rewritten(copy, _planted)
    before = copy.read_bytes()
    somebody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody)
    assert knowledge_in(SMALL).name == "sound"
    assert copy.read_bytes() == before


@needs_owners
def test_a_link_in_place_of_a_copy_is_not_followed(copy, tmp_path):
    rewritten(copy, _planted)
    elsewhere = tmp_path / "elsewhere"
    copy.rename(elsewhere)
    before = elsewhere.read_bytes()
    copy.symlink_to(elsewhere)
    assert knowledge_in(SMALL).name == "sound"
    assert elsewhere.read_bytes() == before
    assert copy.is_file()
    assert not copy.is_symlink()


@needs_owners
def test_a_link_in_place_of_the_folder_is_not_followed(copy, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    copy.parent.rename(elsewhere)
    rewritten(elsewhere / copy.name, _planted)
    copy.parent.symlink_to(elsewhere)
    before = {path.name: path.read_bytes() for path in elsewhere.iterdir()}
    assert knowledge_in(SMALL).name == "sound"
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == before


@needs_owners
@pytest.mark.parametrize("odd", ["fifo", "folder"])
def test_what_is_no_file_in_place_of_a_copy_is_done_without(copy, odd):
    copy.unlink()
    os.mkfifo(copy) if odd == "fifo" else copy.mkdir()
    assert knowledge_in(SMALL).name == "sound"


def test_what_is_kept_is_for_the_owner_alone(copy):
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_many_knowledge_bases_in_turn_do_not_evict_each_other(copy, tmp_path):
    for number in range(20):
        folder = tmp_path / f"own-{number}"
        shutil.copytree(SMALL, folder)
        base = folder / "base.yaml"
        base.write_text(base.read_text().replace("name: sound", f"name: own-{number}"))
        knowledge_in(folder)
    assert len(list(copy.parent.glob("knowledge-*"))) == 21


def test_the_users_folder_has_room_for_the_copies_of_a_hundred_tenants_of_the_shipped_knowledge(copy):
    packed = frozen(load_folder(shipped_folder()), copy.with_name(KEY).read_bytes())
    assert len(packed) * 100 < cache_module.ALL_COPIES


def test_the_oldest_copies_go_when_there_is_no_more_room(tmp_path):
    for number in range(5):
        path = tmp_path / f"knowledge-{number}"
        path.write_bytes(b"x" * 10)
        os.utime(path, (number, number))
    keep_newest(tmp_path, "knowledge-*", 25)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["knowledge-3", "knowledge-4"]
    keep_newest(tmp_path, "knowledge-*", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["knowledge-4"]


def test_a_copy_that_is_too_large_to_be_read_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache_module, "LARGEST_COPY", 100)
    assert knowledge_in(SMALL).name == "sound"
    assert list(tmp_path.rglob("knowledge-*")) == []


@pytest.mark.parametrize(
    "home", [{"HOME": "relative"}, {"XDG_CACHE_HOME": "here", "HOME": "/nowhere/at/all"}]
)
def test_without_a_folder_of_ones_own_it_does_without_and_writes_nowhere(home, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CODE], cwd=tmp_path, env=home, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 100
    assert list(tmp_path.iterdir()) == []


@needs_owners
def test_a_user_whom_the_system_does_not_know_is_advised(tmp_path):
    unknown = (
        "import pwd; pwd.getpwuid = {}.__getitem__  # it raises KeyError, as for a uid without an entry\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", unknown + CODE],
        cwd=tmp_path,
        env={},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_what_is_built_gets_one_copy_of_the_knowledge_in_it(tmp_path):
    shutil.copytree(SMALL, tmp_path / "shipped")
    add_copy(tmp_path)
    (first,) = (tmp_path / "shipped").glob("*.json")
    before = first.read_bytes()
    base = tmp_path / "shipped" / "base.yaml"
    base.write_text(base.read_text().replace("name: sound", "name: other"))
    add_copy(tmp_path)
    (second,) = (tmp_path / "shipped").glob("*.json")
    assert (first.name == second.name, before == second.read_bytes()) == (False, False)
    assert b'"name":"other"' in second.read_bytes()


def test_knowledge_in_an_archive_is_refused_with_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "packed.zip").write_bytes(b"PK")
    monkeypatch.setattr(
        cache_module, "shipped_folder", lambda: tmp_path / "packed.zip" / "advisor" / "shipped"
    )
    with pytest.raises(AdvisorError, match="from an archive; install the package, or unpack it"):
        knowledge_in()


def test_without_experta_the_other_engine_is_named():
    code = (
        "import sys; sys.modules['experta'] = None\n"
        "from advisor import Advisor, Case\n"
        "print(len(Advisor(engine='columnar').advise(Case(answers={'contact': 'none'})).plan) > 0)\n"
        "try: Advisor().advise(Case(answers={}))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == (
        "True\nAdvisorError the engine experta cannot be used, as experta is not installed; "
        "install it, or ask for engine='columnar', or engine='auto'\n"
    )


def test_every_entry_that_is_shipped_is_turned_back_from_its_copy_and_never_read_anew():
    def anew():
        raise AssertionError("the folder was read anew")

    knowledge = load_folder(shipped_folder())
    copy = thawed(frozen(knowledge), anew)
    assert copy is not None
    for kind in (*knowledge.kinds.names, "work"):
        assert copy.of_kind(kind) == knowledge.of_kind(kind)
