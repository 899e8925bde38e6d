"""How a leader who comes back after a quarter is led to a second file, and not over the first one."""

from __future__ import annotations

import datetime

import pytest

from tests.command.run import ROOT, advisor

FIRST = (ROOT / "examples" / "five-dates" / "2025-01.yaml").read_text(encoding="utf-8")


def went_on_with(folder, name, day):
    (folder / name).write_text(FIRST.replace("2025-01-20", day), encoding="utf-8")
    return advisor("interview", name, folder=folder, typed="s\n")


@pytest.mark.parametrize("name", ["my-case.yaml", "my-case-2025-01.yaml"])
def test_answers_of_long_ago_are_not_gone_over_without_a_word(name, tmp_path):
    done = went_on_with(tmp_path, name, "2025-01-20")
    said = " ".join(done.stdout.split())
    month = f"{datetime.date.today():%Y-%m}"
    assert "It is of 20 January 2025. To see what has moved since, type s and answer once more with:" in said
    assert f"\n  advisor interview my-case-{month}.yaml\n" in done.stdout
    assert "Call it the same there: Children's centre and speech therapy" in said


def test_answers_of_last_week_are_gone_on_with(tmp_path):
    week = datetime.date.today() - datetime.timedelta(days=7)
    assert "answer once more" not in went_on_with(tmp_path, "my-case.yaml", week.isoformat()).stdout
