"""Whatever is printed names the command as it was started, and puts a name with blanks in quotes."""

from __future__ import annotations

import re

import pytest

from advisor._command import started_as
from tests.command.run import ROOT, advisor

WORDS = "interview|advise|why|why-not|what-if|settle|cohort|scenario|knowledge"
BARE = re.compile(rf"(?<!-m )\badvisor (?:{WORDS})\b")
CASE = "format: 1\npartnership: Us\ndate: 2026-03-04\nanswers: {contact: none, trust: openly}\n"
FILE = "our case.yaml"


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (("--help",), ""),
        *(((word, "--help"), "") for word in WORDS.split("|")),
        (("scenario", "quiz", "--help"), ""),
        (("knowledge", "check", "--help"), ""),
        (("advise",), ""),
        (("advise", FILE, "--full"), ""),
        (("advise", FILE, "--format", "markdown"), ""),
        (("why", FILE, "convening"), ""),
        (("why", FILE, "visioning"), ""),
        (("why", FILE, "visionin"), ""),
        (("why-not", FILE, "visioning"), ""),
        (("what-if", FILE, "--set", "trust=careful"), ""),
        (("what-if", FILE), ""),
        (("settle", FILE), ""),
        (("interview", "new one.yaml"), "Us\n1\ns\n"),
        (("interview", FILE), "s\n"),
        (("interview", "scenario:hot-quarrel"), ""),
        (("interview", "my table.csv#2"), ""),
        (("cohort", "gone.csv", "-o", "out.csv"), ""),
        (("scenario", "quiz", "hot-quarrel"), "Me\ns\n"),
        (("scenario", "show", "gone"), ""),
        (("knowledge", "show", "gone"), ""),
        (("knowledge", "list", "gone"), ""),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_hint_names_the_command_as_started_and_quotes_names(words, typed, tmp_path):
    (tmp_path / FILE).write_text(CASE, encoding="utf-8")
    with started_as("python3 -m advisor"):
        result = advisor(*words, typed=typed, folder=tmp_path)
    shown = " ".join((result.stdout + result.stderr).split())
    assert BARE.findall(shown) == []
    for hint in re.findall(r"python3 -m advisor [a-z-]+ (.{0,16})", shown):
        assert not hint.startswith((FILE, "new one.yaml", "my table.csv")), hint


def test_no_text_of_the_program_names_the_command_by_itself():
    bare = re.compile(rf"""["' (:]advisor (?:{WORDS})\b""")
    files_written = {"scaffold.py"}  # a comment in a file is for whoever opens it later, started as they like
    found = [
        f"{path.name}: {line.strip()}"
        for folder in ("advisor", "cli")
        for path in (ROOT / folder).rglob("*.py")
        if path.name not in files_written
        for line in path.read_text(encoding="utf-8").splitlines()
        if bare.search(line) and not re.match(r" {6}advisor |\"\"\"|    \"\"\"|#", line)
    ]
    assert found == []
