"""`advisor knowledge list` and `show`."""

from __future__ import annotations

import json
from unittest import mock

import pytest

from advisor.scenarios.coverage import exercised
from tests.command.run import advisor

COUNTS = {
    "factor": 4,
    "precondition": 40,
    "shift": 19,
    "degenerative-behaviour": 14,
    "inertia": 12,
    "barrier": 25,
    "intervention": 8,
    "reminder": 6,
    "process": 4,
    "borderland": 4,
    "relationship-dimension": 5,
    "meeting": 17,
    "portfolio-rule": 14,
}


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_each_kind_is_listed_in_full_as_json(kind, count):
    rows = json.loads(advisor("knowledge", "list", kind, "--format", "json").stdout)
    assert len(rows) == count
    for row in rows:
        assert set(row) == {"id", "kind", "title", "source"}
        assert row["source"]["at"]


def test_scenarios_are_listed():
    rows = json.loads(advisor("knowledge", "list", "scenario", "--format", "json").stdout)
    assert len(rows) >= 6


def test_without_a_kind_everything_is_listed():
    text = advisor("knowledge", "list").stdout
    assert all(
        kind in text for kind in (*COUNTS, "rule", "question", "scenario", "pattern", "tool", "technique")
    )


@pytest.fixture(scope="module")
def exercised_once(knowledge):
    """Work out once what comes up in all scenarios, which takes seconds, for all entries that are shown."""
    found = exercised(knowledge)
    with mock.patch("advisor.reports.catalogue.exercised", return_value=found):
        yield


@pytest.mark.usefixtures("exercised_once")
@pytest.mark.parametrize(
    "id_", ["visioning", "contact", "regular-contact", "strangers", "health-visitors", "implementation-dip"]
)
def test_an_entry_is_shown_with_its_source_and_rules(id_):
    text = advisor("knowledge", "show", id_)
    data = json.loads(advisor("knowledge", "show", id_, "--format", "json").stdout)
    assert (text.returncode, data["id"]) == (0, id_)
    assert max(map(len, text.stdout.splitlines())) <= 100
    assert id_ in text.stdout


def test_an_unknown_entry_gets_a_suggestion():
    result = advisor("knowledge", "show", "visionning")
    assert (result.returncode, result.stderr) == (2, "there is no 'visionning'; did you mean 'visioning'?\n")
