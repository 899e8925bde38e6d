"""`advisor portfolio` in a folder where others' files lie: who did not say `share: yes` is not shown."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advisor import Advisor, Partner
from advisor.cases.file import case_text
from tests.command.run import advisor

ADVISOR = Advisor()
HEAD, VISITOR = (
    replace(ADVISOR.read_case(f"scenario:shared-clinic-seen-by-the-{who}"), partnership="Clinic", share="no")
    for who in ("head", "health-visitor")
)


def lay(folder: Path, **cases: Any) -> None:
    for name, case in cases.items():
        (folder / f"{name}.yaml").write_text(case_text(case), encoding="utf-8")


def row(folder: Path) -> dict[str, Any]:
    found = json.loads(advisor("portfolio", str(folder), "--format", "json").stdout)
    row: dict[str, Any] = found["rows"][0]
    return {**row, "start": found["start"], "circles": found["circles"]}


def nothing_is_shown_of(row: dict[str, Any]) -> bool:
    stages = {row["whole"], *(cell["stage"] for cell in row["cells"])}
    stages |= {circle["stage"] for circle in row["circles"]}
    return (row["view"], stages, row["stands"], row["start"]) == ("guarded", {"unknown"}, None, [])


@pytest.mark.parametrize("seat", ["partner", None])
def test_a_partner_who_alone_answered_lately_is_not_shown(seat, tmp_path):
    lay(
        tmp_path,
        leader=replace(HEAD, date=datetime.date(2024, 1, 1), seen_from=seat and "centre"),
        partner=replace(VISITOR, date=datetime.date(2026, 10, 1), seen_from=seat),
    )
    assert nothing_is_shown_of(row(tmp_path))
    for format_ in ("text", "html", "markdown"):
        page = tmp_path / f"page.{format_}"
        told = advisor("portfolio", str(tmp_path), "--format", format_, "-o", str(page))
        assert told.returncode == 0
        said = " ".join(page.read_text(encoding="utf-8").split())
        assert "Not all have agreed to be shown, so no stage is shown." in said


def test_a_partner_s_lone_file_beside_the_centre_s_others_is_not_shown(tmp_path):
    lay(tmp_path, partner=VISITOR, school=replace(HEAD, partnership="A school"))
    found = json.loads(advisor("portfolio", str(tmp_path), "--format", "json").stdout)
    clinic = next(row for row in found["rows"] if row["name"] == "Clinic")
    assert nothing_is_shown_of({**clinic, "circles": [], "start": []})
    assert "Not all have agreed" in advisor("portfolio", str(tmp_path)).stdout


def test_who_wrote_all_the_files_sees_them(tmp_path):
    lay(tmp_path, a=VISITOR, b=replace(VISITOR, partnership="School"))
    assert row(tmp_path)["view"] == "open"


def test_where_somebody_placed_a_partner_is_an_answer_too(tmp_path):
    for number, partners in enumerate(
        ((Partner(name="A", stands="loose"),), (Partner(name="A", stands="tight"),) * 2)
    ):
        one = replace(VISITOR, partners=partners, answers={})
        lay(tmp_path, a=replace(one, respondent="A"), b=replace(one, respondent="B"))
        assert nothing_is_shown_of(row(tmp_path)), number


def test_what_is_wrong_with_a_file_beside_those_that_are_held_back_is_not_quoted(tmp_path):
    lay(tmp_path, leader=HEAD, partner=VISITOR)
    (tmp_path / "z.yaml").write_text("format: 1\npartnership: Clinic\nanswers: {trust: Qaxwort}\n")
    told = [advisor("portfolio", str(tmp_path), "--format", each) for each in ("text", "json", "markdown")]
    told.append(advisor("advise", str(tmp_path / "leader.yaml")))
    told.append(advisor("advise", str(tmp_path / "leader.yaml"), "--anonymise"))
    for each in told:
        assert each.returncode == 0
        assert "Qaxwort" not in each.stdout + each.stderr
    assert "z.yaml" in told[0].stdout
    assert "z.yaml" in told[0].stderr
    assert "z.yaml" not in told[-1].stderr
