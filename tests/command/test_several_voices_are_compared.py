"""`advisor compare`: what several people see alike, where they are apart, and what is told to whom."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from advisor import Advisor, AdvisorError
from advisor.cases.file import case_text
from advisor.reports import schema
from tests.command.run import advisor

HEAD, VISITOR = (f"scenario:shared-clinic-seen-by-the-{who}" for who in ("head", "health-visitor"))
ADVISOR = Advisor()
STAGES = ("loose", "in between", "tight", "emerging", "developing", "confident")


def lay(folder: Path, name: str, of: str = HEAD, **keys: Any) -> str:
    path = folder / name
    path.write_text(case_text(replace(ADVISOR.read_case(of), **keys)), encoding="utf-8")
    return str(path)


def answered(folder: Path, name: str, placed: str, **keys: Any) -> str:
    """Lay a file of somebody who has answered nothing but where the four factors stand."""
    data: dict[str, Any] = {"format": 1, "partnership": "The clinic", **keys, "answers": {"placing": {}}}
    data["answers"]["placing"] = dict.fromkeys(ADVISOR.knowledge.ids_of("factor"), placed)
    (folder / name).write_text(yaml.safe_dump(data), encoding="utf-8")
    return str(folder / name)


def test_the_shipped_pair_may_be_shown_with_who_said_what():
    told = advisor("compare", HEAD, VISITOR, "--asked", "3")
    assert told.returncode == 0
    assert "2 of 3 who were asked have answered." in told.stdout
    agree, apart = (told.stdout.index(title) for title in ("WHAT YOU AGREE ON", "WHAT TO TALK ABOUT FIRST"))
    assert agree < apart
    assert "Team leader of the health visitors: 'Only with care. We stay polite'" in " ".join(
        told.stdout.split()
    )


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "html"])
def test_one_who_did_not_agree_is_enough_to_tell_nothing(format_, tmp_path):
    one = lay(tmp_path, "Qaxwort.yaml", HEAD, share="yes", respondent="Qbxwort", partnership="Qcxwort")
    other = lay(tmp_path, "Qdxwort.yaml", VISITOR, share="no", respondent="Qexwort", partnership="Qfxwort")
    told = advisor("compare", one, other, "--format", format_)
    assert told.returncode == 0
    for word in (*(f"Q{letter}xwort" for letter in "abcdef"), "polite", "2026", 'apart": 1'):
        assert word not in told.stdout
    if format_ != "html":  # a page has words in its style
        assert not [stage for stage in STAGES if stage in told.stdout]


def test_the_order_of_the_files_and_their_names_make_no_guarded_page_another(tmp_path):
    one, other = lay(tmp_path, "a.yaml", HEAD, share=None), lay(tmp_path, "b.yaml", VISITOR)
    assert advisor("compare", one, other).stdout == advisor("compare", other, one).stdout


def test_a_child_s_safety_is_told_and_not_whose_answers_raised_it(tmp_path):
    answers = {**ADVISOR.read_case(HEAD).answers, "child-at-risk": "yes"}
    one = lay(tmp_path, "a.yaml", HEAD, answers=answers)
    other = lay(tmp_path, "b.yaml", VISITOR, share="no")
    for files in ((one, other), (one, VISITOR)):
        told = " ".join(advisor("compare", *files).stdout.split())
        assert "Somebody's answers raise this: A child's safety comes before the partnership." in told
        assert "speak today with whoever is responsible for safeguarding" in told
        assert "child is at risk, or may be" not in told.replace("that a child is at risk: only", "")


def test_six_voices_with_a_split_are_counted_and_not_named(tmp_path):
    for number, stage in enumerate(("emerging",) * 3 + ("confident",) * 3):
        answered(tmp_path, f"{number}.yaml", stage, respondent=f"Qxwort {number}")
    told = advisor("compare", str(tmp_path), "--format", "json")
    found = json.loads(told.stdout)
    assert found["view"] == "counts"
    assert found["counts"][0]["counts"] == {"emerging": 3, "developing": 0, "confident": 3, "unknown": 0}
    assert "Qxwort" not in told.stdout
    assert "3" not in advisor("compare", str(tmp_path), "--asked", "7").stdout.split("HOW MANY SEE WHAT")[1]


def test_one_alone_among_six_is_not_counted(tmp_path):
    for number, stage in enumerate(("emerging",) + ("confident",) * 5):
        answered(tmp_path, f"{number}.yaml", stage)
    found = json.loads(advisor("compare", str(tmp_path), "--format", "json").stdout)
    assert [each["counts"] for each in found["counts"]] == [None] * 4
    assert len(found["talk"]) == 4


def test_six_open_voices_with_a_split_keep_every_stage(tmp_path):
    for number, stage in enumerate(("emerging",) * 3 + ("confident",) * 3):
        answered(tmp_path, f"{number}.yaml", stage, respondent=f"Person {number}", share="yes")
    told = advisor("compare", str(tmp_path))
    assert told.stdout.count("two stages apart") == 4
    assert "in between" not in told.stdout


def test_a_broken_file_is_told_without_what_stands_in_it_and_the_others_are_compared(tmp_path):
    one, other = lay(tmp_path, "a.yaml", HEAD), lay(tmp_path, "b.yaml", VISITOR)
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nanswers: {trust: Qaxwort}\n", encoding="utf-8")
    told = advisor("compare", one, str(broken), other, str(tmp_path / "missing.yaml"))
    assert told.returncode == 0
    assert "broken.yaml" in told.stderr
    assert "missing.yaml: there is no such file" in " ".join(told.stderr.split())
    assert "broken.yaml could not be read and is left out." in " ".join(told.stdout.split())
    assert "Qaxwort" not in told.stdout + told.stderr
    guarded = advisor("compare", str(tmp_path), lay(tmp_path, "c.yaml", VISITOR, share="no", respondent="C"))
    assert guarded.returncode == 0
    assert "broken" not in guarded.stdout
    assert "1 file could not be read and is left out." in guarded.stdout


def test_what_cannot_be_compared_is_told_in_a_line(tmp_path):
    one = lay(tmp_path, "a.yaml")
    same = lay(tmp_path, "b.yaml", respondent=" head of the CENTRE ")
    for words, said in {
        (): "name the files of two people or more",
        (one,): "a comparison needs the files of two people or more",
        (one, one): "a comparison needs the files of two people or more",
        (one, same, "--asked", "2"): "advisor progress",
        (one, VISITOR, "--asked", "1"): "2 people have answered, so 1 cannot be all who were asked",
        (one, *("--knowledge", str(tmp_path)) * 3): "--knowledge can be given once or twice",
    }.items():
        told = advisor("compare", *words)
        assert told.returncode == 2, words
        assert said in " ".join(told.stderr.split())
        assert "Traceback" not in told.stderr


def test_of_two_files_of_one_person_the_latest_counts_and_that_is_told(tmp_path):
    import datetime

    one = answered(
        tmp_path, "a.yaml", "emerging", respondent="Head", date=datetime.date(2026, 1, 1), share="yes"
    )
    later = answered(
        tmp_path, "b.yaml", "confident", respondent="head", date=datetime.date(2026, 4, 1), share="yes"
    )
    other = answered(tmp_path, "c.yaml", "confident", share="yes")
    for files in ((one, later, other), (later, other, one)):
        told = advisor("compare", *files)
        assert (
            "1 earlier questionnaire is left out, since the same person has answered again later."
            in " ".join(told.stdout.split())
        )
        assert "Nowhere do the answers put you a stage apart." in told.stdout
    assert "voice 2" in told.stdout


def test_hostile_names_are_words_and_nothing_else(tmp_path):
    name = "<script>alert(1)</script> =HYPERLINK(1) " + "x" * 150
    one = lay(tmp_path, "a.yaml", HEAD, respondent=name, partnership=name)
    html = advisor("compare", one, VISITOR, "--format", "html")
    assert html.returncode == 0
    assert "<script>alert" not in html.stdout
    markdown = advisor("compare", one, VISITOR, "--format", "markdown").stdout
    assert "<script>" not in markdown.replace("\\<script>", "")


def test_what_is_written_fits_the_schema_and_the_library_says_the_same():
    for share in ("yes", "no"):
        cases = [replace(ADVISOR.read_case(each), share=share) for each in (HEAD, VISITOR)]
        found = ADVISOR.compare(cases, asked=4)
        jsonschema.validate(json.loads(found.as_json()), schema("comparison", ADVISOR.knowledge))
        assert json.loads(found.as_json()) == found.as_dict()
    assert (
        ADVISOR.compare([HEAD, VISITOR]).as_json()
        == advisor("compare", HEAD, VISITOR, "--format", "json").stdout
    )
    with pytest.raises(AdvisorError, match="two people"):
        ADVISOR.compare([HEAD])
