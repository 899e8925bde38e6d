"""Results of exercises that several add to: from any account and state folder, and nobody's row is lost."""

from __future__ import annotations

import csv
import os
import resource
import stat
import subprocess
import sys

import pytest

from advisor.errors import AdvisorError, TableError
from advisor.exercise.results import COLUMNS, add_result, read_results
from advisor.files.append import append_shared, refuse_unaddable
from advisor.files.csv_safety import harmless_text
from advisor.files.lock import held
from tests.command.run import ROOT, advisor

ROW = dict.fromkeys(COLUMNS, "x")
ADDING = """
import os, sys
from pathlib import Path
from advisor.exercise.results import COLUMNS, add_result
for number in range(8):
    add_result(Path(sys.argv[1]), {**dict.fromkeys(COLUMNS, "x"), "learner": f"{sys.argv[2]}-{number}"})
"""


def rows(path):
    return [row["learner"] for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_six_who_share_no_other_folder_lose_no_row(tmp_path):
    path = tmp_path / "results.csv"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path), str(who)],
            cwd=ROOT,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path / f"state-{who}")},
        )
        for who in range(6)
    ]
    assert [each.wait(timeout=300) for each in running] == [0] * 6
    assert sorted(rows(path)) == sorted(f"{who}-{number}" for who in range(6) for number in range(8))
    assert [each.name for each in tmp_path.iterdir()] == ["results.csv"]


@pytest.mark.parametrize(
    ("folder_mode", "umask", "expected"),
    [(0o755, 0o022, 0o644), (0o755, 0o077, 0o600), (0o775, 0o077, 0o660), (0o1777, 0o077, 0o666)],
)
def test_whoever_may_make_files_in_a_folder_may_add_to_results_there(tmp_path, folder_mode, umask, expected):
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(folder_mode)
    before = os.umask(umask)
    try:
        add_result(folder / "results.csv", ROW)
        add_result(folder / "results.csv", ROW)
    finally:
        os.umask(before)
    assert mode(folder / "results.csv") == expected
    assert (folder / "results.csv").stat().st_gid == folder.stat().st_gid


