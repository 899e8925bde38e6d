"""`advisor compare`: who has answered nothing is no voice, and files of one person are shown over time."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from advisor import Advisor
from advisor.cases.file import case_text
from tests.command.run import advisor

ADVISOR = Advisor()
HEAD, VISITOR = (
    replace(ADVISOR.read_case(f"scenario:shared-clinic-seen-by-the-{who}"), partnership="Clinic")
    for who in ("head", "health-visitor")
)


def lay(folder: Path, **cases: Any) -> str:
    for name, case in cases.items():
        (folder / f"{name}.yaml").write_text(case_text(case), encoding="utf-8")
    return str(folder)


def placed(stage: str, number: int) -> Any:
    answers = {"placing": dict.fromkeys(ADVISOR.knowledge.ids_of("factor"), stage)}
    return replace(HEAD, respondent=f"Q{number}", share="no", answers=answers if stage else {})


def counted(folder: Path, *stages: str) -> Any:
    lay(folder, **{f"f{number}": placed(stage, number) for number, stage in enumerate(stages)})
    return json.loads(advisor("compare", str(folder), "--format", "json").stdout)


def test_who_has_answered_nothing_is_told_and_is_no_voice(tmp_path):
    silent = replace(VISITOR, respondent="Manager", answers={}, actions=())
    told = advisor("compare", lay(tmp_path, a=HEAD, b=VISITOR, c=silent), "--asked", "3")
    assert "2 of 3 who were asked have answered." in told.stdout
    assert "1 person has answered nothing yet" in told.stdout
    assert "Manager" not in told.stdout
    assert "People have been properly introduced" in told.stdout
    lay(tmp_path, c=replace(silent, share="no"))
    assert json.loads(advisor("compare", str(tmp_path), "--format", "json").stdout)["view"] == "guarded"
    (tmp_path / "b.yaml").unlink()
    alone = advisor("compare", str(tmp_path))
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "1 of these people has answered so far" in alone.stderr


def test_a_file_that_is_only_begun_stands_for_none_with_answers(tmp_path):
    later = replace(HEAD, answers={}, actions=(), date=datetime.date(2027, 1, 1))
    told = advisor("compare", lay(tmp_path, a=HEAD, b=VISITOR, c=later))
    assert "2 people have answered." in told.stdout
    assert "in between" in told.stdout


def test_empty_files_make_no_five_voices_of_three(tmp_path):
    found = counted(tmp_path, "emerging", "emerging", "emerging", "", "")
    assert (found["view"], found["answered"], found["left_out"], found["counts"]) == ("guarded", 3, 2, [])


def test_numbers_wait_while_a_file_is_empty_or_cannot_be_read(tmp_path):
    six = ("emerging",) * 3 + ("confident",) * 3
    assert counted(tmp_path, *six)["counts"][0]["counts"] is not None
    assert counted(tmp_path, *six, "")["counts"][0]["counts"] is None
    (tmp_path / "f6.yaml").write_text("answers: [")
    assert counted(tmp_path, *six)["counts"][0]["counts"] is None
    assert "Numbers are shown once all who were asked have answered." in advisor(
        "compare", str(tmp_path)
    ).stdout.replace("\n", " ")


def test_files_of_one_person_are_shown_over_time(tmp_path):
    lay(tmp_path, a=replace(HEAD, date=datetime.date(2026, 1, 1)), b=HEAD)
    told = advisor("compare", str(tmp_path))
    assert told.returncode == 0
    assert told.stdout == advisor("progress", str(tmp_path)).stdout
    assert "All these files are of one person" in told.stderr


def test_files_of_several_partnerships_are_not_compared(tmp_path):
    other = replace(HEAD, partnership="Qxwort")
    told = advisor("compare", lay(tmp_path, a=HEAD, b=VISITOR, c=other))
    assert (told.returncode, told.stdout) == (2, "")
    assert "these files speak of several partnerships" in told.stderr
    assert "Qxwort" not in told.stderr
    lay(tmp_path, c=replace(other, respondent="C"), d=replace(other, respondent="D"))
    assert advisor("compare", str(tmp_path)).returncode == 2


def test_nobody_is_judged_by_what_is_to_do_together():
    steps = ADVISOR.compare([HEAD, VISITOR]).joint
    assert len(steps) == 3
    for step in steps:
        of_the_differences = "You see this differently: " in step.why
        assert of_the_differences or step.why == ADVISOR.knowledge.entry(step.id).text
