"""Run the command: in this process, or in one of its own where the process itself is the point.

A process of its own takes half a second to start, so it is for what only it can show: signals,
closed or full streams, the environment that Python reads when it starts (encoding, locale, hash
seed), another Python, a terminal. Everything else goes through `advisor`, which is as good: from one
call to the next the command keeps nothing in its modules but the shipped knowledge and what was worked
out of it, above all its circuit, which takes longer than most commands. What it keeps in the user's
cache is in a folder of the tests' own (tests/conftest.py).
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

from advisor.cli.main import run

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = (sys.executable, "-m", "advisor.cli.main")
# For `advisor_process`, where many processes go the same way: what each of them reaches is known already.
UNTRACED = {"COVERAGE_PROCESS_CONFIG": ""}


def advisor(
    *words: str, typed: str = "", folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `advisor` with these words in this process; return what it said and its exit code.

    `typed` is what it reads from its input, `folder` where it runs. A fault in the program is
    raised here with its traceback, where a process would have printed it and ended in 1.
    """
    with on_streams(typed, folder, environment) as (out, err):
        code = run(words)
        return subprocess.CompletedProcess(["advisor", *words], code, text_in(out), text_in(err))


def advisor_process(
    *words: str, python: str = sys.executable, typed: str = "", folder: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Do the same in a process of its own, as a user starts it."""
    return subprocess.run(
        [python, *COMMAND[1:], *words],
        cwd=folder,
        env={**os.environ, **environment},
        input=typed,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@contextlib.contextmanager
def on_streams(
    typed: str, folder: Path, environment: Mapping[str, str]
) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Give the program streams that are no terminal, in that folder and environment; yield output and errors.

    All is as before afterwards. `sys.__stdout__` is what the width of a terminal is asked of.
    """
    given, out, err = (io.TextIOWrapper(io.BytesIO(each), "utf-8") for each in (typed.encode(), b"", b""))
    with (
        mock.patch.multiple(sys, stdin=given, stdout=out, stderr=err, __stdout__=out),
        mock.patch.dict(os.environ, environment),
        contextlib.chdir(folder),
    ):
        yield out, err


def text_in(stream: io.TextIOWrapper) -> str:
    """Return what has been written to a stream, its ends of lines as a pipe's reader sees them."""
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return io.TextIOWrapper(io.BytesIO(stream.buffer.getvalue()), "utf-8").read()
