"""What the pages for developers show is run: each piece of Python, and each command that can be run alone."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import polars as pl
import pytest

from advisor import Advisor
from advisor.cases import case_text
from tests.command.run import ROOT, advisor

DOCS = ROOT / "docs"
PYTHON = re.compile(r"^```python\n(.*?)^```$(?:\n\n^```\n(.*?)^```$)?", flags=re.M | re.S)
WITH_PYTHON = sorted(path for path in DOCS.glob("*.md") if "```python" in path.read_text(encoding="utf-8"))
FOR_DEVELOPERS = ("library", "interview", "asking-back", "doors", "json", "cohorts")
# What is not run here, and where it is.
ELSEWHERE = {
    "advisor": "asks at a terminal: tests/terminal",
    "advisor interview": "asks at a terminal: tests/terminal",
    "advisor interview speech-therapy.yaml": "asks at a terminal: tests/terminal",
    "advisor serve": "goes on until it is stopped: test_doors.py, with a client",
    "advisor mcp": "goes on until it is stopped: test_doors.py, with a client",
    "advisor cohort answers.parquet -o assessed.parquet --workers 4": "test_cohort.py",
    "advisor cohort answers.parquet -o assessed.parquet --scheduler tcp://scheduler:8786": "test_cluster.py",
}


def commands():
    """Yield the commands in blocks without a language: a line each, without what is said behind it."""
    for page in FOR_DEVELOPERS:
        text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
        for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", text, flags=re.M | re.S):
            lines = (re.split(r"\s{3,}", line)[0] for line in block.splitlines() if not language)
            yield from (line for line in lines if re.match(r"advisor(?! =)\b", line))


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.stem)
def test_the_python_in_a_page_runs_from_the_top_and_prints_what_the_page_says(page, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for code, said in PYTHON.findall(page.read_text(encoding="utf-8")):
        exec(compile(code, page.name, "exec"), names)
        out = capsys.readouterr().out
        assert not said or out == said


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a case and tables of the names that the pages use."""
    folder = tmp_path_factory.mktemp("pages")
    case = Advisor().scenario("health-visitors").case
    (folder / "my-case.yaml").write_text(case_text(case), encoding="utf-8")
    rows = 17
    columns = {"partner": ["health"] * rows, "asked": ["2026-09-14"] * rows, "contact": ["none"] * rows}
    table = pl.DataFrame(columns)
    table.write_csv(folder / "answers.csv")
    table.write_excel(folder / "answers.xlsx")
    return folder


@pytest.mark.parametrize("line", [line for line in dict.fromkeys(commands()) if line not in ELSEWHERE])
def test_a_command_in_a_page_for_developers_runs(line, folder):
    done = advisor(*shlex.split(line)[1:], folder=folder)
    assert done.returncode == 0, done.stderr


def test_what_is_not_run_here_stands_in_a_page():
    assert ELSEWHERE.keys() - {*commands()} == set()


def test_the_client_that_is_type_checked_runs():
    command = [sys.executable, str(ROOT / "examples" / "client.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
