"""The same case and knowledge give the same bytes: in any process, with any hash seed, on any Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.run import ROOT, advisor, advisor_process

OWN = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_a_hundred_runs_with_different_hash_seeds_give_the_same_bytes(first):
    words = ("advise", "scenario:restructured-link", "--format", "json")
    expected = advisor(*words).stdout
    for seed in range(first, first + 10):
        assert advisor_process(*words, PYTHONHASHSEED=str(seed)).stdout == expected
    assert json.loads(expected)["plan"]


def test_the_locale_changes_nothing():
    assert (
        advisor_process("advise", "scenario:health-visitors", LC_ALL="C", PYTHONUTF8="0").stdout
        == advisor_process("advise", "scenario:health-visitors", LC_ALL="C.UTF-8", TZ="Asia/Tokyo").stdout
    )


@pytest.mark.parametrize("version", [each for each in ("3.11", "3.12", "3.13") if each != OWN])
def test_another_python_gives_the_same_bytes(version, tmp_path):
    python = _python(version)
    if python is None:
        pytest.skip(f"Python {version} is not installed")
    venv = tmp_path / "venv"
    subprocess.run([python, "-m", "venv", str(venv)], check=True)
    subprocess.run(
        [str(venv / "bin" / "python"), "-m", "pip", "install", "-q", "-c", "constraints.txt", "-e", "."],
        cwd=ROOT,
        check=True,
    )
    words = ("advise", "scenario:repeated-story", "--format", "json")
    theirs = advisor_process(*words, python=str(venv / "bin" / "python"))
    assert (theirs.returncode, theirs.stderr) == (0, "")
    assert theirs.stdout == advisor(*words).stdout


def _python(version):
    """Return a Python of this version that works, or None."""
    managed = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which(f"python{version}"), *sorted(managed.glob(f"{version}.*/bin/python{version}"))]
    return next((str(python) for python in found if python and _works(python)), None)


def _works(python):
    return subprocess.run([python, "-c", "import venv"], capture_output=True, check=False).returncode == 0
