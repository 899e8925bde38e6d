"""A command that tests run in their own process says and does what it does in one of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.command.run import ROOT, advisor, advisor_process

CASES = {
    "advice": (("advise", "scenario:health-visitors"), ""),
    "json": (("advise", "scenario:private-nursery", "--format", "json"), ""),
    "help": (("scenario", "--help"), ""),
    "version": (("--version",), ""),
    "a check that fails": (("knowledge", "check", "tests/faulty_knowledge/dead-ends", "--strict"), ""),
    "a bad case": (("advise", "tests/bad_cases/unknown-option.yaml"), ""),
    "wrong use": (("advise", "--no-such-option"), ""),
    "typed": (("scenario", "quiz", "hot-quarrel"), "J\u00f6rg\n2\n2 3\n\n\n2\n7\n\n\nlater\n"),
    "input that ends": (("scenario", "quiz", "hot-quarrel"), "Ann\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_output_errors_and_exit_code_are_those_of_a_process(name):
    words, typed = CASES[name]
    here, there = advisor(*words, typed=typed), advisor_process(*words, typed=typed)
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)


def test_streams_folder_and_environment_are_as_before_afterwards(tmp_path):
    before = (sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, Path.cwd(), dict(os.environ))
    words = ("advise", str(ROOT / "tests" / "bad_cases" / "unknown-option.yaml"))
    assert advisor(*words, folder=tmp_path, ADVISOR_TEST="x").returncode == 2
    assert (sys.stdin, sys.stdout, sys.stderr, sys.__stdout__, Path.cwd(), dict(os.environ)) == before


def test_a_command_leaves_nothing_that_changes_the_next():
    first = advisor("advise", "scenario:private-nursery")
    advisor("knowledge", "check", "tests/faulty_knowledge/dead-ends")
    advisor("advise", "scenario:first-meeting", "--knowledge", "tests/faulty_knowledge/sound")
    assert advisor("advise", "scenario:private-nursery").stdout == first.stdout