def as_account(number, act):
    """Do something in a process of another account that shares the group 7777; return whether it did."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setgroups([7777])
            os.setgid(number)
            os.setuid(number)
            os.umask(0o077)
            act()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only an administrator can be several people")
@pytest.mark.parametrize("folder_mode", [0o770, 0o2770, 0o1777])
def test_two_accounts_add_to_one_file(tmp_path, folder_mode):
    folder = tmp_path / "shared"
    folder.mkdir()
    os.chown(folder, 0, 7777)
    folder.chmod(folder_mode)
    here = os.open(folder, os.O_RDONLY)
    try:
        for number in (20001, 20002, 20001):
            os.chdir(here)
            assert as_account(number, lambda: add_result(type(tmp_path)("results.csv"), ROW))
    finally:
        os.chdir(ROOT)
        os.close(here)
    assert len(read_results(folder / "results.csv").rows) == 3


def test_a_file_that_may_be_written_in_a_folder_that_may_not_is_added_to(tmp_path):
    path = tmp_path / "results.csv"
    path.touch()  # begun by a trainer, and empty
    before = path.stat().st_ino
    add_result(path, ROW)
    add_result(path, ROW)
    assert (len(read_results(path).rows), path.stat().st_ino) == (2, before)


def test_a_last_line_without_an_end_is_ended_first(tmp_path):
    path = tmp_path / "results.csv"
    path.write_text("\ufeff" + ",".join(COLUMNS) + "\r\n" + ",".join("y" * len(COLUMNS)), encoding="utf-8")
    add_result(path, ROW)
    assert [row["learner"] for row in read_results(path).rows] == ["y", "x"]


def test_a_file_that_is_kept_locked_is_told_and_a_killed_ones_is_free(tmp_path):
    path = tmp_path / "results.csv"
    add_result(path, ROW)
    with path.open("rb+") as other:
        assert held(other.fileno())
        with pytest.raises(AdvisorError, match="others are adding to it, and do not end; try once more"):
            append_shared(path, lambda _: b"", patience=0)
    add_result(path, ROW)
    assert len(read_results(path).rows) == 2


def test_a_file_that_was_replaced_while_one_waited_is_taken_in_its_place(tmp_path, monkeypatch):
    path, saved = tmp_path / "results.csv", tmp_path / "saved"
    add_result(path, ROW)
    saved.write_bytes(path.read_bytes())

    def replaced(file, patience):
        if saved.exists():
            saved.replace(path)
        return held(file, patience)

    monkeypatch.setattr("advisor.files.append.held", replaced)
    add_result(path, ROW)
    assert len(read_results(path).rows) == 2


def test_where_a_row_does_not_fit_the_file_ends_where_it_ended(tmp_path):
    path = tmp_path / "results.csv"
    add_result(path, ROW)
    there = path.read_bytes()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(there) + 20, before[1]))
    try:
        with pytest.raises(AdvisorError, match="cannot be written: file too large"):
            add_result(path, {**ROW, "reasons": "why " * 50})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == there


def test_what_holds_something_else_is_not_added_to(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TableError):
        add_result(path, ROW)
    assert path.read_text(encoding="utf-8") == "a,b\n1,2\n"
    for bad in (tmp_path, tmp_path / "nowhere" / "results.csv"):
        with pytest.raises(AdvisorError, match="cannot be written"):
            refuse_unaddable(bad)


LEFT_OUT = " in this row, so it is left out; "
SAVE = "save the file as 'CSV UTF-8', or take the row out"
MEND = f"{LEFT_OUT}take the row out, or fill it up"
WHOLE = {**ROW, "reasons": 'convening: "soon", they say | trust: caf\u00e9', "asked": "=a"}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_wherever_a_power_cut_ends_a_row_the_next_one_stands_by_itself_and_whole(tmp_path, mark):
    path = tmp_path / "results.csv"
    add_result(path, WHOLE)
    begin = mark.encode() + path.read_bytes()
    path.write_bytes(begin)
    add_result(path, {**WHOLE, "learner": "cut"})
    two = path.read_bytes()
    expected = read_results(path).rows[0]
    for end in range(len(mark.encode()), len(two)):
        path.write_bytes(two[:end])
        add_result(path, WHOLE)
        found = read_results(path)
        *others, last = found.rows
        assert last == expected, end
        for other in others:  # of a cut in the very last cell nothing tells
            assert {**other, "learner": "x", "disagrees": "x"} == expected, end
        assert (len(found.faults), path.read_bytes()[:end]) == (_is_half(two[:end]), two[:end]), end
        as_a_spreadsheet_does = list(csv.reader(path.read_text("utf-8-sig", "replace").splitlines()))
        assert as_a_spreadsheet_does[-1] == [*map(harmless_text, expected.values())], end


def _is_half(text):
    """Return whether a file ends in a row, behind its headings, that has too few cells."""
    last = text.decode(errors="replace").removeprefix("\ufeff").splitlines()[-1:]
    return (
        bool(last)
        and not last[0].startswith("learner"[: len(last[0])])
        and len(next(csv.reader(last))) < len(COLUMNS)
    )


def test_rows_that_are_not_whole_are_left_out_and_named_and_the_others_are_there(tmp_path):
    path = tmp_path / "results.csv"
    add_result(path, ROW)
    whole = path.read_bytes().splitlines(keepends=True)[1]
    path.write_bytes(
        path.read_bytes() + b'y,"open\n' + whole + b"\xff" + whole + b"\0" + whole + b"a,b\n\n" + whole
    )
    result = advisor("scenario", "results", str(path))
    assert (result.returncode, len(read_results(path).rows)) == (0, 3)
    assert result.stderr.splitlines() == [
        f"{path}:{line}:1: {what}"
        for line, what in [
            (3, "there are quotation marks that do not pair up" + MEND),
            (
                5,
                f"there are letters that are not UTF-8{LEFT_OUT}{SAVE}",
            ),
            (6, "there is something that is no text" + MEND),
            (7, "there are not 13 cells" + MEND),
        ]
    ]


def test_of_many_rows_that_are_not_whole_the_first_are_named(tmp_path):
    path = tmp_path / "results.csv"
    path.write_text(",".join(COLUMNS) + "\n" + "x\n" * 150, encoding="utf-8")
    lines = advisor("scenario", "results", str(path)).stderr.splitlines()
    assert (len(lines), "50 more" in lines[-1]) == (101, True)
