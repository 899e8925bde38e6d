"""What Windows and macOS do otherwise, as far as Linux can play it; docs/systems.md says what is left out."""

from __future__ import annotations

import contextlib
import errno
import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path, PureWindowsPath
from unittest import mock

import pytest
from advisor.cli.main import run

from advisor.errors import AdvisorError
from advisor.files.lock import locked
from advisor.files.write import replacing, write_atomically
from advisor.knowledge.folder import name_in
from tests.command.run import ROOT, advisor
from tests.command.test_each_command import PATHS, TYPED, files, results
from tests.support.like_windows import is_refused_name, like_windows, open_files

__all__ = ["files", "results"]  # the fixtures of those paths
CASE = "format: 1\npartnership: Škola 子ども\nanswers: {contact: none, trust: careful}\n"
SHIPPED = [
    Path(name)
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    if name
]


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", PATHS)
def test_each_command_does_its_work_where_only_windows_calls_are_there(command, files):
    options, said = PATHS[command]
    words = [*command.split(), *(option.format(**files) for option in options)]
    before = files["case"].read_bytes()
    expected = advisor(*words, typed=TYPED.get(command, ""), folder=ROOT)
    files["case"].write_bytes(before)
    for made in files["new"].parent.glob("new*"):
        subprocess.run(["rm", "-r", str(made)], check=True)
    with like_windows():
        result = advisor(*words, typed=TYPED.get(command, ""), folder=ROOT)
    assert (result.returncode, result.stderr) == (expected.returncode, expected.stderr)
    assert said in result.stdout
    assert result.stdout == expected.stdout


def test_an_interview_is_kept_gone_on_with_and_changed_where_only_windows_calls_are_there(tmp_path):
    path = tmp_path / "new.yaml"
    with like_windows():
        advisor("interview", str(path), typed="Us\n1\ns\n")
        result = advisor("interview", str(path), typed="b\n2\ns\n")
    assert result.returncode == 0
    assert "1 answer is there" in result.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["new.yaml"]


def test_results_are_added_to_where_only_windows_calls_are_there(tmp_path):
    path = tmp_path / "results.csv"
    with like_windows():
        for learner in ("Ann", "Bo"):
            done = advisor(
                "scenario", "quiz", "hot-quarrel", "-o", str(path), typed=f"{learner}\n\n2\n7\n\n\n\n"
            )
            assert done.returncode == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_a_file_that_another_program_has_open_is_left_as_it_is_and_told(tmp_path):
    path = tmp_path / "advice.txt"
    path.write_text("before", encoding="utf-8")
    with like_windows(), path.open(encoding="utf-8"):
        assert str(path) in open_files()
        with pytest.raises(AdvisorError, match="cannot be written: access is denied; choose another file"):
            write_atomically(path, "after")
    assert path.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["advice.txt"]


def test_a_write_that_fails_leaves_nothing_where_what_is_open_cannot_be_deleted(tmp_path):
    with like_windows(), pytest.raises(ZeroDivisionError), replacing(tmp_path / "advice.txt"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["my:case.txt", "aux", "nul.txt", "case.", 'a"b', "what?"])
