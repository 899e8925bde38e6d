"""`advisor cohort` on a dask cluster that goes away: said in a line, and nothing is torn."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import time

import polars as pl
import pytest
from distributed import LocalCluster

from advisor import Advisor
from advisor.cohort import table_files, workers
from advisor.cohort.run import assess_file, open_cohort
from advisor.cohort.workers import on_cluster
from advisor.errors import AdvisorError
from tests.command.run import COMMAND


@contextlib.contextmanager
def started(*words, **options):
    process = subprocess.Popen([sys.executable, "-m", *words], text=True, **options)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def written(path, rows):
    pl.DataFrame({"contact": ["none"] * rows}).write_parquet(path)
    return path


@pytest.fixture
def scheduler(tmp_path_factory):
    """Yield a scheduler with one worker, as the process that can be killed, and its address."""
    folder = tmp_path_factory.mktemp("cluster")
    words = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    with started("distributed.cli.dask_scheduler", *words, stderr=subprocess.PIPE, cwd=folder) as process:
        said = (re.search(r"tcp://127\.0\.0\.1:\d+", line) for line in process.stderr)
        address = next(found[0] for found in said if found)
        words = (address, "--nthreads", "1", "--no-dashboard", "--no-nanny")
        with started("distributed.cli.dask_worker", *words, **quiet):
            yield process, address


def broke_off(address):
    what = rf"the work on the dask cluster at {address} broke off \(\w+\)"
    return f"{what}; see that its scheduler and workers run"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_scheduler_that_dies_on_the_way_is_told_and_what_was_there_stays(
    kind, scheduler, tmp_path, monkeypatch
):
    monkeypatch.setattr(
        table_files, "MOST_ROWS", 20_000
    )  # of a part: it dies when the first of eight is there
    process, address = scheduler
    assessor = Advisor().assessor
    target = tmp_path / f"out.{kind}"
    assess_file(open_cohort(written(tmp_path / "few.parquet", 3), assessor), target, assessor)
    old, names = target.read_bytes(), {path.name for path in tmp_path.iterdir()} | {"many.parquet"}
    table = open_cohort(written(tmp_path / "many.parquet", 160_000), assessor)
    with pytest.raises(AdvisorError, match=broke_off(address)):
        assess_file(table, target, assessor, on_cluster(address), lambda _: process.kill())
    assert target.read_bytes() == old
    assert {path.name for path in tmp_path.iterdir()} == names


def test_the_command_says_in_one_line_that_the_scheduler_has_died(scheduler, tmp_path):
    process, address = scheduler
    written(tmp_path / "many.parquet", 3_000_000)
    words = ("cohort", "many.parquet", "-o", "out.csv", "--scheduler", address)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with started(*COMMAND[2:], *words, **pipes, cwd=tmp_path) as run:
        while run.poll() is None and not any(path.stat().st_size for path in tmp_path.glob(".advisor-*")):
            time.sleep(0.01)  # until the first rows are written
        process.kill()
        said, told = run.communicate(timeout=60)
    assert re.fullmatch(broke_off(address) + ", and try again\n", told), told
    assert (run.returncode, said) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["many.parquet"]


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_without_workers_is_told_and_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "PATIENCE", 0.2)
    assessor = Advisor().assessor
    table = open_cohort(written(tmp_path / "few.parquet", 3), assessor)
    with LocalCluster(n_workers=0, processes=False, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        with pytest.raises(AdvisorError, match="has no workers; start some, and try again"):
            assess_file(table, tmp_path / "out.csv", assessor, on_cluster(address))
    assert [path.name for path in tmp_path.iterdir()] == ["few.parquet"]
