"""Copies of own knowledge: only the user's own are used, and one that is wrong is as good as none."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.errors import AdvisorError
from advisor.files.own_folder import keep_newest
from advisor.inference import cache as cache_module
from advisor.inference.cache import knowledge_in
from advisor.inference.frozen import frozen
from advisor.knowledge.loader import load_folder
from tests.support.amount import examples

SMALL = Path(__file__).resolve().parent.parent / "faulty_knowledge" / "sound"
CODE = "from advisor import Advisor; a = Advisor(); print(len(a.knowledge.rules))"

needs_owners = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners of files")


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The copy of a small knowledge base, as the program keeps it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    knowledge_in(SMALL)
    (path,) = (tmp_path / "cache" / "partnership-advisor").iterdir()
    return path


def rewritten(path, change):
    """Change what a copy says, and make its checksum right again."""
    data = json.loads(path.read_bytes().partition(b"\n")[2])
    change(data)
    _write(path, data)


def _write(path, data):
    payload = json.dumps(data).encode()
    path.write_bytes(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)


def _planted(data):
    data["name"] = "planted"


def test_a_copy_of_the_users_own_is_used(copy):
    rewritten(copy, _planted)
    assert knowledge_in(SMALL).name == "planted"


@needs_owners
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o755, 0o710, 0o701])
def test_a_copy_in_a_folder_open_to_others_is_not_used_and_the_folder_is_closed(copy, mode):
    rewritten(copy, _planted)
    copy.parent.chmod(mode)
    assert knowledge_in(SMALL).name == "sound"
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert knowledge_in(SMALL).name == "sound"
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


@needs_owners
@pytest.mark.parametrize("mode", [0o666, 0o660, 0o644, 0o604])
def test_a_copy_that_others_may_read_or_write_is_not_used(copy, mode):
    rewritten(copy, _planted)
    copy.chmod(mode)
    assert knowledge_in(SMALL).name == "sound"
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("foreign", ["file", "folder"])
def test_what_belongs_to_somebody_else_is_not_used(copy, foreign):
    rewritten(copy, _planted)
    os.chown(copy if foreign == "file" else copy.parent, 12345, 12345)
    assert knowledge_in(SMALL).name == "sound"
    if foreign == "folder":
        assert "planted" in copy.read_text()  # nor is it written to


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
    assert len(list(copy.parent.iterdir())) == 21


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
    assert list(tmp_path.iterdir()) == []


def _at(data, path):
    for step in path:
        data = data[step]
    return data


def _places(data, path=()):
    """Yield the way to each value inside `data`, the texts of entries too; which entries there are stays."""
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in members:
        yield (*path, key)
        yield from _places(value, (*path, key))


WHOLE = json.loads(frozen(load_folder(SMALL)).partition(b"\n")[2])
VALUES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**6)
    | st.floats()
    | st.sampled_from(["", "x", "half", '["Rule", {}]', '["Nothing", 3]', "{}", "[[[[", '{"list": 3}', '"a"'])
    | st.just([])
    | st.just({})
    | st.just([[]])
)
CASE = Case(answers={})


@settings(max_examples=examples(200))
@given(drawn=st.data())
def test_a_copy_with_whatever_in_it_gives_the_same_advice_or_a_clear_error(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    data = json.loads(json.dumps(WHOLE))
    for _ in range(drawn.draw(st.integers(1, 3))):
        way = drawn.draw(st.sampled_from([*_places(data)]))
        inside = _at(data, way[:-1])
        if drawn.draw(st.booleans()):
            inside[way[-1]] = drawn.draw(VALUES)
        elif way[0] != "entries":
            del inside[way[-1]]
    _advise_from(data, folder)


def _advise_from(data, folder):
    """Have all be advised and looked at that a copy says."""
    os.environ["XDG_CACHE_HOME"], before = str(folder), os.environ["XDG_CACHE_HOME"]
    try:
        knowledge_in(SMALL)
        (path,) = (folder / "partnership-advisor").iterdir()
        _write(path, data)
        with contextlib.suppress(AdvisorError):
            advisor = Advisor(SMALL)
            for _ in advisor.knowledge.all_entries():
                pass
            answers = {
                each.id: each.options[0].id for each in advisor.knowledge.questions.values() if each.options
            }
            advisor.advise(Case(answers={**answers}))
            advisor.advise(CASE)
    finally:
        os.environ["XDG_CACHE_HOME"] = before


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


@pytest.mark.skipif(not shutil.which("setpriv") or os.geteuid() != 0, reason="only root can be somebody else")
def test_a_user_whom_the_system_does_not_know_is_advised():
    words = ["setpriv", "--reuid=12345", "--clear-groups", sys.executable, "-c", "import os; os.getuid()"]
    if subprocess.run(words, env={}, capture_output=True, check=False).returncode:
        pytest.skip("that user may not run this Python")
    words[-1] = CODE
    done = subprocess.run(words, cwd="/", env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
