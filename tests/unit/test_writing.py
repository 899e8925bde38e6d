"""Files are written whole or not at all, with the right modes, and nobody's links or left-overs matter."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import resource
import signal
import stat
import struct
import subprocess
import sys

import pytest

from advisor.errors import AdvisorError
from advisor.files.exchange import exchanged
from advisor.files.place import place_of
from advisor.files.read import reason
from advisor.files.temporary import Temporary
from advisor.files.write import ChangedError, replacing, write_atomically

SOMEBODY = 12345  # an account that the system has no entry for


@pytest.fixture(params=[0o022, 0o077, 0o002])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_private_file_is_its_owners_and_any_other_has_the_usual_mode(tmp_path, umask):
    write_atomically(tmp_path / "case.yaml", "x", private=True)
    write_atomically(tmp_path / "page.html", "x")
    assert (mode(tmp_path / "case.yaml"), mode(tmp_path / "page.html")) == (0o600, 0o666 & ~umask)


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.usefixtures("umask")
def test_a_file_that_is_there_keeps_its_mode_and_its_group(tmp_path, private):
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, SOMEBODY, SOMEBODY)
    before = path.stat()
    write_atomically(path, "new", private=private)
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_what_a_killed_writer_has_left_is_tidied_up_and_of_a_living_one_not(tmp_path):
    target = tmp_path / "out.txt"
    script = (
        "import sys, pathlib\nfrom advisor.files.write import replacing\n"
        "with replacing(pathlib.Path(sys.argv[1])) as new:\n"
        "    new.write_text('half')\n    print('ready', flush=True)\n    sys.stdin.read()\n"
    )
    words = [sys.executable, "-c", script, str(target)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        write_atomically(target, "ours")
        assert len(list(tmp_path.iterdir())) == 2, "the living one's is still there"
        writer.send_signal(signal.SIGKILL)
    write_atomically(target, "ours too")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_left_over_that_cannot_be_deleted_stops_nobody(tmp_path):
    target = tmp_path / "out.txt"
    with replacing(target) as temporary:
        beginning = temporary.name.rpartition("-")[0]
    (tmp_path / f"{beginning}-folder").mkdir()
    os.mkfifo(tmp_path / f"{beginning}-pipe")
    (tmp_path / f"{beginning}-link").symlink_to(tmp_path / "elsewhere")
    write_atomically(target, "new")
    assert target.read_text(encoding="utf-8") == "new"
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_folder_that_cannot_be_synced_is_no_error_once_the_file_stands(tmp_path, monkeypatch, call):
    real = getattr(os, call)

    def refusing(what, *words):
        with contextlib.suppress(FileNotFoundError):
            if stat.S_ISDIR((os.fstat if isinstance(what, int) else os.stat)(what).st_mode):
                raise PermissionError(errno.EACCES, "Permission denied")
        return real(what, *words)

    monkeypatch.setattr(os, call, refusing)
    write_atomically(tmp_path / "a", "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "new"


def test_a_file_that_grows_too_large_gives_the_systems_reason_and_leaves_what_was_there(tmp_path):
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(AdvisorError, match="cannot be written: file too large; choose another"):
            write_atomically(path, "x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("a", "old")]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left on device"),
        (OSError("No space left on device (os error 28)"), "no space left on device"),
        (RuntimeError("parquet: underlying IO error: (os error 122)"), os.strerror(122).lower()),
        (OSError("connection closed"), "connection closed"),
        (ValueError("embedded null byte"), "the name cannot be used"),
    ],
)
def test_the_reason_is_the_systems_own(error, said):
    assert reason(error) == said


def test_a_text_that_no_file_can_keep_is_refused(tmp_path):
    with pytest.raises(AdvisorError, match="half a character"):
        write_atomically(tmp_path / "a", "x\ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [["odd", "odd"], ["one", "two", "one"]])
def test_a_loop_of_links_is_refused(tmp_path, links):
    for one, other in itertools.pairwise(links):
        (tmp_path / one).symlink_to(other)
    with pytest.raises(AdvisorError, match="it is a link, and such links lead in a circle"):
        write_atomically(tmp_path / links[0], "x")
    assert (tmp_path / links[0]).is_symlink()


def test_a_link_is_followed_step_by_step(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "back").symlink_to("../real")
    (tmp_path / "way").symlink_to(tmp_path / "in")
    write_atomically(tmp_path / "way" / "back", "x")
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x"
    assert (tmp_path / "in" / "back").is_symlink()
    assert place_of(tmp_path / "way" / ".." / "real") == tmp_path / "real"


@pytest.mark.parametrize("step", ["file", "folder"])
def test_a_link_that_somebody_planted_is_not_followed(tmp_path, monkeypatch, step):
    folder, elsewhere = tmp_path / "all", tmp_path / "elsewhere"
    folder.mkdir()
    folder.chmod(0o1777)
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("mine", encoding="utf-8")
    path = folder / "a.txt"
    (path if step == "file" else folder / "sub").symlink_to(
        elsewhere / "a.txt" if step == "file" else elsewhere
    )
    path = path if step == "file" else folder / "sub" / "a.txt"
    monkeypatch.setattr(os, "geteuid", lambda: SOMEBODY)
    monkeypatch.setattr("advisor.files.place._owner_of", lambda _: SOMEBODY + 1)
    with pytest.raises(AdvisorError, match="somebody else has put"):
        write_atomically(path, "x")
    assert (elsewhere / "a.txt").read_text(encoding="utf-8") == "mine"


def test_an_edit_in_the_meantime_is_left_as_it_is(tmp_path):
    path = tmp_path / "a"
    path.write_text("theirs", encoding="utf-8")
    for expected in (b"old", b"", None):
        with pytest.raises(ChangedError, match="was changed by another program in the meantime"):
            write_atomically(path, "ours", expected=expected)
    write_atomically(path, "ours", expected=b"theirs")
    assert path.read_text(encoding="utf-8") == "ours"
    with pytest.raises(ChangedError):
        write_atomically(tmp_path / "gone", "ours", expected=b"x")
    write_atomically(tmp_path / "new", "ours", expected=None)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "new"]


def theirs_by_writing(path):
    path.write_text("theirs", encoding="utf-8")


def theirs_by_renaming(path):
    other = path.with_name("b")
    other.write_text("theirs", encoding="utf-8")
    other.replace(path)


def theirs_by_a_link(path):
    path.with_name("b").write_text("theirs", encoding="utf-8")
    path.unlink()
    path.symlink_to("b")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges names at once")
@pytest.mark.parametrize("edit", [theirs_by_writing, theirs_by_renaming, theirs_by_a_link])
def test_an_edit_at_the_last_moment_comes_back(tmp_path, monkeypatch, edit):
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")
    waiting = [edit]

    def late(new, target):
        while waiting:
            waiting.pop()(target)
        return exchanged(new, target)

    monkeypatch.setattr("advisor.files.write.exchanged", late)
    with pytest.raises(ChangedError):
        write_atomically(path, "ours", expected=b"old")
    assert path.read_text(encoding="utf-8") == "theirs"
    assert [each.name for each in tmp_path.iterdir() if each.name not in ("a", "b")] == []
    write_atomically(path, "ours", expected=b"theirs")
    assert path.read_text(encoding="utf-8") == "ours"


def test_an_edit_that_comes_late_where_names_cannot_be_exchanged_comes_back_if_it_was_written(
    tmp_path, monkeypatch
):
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")

    def late(_, target):
        theirs_by_writing(target)
        return False

    monkeypatch.setattr("advisor.files.write.exchanged", late)
    with pytest.raises(ChangedError):
        write_atomically(path, "ours", expected=b"old")
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("a", "theirs")]


def test_names_that_cannot_be_exchanged_stay(tmp_path):
    (tmp_path / "a").write_text("x", encoding="utf-8")
    assert not exchanged(tmp_path / "a", tmp_path / "gone")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def access_list(mode, account):
    """An access list as Linux keeps it: `account` may read and write besides."""
    entries = [(1, mode >> 6), (2, 6, account), (4, mode >> 3 & 7), (16, 6), (32, mode & 7)]
    return struct.pack("<I", 2) + b"".join(
        struct.pack("<HHI", tag, rights, *(who or (0xFFFFFFFF,))) for tag, rights, *who in entries
    )


def list_of(path, which="access"):
    try:
        return os.getxattr(path, f"system.posix_acl_{which}")
    except OSError:
        return None


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "a"
    path.write_text("old", encoding="utf-8")
    try:
        os.setxattr(path, "system.posix_acl_access", access_list(0o640, SOMEBODY))
    except (AttributeError, OSError):
        pytest.skip("the file system keeps no access lists")
    return path


def test_the_rights_of_single_accounts_stay_when_a_file_is_replaced(listed):
    before = list_of(listed), listed.stat().st_mode
    write_atomically(listed, "new", private=True)
    assert (list_of(listed), listed.stat().st_mode) == before


def test_a_file_without_an_access_list_gets_none_of_its_folder(listed):
    listed.unlink()
    listed.write_text("old", encoding="utf-8")
    listed.chmod(0o640)
    os.setxattr(listed.parent, "system.posix_acl_default", access_list(0o750, SOMEBODY))
    write_atomically(listed, "new")
    assert (list_of(listed), mode(listed)) == (None, 0o640)


def test_a_new_private_file_is_its_owners_also_where_the_folder_gives_rights_away(listed):
    os.setxattr(listed.parent, "system.posix_acl_default", access_list(0o777, SOMEBODY))
    write_atomically(listed.parent / "case.yaml", "x", private=True)
    assert mode(listed.parent / "case.yaml") == 0o600


def test_nobody_can_foresee_the_name_of_a_file_that_waits(tmp_path):
    one, other = (Temporary.beside(tmp_path / "a", private=True) for _ in range(2))
    assert one.path != other.path
    for each in (one, other):
        each.discard()
