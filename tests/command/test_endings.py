"""How a run ends when something goes wrong around it: one true line, and the right exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from advisor.cli.main import run

from advisor.cohort.run import assess_file, open_cohort
from advisor.errors import AdvisorError
from tests.command.run import ROOT, advisor, on_streams, text_in

COMMAND = f"{sys.executable} -m advisor.cli.main"


def shell(words):
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words",
    [
        "knowledge list",
        "knowledge list --format json",
        "advise scenario:hot-quarrel --format json",
        "settle scenario:hot-quarrel",
        "scenario check hot-quarrel --format junit",
        "--help",
        "cohort --help",
        "advise scenario:hot-quarrel -o /dev/stdout",
    ],
)
def test_a_reader_that_goes_away_at_once_is_no_failure(words):
    result = shell(f"{COMMAND} {words} | true")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def failing(monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr("advisor.advice.reasoner.Reasoner.advise", fail)
    with on_streams("", ROOT, {"ADVISOR_DEBUG": ""}) as (out, err):
        code = run(["advise", "scenario:hot-quarrel"])
        return code, text_in(out), text_in(err)


@pytest.mark.parametrize("error", [KeyError("private words"), RecursionError("x"), MemoryError()])
def test_a_fault_of_the_program_is_one_line_without_a_word_of_the_case(monkeypatch, error):
    code, out, err = failing(monkeypatch, error)
    assert (code, out, err.count("\n")) == (70, "", 1)
    assert err.startswith(f"advisor: something went wrong inside the program ({type(error).__name__} in ")
    assert "private" not in err


def test_a_fault_of_the_program_is_shown_to_whoever_asks_for_it(monkeypatch):
    def fail(*_):
        raise KeyError("x")

    monkeypatch.setattr("advisor.advice.reasoner.Reasoner.advise", fail)
    with pytest.raises(KeyError):
        advisor("advise", "scenario:hot-quarrel", ADVISOR_DEBUG="1")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.EIO, "Input/output error", "a.yaml"),
            "a.yaml: cannot be used: input/output error; check its name and permissions",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            "advisor: the system refused something: input/output error; try once more",
        ),
    ],
)
def test_what_the_system_refuses_is_not_called_the_output(monkeypatch, error, said):
    assert failing(monkeypatch, error) == (2, "", f"{said}\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("in open: Stream is closed"), "the work could not go on: in open: stream is closed"),
        (AdvisorError("there is no scheduler"), "there is no scheduler"),
    ],
)
def test_a_cohort_whose_workers_fail_does_not_blame_the_output(advisor, tmp_path, error, said):
    path = tmp_path / "a.csv"
    path.write_text("c,contact\nA,none\n", encoding="utf-8")

    def dying(*_):
        raise error
        yield

    for output in ("b.csv", "b.parquet"):
        with pytest.raises(AdvisorError, match=said) as told:
            assess_file(
                open_cohort(path, advisor.assessor), tmp_path / output, advisor.assessor, workers=dying
            )
        assert "cannot be written" not in str(told.value)
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("output", ["b.csv", "b.parquet"])
def test_a_cohort_that_does_not_fit_says_so_in_one_line(tmp_path, output):
    (tmp_path / "a.csv").write_text("c,contact\n" + "A,none\n" * 5000, encoding="utf-8")
    result = shell(f"ulimit -f 1; {COMMAND} cohort {tmp_path}/a.csv -o {tmp_path}/{output}")
    assert result.stderr == f"{tmp_path}/{output}: cannot be written: file too large; choose another file\n"
    assert result.returncode == 2
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


@pytest.fixture
def closed(monkeypatch):
    """Close folders to ourselves, also to an administrator, for whom modes mean nothing."""
    shut = []

    def close(folder):
        shut.append(str(folder))

    real = os.scandir, os.listdir

    def refuse(which):
        def opened(path="."):
            if os.fspath(path) in shut:
                raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
            return which(path)

        return opened

    monkeypatch.setattr(os, "scandir", refuse(real[0]))
    monkeypatch.setattr(os, "listdir", refuse(real[1]))
    return close


def test_a_folder_of_scenarios_that_cannot_be_looked_into_is_called_so(tmp_path, closed):
    closed(tmp_path)
    result = advisor("scenario", "check", str(tmp_path))
    said = f"{tmp_path}: the folder cannot be read: permission denied; check its permissions\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_scenarios_of_a_knowledge_base_that_cannot_be_looked_into_are_not_none(tmp_path, closed):
    assert advisor("knowledge", "new", str(tmp_path / "mine"), "--empty").returncode == 0
    closed(tmp_path / "mine" / "scenarios")
    result = advisor("scenario", "check", "--knowledge", str(tmp_path / "mine"))
    assert result.returncode == 2
    assert "mine/scenarios: the folder cannot be read: permission denied" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["scenario", "show"], "the file cannot be read"),
        (["scenario", "quiz"], "the file cannot be read"),
        (["scenario", "check"], "the file cannot be read"),
        (["scenario", "list"], "the file cannot be read"),
        (["advise"], "the file cannot be read"),
        (["interview"], "cannot be read"),
        (["scenario", "new"], "cannot be used"),
    ],
)
def test_what_lies_in_a_folder_that_may_not_be_entered_is_not_called_unknown(
    tmp_path, monkeypatch, words, said
):
    real = os.stat

    def stat(path, *more, **words):
        if not isinstance(path, int) and os.fspath(path).startswith(f"{tmp_path}/shut/"):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return real(path, *more, **words)

    monkeypatch.setattr(os, "stat", stat)
    result = advisor(*words, f"{tmp_path}/shut/mine")
    assert result.returncode == 2
    assert result.stderr.startswith(f"{tmp_path}/shut/mine:")
    assert f"{said}: permission denied; check its name and permissions" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_without_rights_is_not_a_folder_without_knowledge(tmp_path, monkeypatch):
    real = Path.stat

    def stat(path, **words):
        if path.parent == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, **words)

    monkeypatch.setattr(Path, "stat", stat)
    result = advisor("advise", "scenario:x", "--knowledge", str(tmp_path))
    said = f"{tmp_path}: the folder cannot be read: permission denied; check its permissions\n"
    assert (result.returncode, result.stderr) == (2, said)
