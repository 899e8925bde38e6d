"""Nothing leaves the machine, and no copy of a case is kept: Python itself is asked what was opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.run import ROOT, UNTRACED
from tests.support.chains import written_chain

WATCHED = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(event, args):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        os.write(2, f"CONNECTION {event} {args}\\n".encode())
    if event == "open" and isinstance(args[0], (str, bytes)) and (args[2] or 0) & WRITES:
        os.write(2, f"WRITTEN {os.path.dirname(os.path.abspath(os.fsdecode(args[0])))}\\n".encode())
sys.addaudithook(watch)
from advisor.cli.main import run
run(sys.argv[1:])
"""
CASE = "format: 1\nanswers: {contact: none}\n"
COMMANDS = {
    "advise case.yaml": set(),
    "advise case.yaml --format json": set(),
    "why case.yaml being-introduced": set(),
    "why-not case.yaml visioning": set(),
    "what-if case.yaml --set contact=regular": set(),
    "settle case.yaml": set(),
    "scenario handout talking-shop -o page.html": {"."},
    "interview mine.yaml": {".", "state/partnership-advisor/open"},
    "cohort many.csv -o done.csv": {"."},
    "knowledge check base": set(),
}


@pytest.mark.parametrize("words", COMMANDS)
def test_no_connection_is_opened_and_nothing_written_but_what_was_asked_for(words, tmp_path):
    (tmp_path / "case.yaml").write_text(CASE)
    (tmp_path / "many.csv").write_text("contact\nnone\n")
    written_chain(tmp_path / "base", 3)
    env = {
        **os.environ,
        **UNTRACED,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words.split()],
        cwd=tmp_path, env=env, input="2\ns\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith("CONNECTION")] == []
    cache = str(Path(os.environ["XDG_CACHE_HOME"]) / "partnership-advisor")  # knowledge alone
    places = {line.removeprefix("WRITTEN ") for line in lines if line.startswith("WRITTEN")} - {cache, "/dev"}
    assert {os.path.relpath(place, tmp_path) for place in places} == COMMANDS[words]
    assert done.returncode == 0
