"""`advisor cohort` that is killed or interrupted: what was there is still there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import polars as pl
import pytest

from tests.command.run import ROOT, advisor
from tests.command.test_cohort import write_many


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return write_many(tmp_path_factory.mktemp("many") / "many.parquet", 240_000)


def test_killed_it_leaves_what_was_there_and_run_again_it_tidies_up(source, tmp_path):
    output = tmp_path / "out.csv"
    output.write_text("what was there\n", encoding="utf-8")
    command = [sys.executable, "-m", "advisor.cli.main", "cohort", str(source), "-o", str(output)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    left = wait_for(lambda: [path for path in tmp_path.glob(".advisor-*") if path.stat().st_size])
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert left
    assert output.read_text(encoding="utf-8") == "what was there\n"
    few = write_many(tmp_path / "few.parquet", 1_000)
    assert advisor("cohort", str(few), "-o", str(output)).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["few.parquet", "out.csv"]
    assert len(pl.read_csv(output)) == 1_000


def test_interrupted_it_leaves_what_was_there_and_nothing_else(source, tmp_path):
    output = tmp_path / "out.csv"
    command = [sys.executable, "-m", "advisor.cli.main", "cohort", str(source), "-o", str(output)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert wait_for(lambda: list(tmp_path.glob(".advisor-*")))
    process.send_signal(signal.SIGINT)
    assert "Traceback" not in process.communicate()[1]
    assert process.returncode == 130
    assert [*tmp_path.iterdir()] == []


def wait_for(thing, seconds=300):
    """Return what `thing` gives once it gives something."""
    ended = time.monotonic() + seconds
    while time.monotonic() < ended:
        if found := thing():
            return found
        time.sleep(0.02)
    raise AssertionError("it never came")
