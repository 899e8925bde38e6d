"""`advisor cohort` where the disk is full, and one row with --other."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.command.run import ROOT, advisor
from tests.command.test_cohort import write_many

SMALL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
from advisor.cli.main import run
code = run(sys.argv[1:])
resource.setrlimit(resource.RLIMIT_FSIZE, before)  # for what else the process writes when it ends
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit on the size of files")
@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_disk_that_takes_no_more_is_told_with_its_reason(kind, tmp_path):
    source = write_many(tmp_path / "many.parquet", 5_000)
    command = [sys.executable, "-c", SMALL_DISK, "cohort", str(source), "-o", str(tmp_path / f"out.{kind}")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    what = "cannot be written: file too large; choose another file"
    assert (result.returncode, result.stderr) == (2, f"{tmp_path / f'out.{kind}'}: {what}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["many.parquet"]


def test_a_row_of_a_table_with_a_heading_near_an_answer_is_advised_on_when_it_is_named(tmp_path):
    table = tmp_path / "answers.csv"
    table.write_text("contacts,contact\n3,none\n", encoding="utf-8")
    assert advisor("advise", f"{table}#1").returncode == 2
    assert advisor("advise", f"{table}#1", "--other", "contacts").returncode == 0


def test_a_damaged_parquet_file_is_told_in_a_line(tmp_path):
    source = write_many(tmp_path / "many.parquet", 1_000)
    content = source.read_bytes()
    source.write_bytes(content[:40] + bytes(byte ^ 0x5A for byte in content[40:400]) + content[400:])
    result = advisor("cohort", str(source), "-o", str(tmp_path / "out.csv"))
    assert "Traceback" not in result.stderr
    assert (result.returncode, len(result.stderr.splitlines())) in ((0, 0), (2, 1))
