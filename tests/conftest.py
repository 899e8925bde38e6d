"""Fixtures that many tests share."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

# Tests neither read nor fill the user's own folders; commands that tests start inherit this one.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="advisor-tests-")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="advisor-tests-")
# A fault of the program is raised in a test, where a user is told in one line.
os.environ["ADVISOR_DEBUG"] = "1"
# What Python has compiled is kept, also where the environment says otherwise: a hundred processes want it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# What runs the tests side by side says how wide its own terminal is; ours have their own width.
os.environ.pop("COLUMNS", None)

import pytest
from hypothesis import HealthCheck, settings

from advisor import Advisor
from tests.support.amount import examples

sys.dont_write_bytecode = False
gc.disable()  # importing two hundred modules of tests makes no waste that is worth a search

settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=examples(60)
)
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """Let a test fail that would be skipped, where SKIP_NOTHING says so, as .ci/run does."""
    report = yield
    if os.environ.get("SKIP_NOTHING") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped, where nothing may be: {report.longrepr[2]}"
    return report


def pytest_sessionfinish(session):
    """Write down what was reached while there is time: a worker that takes ten seconds to end is killed."""
    coverage = sys.modules.get("coverage")  # there only where CI traces
    measuring = coverage and coverage.Coverage.current()
    if measuring and hasattr(session.config, "workerinput"):
        measuring.stop()
        measuring.save()


def pytest_collection_finish():
    """Search for waste from now on, though not in what the modules of tests keep to the end."""
    gc.freeze()
    gc.set_threshold(30_000, 10, 5)  # seldom, as in the command: a fifth of the time went into it
    gc.enable()


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    return Advisor()


@pytest.fixture(scope="session")
def knowledge(advisor):
    return advisor.knowledge
