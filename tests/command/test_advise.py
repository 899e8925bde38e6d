"""`advisor advise`, as a leader, a script and a pipe use it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from tests.command.run import ROOT, advisor

SCENARIOS = sorted(path.stem for path in (ROOT / "knowledge" / "scenarios").glob("*.yaml"))
TOP_KEYS = [
    *("schema_version", "knowledge", "engine", "case", "beside", "alerts", "factors", "findings", "patterns"),
    *("interventions", "techniques", "shifts", "preconditions", "reminders"),
    *("processes", "borderlands", "tools", "withheld", "plan", "leading", "nothing_first"),
    *("to_ask", "notes", "said", "firings"),
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_more_of_the_advice_fits_on_two_screens_of_100_columns(scenario):
    result = advisor("advise", f"scenario:{scenario}", "--more")
    lines = result.stdout.splitlines()
    assert (result.returncode, result.stderr) == (0, "")
    assert max(map(len, lines)) <= 100
    alert = lines.index("") + 1 if "[child-safety]" in result.stdout else 0  # it comes on top of all
    assert len(lines) - alert <= 114
    assert sum(line == "  FIRST" for line in lines) == (
        scenario != "everything-well"
    )  # nothing is pushed there


def test_the_text_holds_no_escape_codes_and_no_traces_of_code():
    result = advisor("advise", "scenario:health-visitors", "--full")
    assert "\x1b" not in result.stdout
    assert all(word not in result.stdout for word in ("None", "{", "tuple", "Traceback"))


def test_full_shows_every_recommendation_and_every_reason():
    text = " ".join(advisor("advise", "scenario:health-visitors", "--full").stdout.split())
    advice = json.loads(advisor("advise", "scenario:health-visitors", "--format", "json").stdout)
    firings = {firing["id"]: firing for firing in advice["firings"]}
    for item in [*advice["interventions"], *advice["shifts"], *advice["preconditions"]]:
        assert f"[{item['id']}]" in text
        assert all(firings[id_]["because"] in text for id_ in item["firings"])


def test_json_has_the_keys_of_the_contract_and_nothing_else_on_stdout():
    result = advisor("advise", "scenario:restructured-link", "--format", "json")
    advice = json.loads(result.stdout)
    assert list(advice) == TOP_KEYS
    assert result.stderr == ""
    assert advice["schema_version"] == 2
    first = advice["interventions"][0]
    assert {
        "id",
        "title",
        "rank",
        "readiness",
        "after",
        "led_by",
        "techniques",
        "first_step",
        "cautions",
        "firings",
    } <= set(first)
    firing = advice["firings"][0]
    assert set(firing) == {"id", "rule", "title", "concludes", "from", "because", "basis", "source"}
    assert {"for", "against", "fit"} <= set(advice["patterns"][0])


def test_output_goes_to_a_file_whole(tmp_path):
    target = tmp_path / "advice.txt"
    result = advisor("advise", "scenario:health-visitors", "-o", str(target))
    assert (result.returncode, result.stdout) == (0, "")
    assert target.read_text() == advisor("advise", "scenario:health-visitors").stdout


def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m advisor.cli.main advise scenario:health-visitors --full | head -1"
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_a_case_without_answers_gets_no_recommendation_but_the_questions_to_ask_first(tmp_path):
    path = tmp_path / "empty-answers.yaml"
    path.write_text("format: 1\nanswers: {}\n")
    advice = json.loads(advisor("advise", str(path), "--format", "json").stdout)
    for key in (
        "interventions",
        "techniques",
        "shifts",
        "preconditions",
        "reminders",
        "tools",
        "plan",
        "firings",
    ):
        assert advice[key] == []
    core = [question["question"] for question in advice["to_ask"]]
    assert core[:3] == ["child-at-risk", "partner-kind", "output"]
    text = advisor("advise", str(path)).stdout
    assert "Too little is known for advice" in text
    assert "Is a child at risk" in text


def test_text_from_a_case_is_shown_as_it_is(tmp_path):
    path = tmp_path / "markup.yaml"
    path.write_text("format: 1\npartnership: '%s {0} <b>[red]x[/red]</b> \\\\'\nanswers: {}\n")
    assert advisor("advise", str(path)).stdout.startswith("%s {0} <b>[red]x[/red]</b> \\\\")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_advice_fits_the_terminal(columns):
    text = on_a_terminal(columns, "advise", "scenario:private-nursery", "--full")
    assert max(map(len, text.splitlines())) <= min(columns, 100)
    assert "Convening" in text


def on_a_terminal(columns, *words):
    """Run the command on a real pseudo-terminal of so many columns; return what it shows."""
    own, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, "-m", "advisor.cli.main", *words]
    environment["PAGER"] = ""
    process = subprocess.Popen(command, stdout=theirs, stdin=subprocess.DEVNULL, cwd=ROOT, env=environment)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says so when the other side has closed
        while chunk := os.read(own, 65536):
            shown += chunk
    os.close(own)
    assert process.wait(timeout=300) == 0
    return shown.decode().replace("\r\n", "\n")
