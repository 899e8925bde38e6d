"""`advisor cohort` on a dask cluster of two worker processes, one of which is killed on the way."""

from __future__ import annotations

import os
import signal

import pytest
from distributed import Client, LocalCluster

from advisor import Advisor
from advisor.cohort.run import assess_file, open_cohort
from advisor.cohort.workers import on_cluster
from tests.command.run import advisor, advisor_process
from tests.command.test_cohort import write_many


@pytest.fixture
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        yield cluster


@pytest.mark.filterwarnings("ignore")  # dask says of a killed worker that it was killed
def test_the_result_is_complete_and_the_same_though_a_worker_is_killed(cluster, tmp_path, monkeypatch):
    monkeypatch.setattr("advisor.cohort.table_files.MOST_ROWS", 8_000)  # in a part: there are ten
    assessor = Advisor().assessor
    source = write_many(tmp_path / "many.parquet", 80_000)
    table = open_cohort(source, assessor)
    assess_file(table, tmp_path / "here.parquet", assessor)
    done: list[int] = []

    def kill_one(rows):
        if not done:
            with Client(cluster.scheduler_address, set_as_default=False) as client:
                processes = client.run(os.getpid)
            os.kill(next(iter(processes.values())), signal.SIGKILL)
        done.append(rows)

    assess_file(table, tmp_path / "there.parquet", assessor, on_cluster(cluster.scheduler_address), kill_one)
    assert sum(done) == 80_000
    assert (tmp_path / "there.parquet").read_bytes() == (tmp_path / "here.parquet").read_bytes()


@pytest.mark.filterwarnings("ignore")
def test_the_command_works_on_the_cluster_from_csv(cluster, tmp_path):
    source = tmp_path / "answers.csv"
    source.write_text("contact,trust\nnone,careful\nregular,openly\noften,openly\n" * 50, encoding="utf-8")
    here = advisor("cohort", str(source), "-o", str(tmp_path / "here.csv"))
    there = advisor_process(
        "cohort", str(source), "-o", str(tmp_path / "there.csv"), "--scheduler", cluster.scheduler_address
    )
    assert (there.returncode, there.stdout) == (0, here.stdout)
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


def test_where_there_is_no_scheduler_it_is_told_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "distributed.Client", lambda address, **given: Client(address, **{**given, "timeout": 1})
    )
    source = tmp_path / "answers.csv"
    source.write_text("contact\nnone\n", encoding="utf-8")
    result = advisor(
        "cohort", str(source), "-o", str(tmp_path / "out.csv"), "--scheduler", "tcp://127.0.0.1:9"
    )
    assert result.returncode == 2
    assert result.stderr == "there is no dask scheduler at tcp://127.0.0.1:9; is it running?\n"
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]
