"""What a number or a slip of the pen means to `advisor log`."""

from __future__ import annotations

import pytest

from tests.command.run import ROOT, advisor

FIRST = ROOT / "examples" / "five-dates" / "2025-01.yaml"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case.yaml").write_bytes(FIRST.read_bytes())
    return tmp_path


def test_a_number_that_means_another_step_since_something_was_noted_is_refused_with_both(folder):
    assert advisor("log", "1", "--outcome", "no-change", folder=folder).returncode == 0
    before = (folder / "case.yaml").read_bytes()
    done = advisor("log", "2", "--outcome", "worse", folder=folder)
    assert done.returncode == 2
    assert "step 2 was 'Co-location' before you noted something" in done.stderr
    assert done.stderr.rstrip().endswith("advisor log case.yaml co-location")
    assert (folder / "case.yaml").read_bytes() == before
    again = advisor("log", "case.yaml", "co-location", "--outcome", "worse", folder=folder)
    assert "co-location: it got worse" in again.stdout


def test_a_broken_file_beside_it_is_told_once_where_a_number_is_looked_up_twice(folder):
    assert advisor("log", "1", "--outcome", "helped", folder=folder).returncode == 0
    (folder / "old.yaml").write_text("format: 1\nanswers: {contact: nope}\n", encoding="utf-8")
    done = advisor("log", "case.yaml", "2", "--outcome", "worse", folder=folder)
    assert done.stderr.count("A file beside this one cannot be read") == 1


def test_a_slip_in_a_name_is_held_against_what_can_be_tried_only(folder):
    done = advisor("log", "meetngs on the same day as service", "--outcome", "helped", folder=folder)
    assert done.returncode == 2
    assert "did you mean 'Meetings on the same day as services'?" in done.stderr
    assert "go nowhere" not in advisor("log", "meetngs on", "--outcome", "helped", folder=folder).stderr


def test_a_day_that_has_not_come_is_noted_and_said_as_it_would_count_before_all_others(folder):
    done = advisor("log", "1", "--outcome", "helped", "--date", "2199-01-01", folder=folder)
    assert "That day has not come yet" in done.stdout
    today = advisor("log", "case.yaml", "visioning", "--outcome", "helped", folder=folder)
    assert "not come yet" not in today.stdout