def test_a_name_that_windows_refuses_is_refused_in_one_line(name, tmp_path):
    with like_windows():
        result = advisor("advise", "scenario:private-nursery", "-o", name, folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert re.fullmatch(
        r".*: cannot be written: the filename.* is incorrect; choose another file\n", result.stderr
    )
    assert list(tmp_path.iterdir()) == []


class Gone(io.BytesIO):
    """A pipe whose reader has gone, as Windows tells it."""

    def write(self, _):
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.mark.parametrize(("system", "code"), [(like_windows, 0), (contextlib.nullcontext, 2)])
def test_a_reader_that_goes_away_is_no_failure_where_it_is_called_an_invalid_argument(system, code):
    out, err = io.TextIOWrapper(Gone(), "utf-8"), io.StringIO()
    with system(), mock.patch.multiple(sys, stdout=out, stderr=err):
        assert run(("knowledge", "list", "intervention")) == code
    assert (err.getvalue() == "") == (code == 0)


def test_the_commands_run_where_there_is_no_fork_and_there_are_no_locks_of_posix(tmp_path):
    code = (
        "import os, sys\n"
        "for name in ('fcntl', 'pwd', 'grp', 'termios', 'resource'): sys.modules[name] = None\n"
        f"for name in {('fork', 'forkpty', 'killpg', 'fchmod')}:\n"
        "    delattr(os, name)\n"
        "from advisor.cli.main import run\n"
        "print(run(['interview', 'new.yaml']), run(['advise', 'new.yaml', '-o', 'advice.txt']))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        input="Us\n1\ns\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.endswith("0 0\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["advice.txt", "new.yaml"]


@pytest.mark.parametrize(
    "other", ["My-CASE-Sch\u00f6n.yaml", unicodedata.normalize("NFD", "my-case-sch\u00f6n.yaml")]
)
def test_another_case_of_a_name_and_another_spelling_of_its_accents_have_the_same_lock(other, tmp_path):
    lock = locked(tmp_path / "my-case-sch\u00f6n.yaml")
    assert lock is not None
    try:
        with pytest.raises(AdvisorError, match="is open in another window"):
            locked(tmp_path / other)
    finally:
        lock.release()


def test_a_file_reached_through_a_link_as_those_of_macos_has_the_same_lock(tmp_path):
    (tmp_path / "private").mkdir()
    (tmp_path / "tmp").symlink_to("private")
    lock = locked(tmp_path / "private" / "case.yaml")
    assert lock is not None
    try:
        with pytest.raises(AdvisorError, match="is open in another window"):
            locked(tmp_path / "tmp" / "case.yaml")
    finally:
        lock.release()


def test_other_files_have_other_locks(tmp_path):
    locks = [locked(tmp_path / name) for name in ("one.yaml", "two.yaml")]
    assert None not in locks
    for lock in filter(None, locks):
        lock.release()


def test_a_file_of_a_knowledge_base_has_the_same_name_on_every_system():
    folder = PureWindowsPath(r"C:\Users\ann\my-knowledge")
    assert name_in(folder, folder / "rules" / "trust.yaml") == "rules/trust.yaml"
    assert name_in(folder, folder / "scenarios" / "first.yaml").partition("/")[0] == "scenarios"
    share = PureWindowsPath(r"\\server\share\knowledge")
    assert name_in(share, share / "base.yaml") == "base.yaml"


@pytest.mark.parametrize(
    "name", [r"C:\cases\my-case.yaml", r"\\server\share\c.yaml", "~/c.yaml", r"C:c.yaml#1"]
)
def test_a_path_of_windows_is_taken_for_a_file(name, tmp_path):
    result = advisor("advise", name, folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"{name}: there is no such file; check the name and the folder\n"


def test_no_file_of_the_project_has_a_name_that_windows_refuses_or_takes_for_another():
    assert [name for name in SHIPPED if any(map(is_refused_name, name.parts))] == []
    assert len({str(name).casefold() for name in SHIPPED}) == len(SHIPPED)
    assert max(len(str(name)) for name in SHIPPED) < 120  # of 260, with the folder before it


def test_a_case_and_a_knowledge_base_are_read_alike_with_the_line_ends_of_windows(tmp_path, case):
    crlf = tmp_path / "crlf.yaml"
    crlf.write_bytes(b"\xef\xbb\xbf" + case.read_bytes().replace(b"\n", b"\r\n"))
    ours, theirs = (
        advisor("advise", each.name, "--format", "json", folder=tmp_path) for each in (case, crlf)
    )
    assert (theirs.returncode, theirs.stderr) == (0, "")
    assert theirs.stdout == ours.stdout
