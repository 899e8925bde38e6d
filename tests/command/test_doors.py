"""`advisor serve` and `advisor mcp` as they are started: a real client at each."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil
import pytest
from advisor.cli import main
from advisor.cli.doors import SOME
from mcp import Client, StdioServerParameters

from advisor import Advisor
from advisor.doors import running
from tests.command.run import advisor

TOKEN = "a-token-of-letters"
CASE = {"answers": {"contact": "none"}}


@pytest.fixture
def served(tmp_path):
    """The service with two processes at a port that is free, and its address."""
    token = tmp_path / "token.txt"
    token.write_text(TOKEN + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "advisor",
        "serve",
        "--port",
        "0",
        "--workers",
        "2",
        "--token-file",
        str(token),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert process.stderr is not None
        address = process.stderr.readline().split()[-1]
        try:
            yield process, address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
            assert process.stderr.read() == ""


def asked(address):
    """Return the status of an answer; a call that is cut off is made again, as a client would."""
    with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60) as client:
        for _ in range(20):
            try:
                answer = client.post(f"{address}/v1/brief", json={"case": CASE})
            except httpx.TransportError:
                continue
            return answer.status_code, answer.text
    return 0, ""


@pytest.mark.skipif(os.name == "nt", reason="a process of Windows is not sent such signals")
def test_eight_clients_side_by_side_lose_nothing_while_a_worker_is_killed(served):
    process, address = served
    expected = Advisor(engine="columnar").advise(CASE).brief().as_json(None)
    assert asked(address) == (200, expected)
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(asked, address) for _ in range(24)]
        workers = [
            each for each in psutil.Process(process.pid).children() if "spawn_main" in str(each.cmdline())
        ]
        workers[0].kill()
        assert {answer.result() for answer in answers} == {(200, expected)}


def test_an_address_that_is_taken_and_a_token_that_is_none_are_told(tmp_path):
    short = tmp_path / "short.txt"
    short.write_text("short", encoding="utf-8")
    for words in (("--token-file", str(short)), ("--token-file", str(tmp_path / "none.txt"))):
        refused = advisor("serve", *words)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "; " in refused.stderr


def test_an_assistant_starts_the_command_and_asks():
    async def talk():
        here = StdioServerParameters(command=sys.executable, args=["-m", "advisor", "mcp"])
        async with Client(here) as client:
            found = await client.call_tool("advise", {"case": CASE})
            return json.loads(found.content[0].model_dump()["text"])

    assert asyncio.run(talk()) == Advisor(engine="columnar").advise(CASE).brief().as_dict()


def test_a_door_that_stays_open_for_weeks_looks_for_waste(monkeypatch):
    """Else what each call leaves behind is kept for ever: 14 kB, and more of a case that says more."""
    before, during = gc.get_threshold(), []
    monkeypatch.setenv("ADVISOR_TOKEN", TOKEN)
    monkeypatch.setattr(running, "run", lambda *_: during.append(gc.get_threshold()[0]))
    assert advisor("serve").returncode == 0
    assert during == [SOME]
    assert gc.get_threshold() == before


def test_a_command_that_goes_on_looks_for_waste_too(monkeypatch):
    before, during = (gc.isenabled(), gc.get_threshold()), []
    monkeypatch.setattr(main, "run", lambda _: during.append((gc.isenabled(), gc.get_threshold()[0])))
    monkeypatch.setattr(os, "_exit", lambda _: None)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(sys, "argv", ["advisor"])
    gc.enable()
    try:
        main.main()
    finally:
        gc.set_threshold(*before[1])
        if not before[0]:
            gc.disable()
    assert during == [(True, main.MANY)]
