"""`advisor scenario list`, `show`, `run`, `check`, `new` and `handout`."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from tests.command.run import ROOT, advisor

NURSERY = ROOT / "knowledge" / "scenarios" / "private-nursery.yaml"


@pytest.fixture
def wrong(tmp_path):
    """A scenario that expects what is not so."""
    text = NURSERY.read_text(encoding="utf-8")
    unwanted = "\n    - id: {}\n      reason: There are rumours"
    text = text.replace(unwanted.format("conflict-handling"), unwanted.format("convening"))
    text = text.replace("because-of: acquaintance", "because-of: trust")
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scenario_is_shown_with_all_that_a_trainer_needs():
    shown = advisor("scenario", "show", "private-nursery").stdout
    for part in ("What it teaches", "What is known", "What is expected, and why", "three streets away"):
        assert part in shown
    data = json.loads(advisor("scenario", "show", "private-nursery", "--format", "json").stdout)
    assert data["case"]["answers"]["contact"] == "none"


def test_a_run_tells_the_story_gives_the_advice_and_says_what_was_expected():
    said = advisor("scenario", "run", "private-nursery").stdout
    story, advice, expected = (
        said.index(part) for part in ("three streets", "WHERE IT STANDS", "WHAT WAS EXPECTED")
    )
    assert story < advice < expected
    assert "NOT SO" not in said


def test_the_shipped_scenarios_are_as_expected():
    result = advisor("scenario", "check")
    assert (result.returncode, result.stderr) == (0, "")
    assert "all as expected" in result.stdout


def test_what_is_not_as_expected_is_said_with_the_reasons_that_led_elsewhere(wrong):
    result = advisor("scenario", "check", str(wrong))
    assert (result.returncode, result.stderr) == (1, "")
    said = " ".join(result.stdout.split())
    assert "Expected: Convening [convening] is not advised." in said
    assert "Instead: it is advised." in said
    assert "You said: How are you in touch with them?" in said
    assert "not because of trust" in said


def test_some_scenarios_are_chosen_by_id_by_file_and_by_folder(wrong):
    names = ["talking-shop", str(wrong.parent)]
    checked = json.loads(advisor("scenario", "check", *names, "--format", "json").stdout)
    assert [(each["id"], each["passed"]) for each in checked] == [
        ("talking-shop", True),
        ("private-nursery", False),
    ]
    unmet = [each for each in checked[1]["results"] if not each["met"]]
    assert [each["kind"] for each in unmet] == ["recommended", "not-recommended"]
    assert unmet[0]["tree"]["reasons"]


def test_junit_has_a_suite_for_each_scenario_and_a_case_for_each_expectation(wrong, tmp_path):
    out = tmp_path / "results.xml"
    result = advisor("scenario", "check", str(wrong), "--format", "junit", "-o", str(out))
    assert result.returncode == 1
    (suite,) = ElementTree.parse(out).getroot()
    assert suite.get("failures") == "2"
    assert len(suite) == int(suite.get("tests", "")) >= 9
    failures = [failure for case in suite for failure in case]
    assert [failure.get("message") for failure in failures][1] == "it is advised"
    assert {failure.tag for failure in failures} == {"failure"}


def test_a_record_says_which_rules_fire_otherwise(tmp_path):
    path = tmp_path / "private-nursery.yaml"
    path.write_text(NURSERY.read_text(encoding="utf-8"), encoding="utf-8")
    assert advisor("scenario", "check", str(path), "--accept").returncode == 0
    record = tmp_path / "records" / "private-nursery.yaml"
    text = record.read_text(encoding="utf-8")
    gone = next(line for line in text.splitlines() if "recommend being-introduced" in line)
    record.write_text(text.replace(gone + "\n", ""), encoding="utf-8")
    result = advisor("scenario", "check", str(path))
    assert result.returncode == 1
    assert f"fires now: {gone.split(':')[0].strip()}" in result.stdout
    assert "--accept" in result.stdout


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("id: being-curious", "id: being-curius"),
            "there is no 'being-curius'; did you mean 'being-curious'?",
        ),
        (("because-of: acquaintance", "because-of: aquaintance"), "did you mean 'acquaintance'?"),
        (("contact: none", "contact: nothing"), "'contact' has no option 'nothing'"),
        (("is: emerging", "is: emergent"), "'emergent' cannot stand here"),
        (("teaches:", "teach:"), "unknown key 'teach'"),
        (("variations:", "variations:\n  - {set: {trust: sometimes}, teaches: x}"), "'trust' has no"),
        (
            ("variations:", "variations:\n  - {set: {trus: openly}, teaches: x}"),
            "there is no question 'trus'",
        ),
    ],
)
def test_a_fault_in_a_scenario_is_said_with_its_place(tmp_path, change, message):
    path = tmp_path / "bad.yaml"
    path.write_text(NURSERY.read_text(encoding="utf-8").replace(change[0], change[1], 1), encoding="utf-8")
    result = advisor("scenario", "check", str(path))
    assert (result.returncode, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.startswith(f"{path}:")


def test_an_unknown_scenario_and_an_empty_folder_end_in_2(tmp_path):
    assert "did you mean 'talking-shop'" in advisor("scenario", "show", "talking-shp").stderr
    result = advisor("scenario", "check", str(tmp_path))
    assert (result.returncode, result.stdout) == (2, "")
    assert "there is no scenario in this folder" in result.stderr


def test_a_template_can_be_checked_as_it_is_and_is_not_written_over(tmp_path):
    path = tmp_path / "my-scenario.yaml"
    assert advisor("scenario", "new", str(path)).returncode == 0
    assert advisor("scenario", "check", str(path)).returncode == 0
    before = path.read_text(encoding="utf-8")
    again = advisor("scenario", "new", str(path))
    assert (again.returncode, path.read_text(encoding="utf-8")) == (2, before)


def test_everything_in_the_template_can_be_used_by_taking_the_hashes_away(tmp_path):
    path = tmp_path / "my-scenario.yaml"
    advisor("scenario", "new", str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    begins = next(number for number, line in enumerate(lines) if "take the hash" in line)
    heads = ("# number:", "# level:", "# minutes:", "# setting:")
    top = [line.removeprefix("# ") if line.startswith(heads) else line for line in lines[:begins]]
    assert len({*top} - {*lines}) == len(heads)
    used = [*top, *(line.replace("# ", "", 1) for line in lines[begins + 1 :])]
    path.write_text("\n".join(used) + "\n", encoding="utf-8")
    result = advisor("scenario", "check", str(path))
    assert (result.returncode, result.stderr) == (0, "")
    assert "with 9 expectations" in result.stdout


def test_a_scenario_that_is_given_as_a_case_is_told_how_to_be(tmp_path):
    path = tmp_path / "my-scenario.yaml"
    advisor("scenario", "new", str(path))
    result = advisor("advise", str(path))
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert f"scenario:{path}" in result.stderr
    assert advisor("advise", f"scenario:{path}").returncode == 0


def test_a_rule_may_be_expected_to_fire_or_not(tmp_path):
    rule = "no-contact-wants-an-introduction"
    folder = tmp_path / "mine"
    advisor("knowledge", "new", str(folder), "--empty")
    path = folder / "scenarios" / "first-meeting.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "variations:", f"  not-found: [{{id: {rule}, reason: x}}]\nvariations:"
    )
    path.write_text(text, encoding="utf-8")
    result = advisor("scenario", "check", "--knowledge", str(folder))
    assert result.returncode == 1
    assert f"[{rule}] is not found" in " ".join(result.stdout.split())


def test_a_scenario_made_from_a_case_has_its_answers_and_no_names(tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text(
        "format: 1\npartnership: Oak House and us\nabout: We and Oak House\nrespondent: A. Smith\n"
        "date: 2026-09-01\n"
        "share: yes\nquestionnaire: oak-town 2026\n"
        "partners: [{name: Oak House, sector: NHS, stands: loose}, {name: Ash, sector: Oakery}]\n"
        "answers: {contact: none, trust: openly}\n"
        "notes: {trust: Smith said so}\n"
        "actions: [{id: visioning, outcome: worse, date: 2026-01-01, note: with Smith}]\n",
        encoding="utf-8",
    )
    path = tmp_path / "scenario.yaml"
    assert advisor("scenario", "new", str(path), "--from", str(case)).returncode == 0
    text = path.read_text(encoding="utf-8")
    assert not any(word in text for word in ("Oak", "oak", "Ash", "Smith", "2026"))
    shown = json.loads(advisor("scenario", "show", str(path), "--format", "json").stdout)["case"]
    assert shown["answers"] == {"contact": "none", "trust": "openly"}
    assert shown["partners"] == [
        {"name": "Partner 1", "sector": "health", "stands": "loose"},
        {"name": "Partner 2", "sector": ""},
    ]
    assert (shown.get("share"), shown["questionnaire"]) == (None, "")
    assert [(action["id"], action["outcome"]) for action in shown["actions"]] == [("visioning", "worse")]


def test_the_page_for_participants_has_no_answers_and_the_trainers_has():
    ours = advisor("scenario", "handout", "hot-quarrel", "--format", "markdown").stdout
    trainers = advisor(
        "scenario", "handout", "hot-quarrel", "--for", "trainer", "--format", "markdown"
    ).stdout
    assert "What would you do, and in which order?" in ours
    assert "red folder" in ours
    for answer in ("What is expected", "comes first", "What the rules say", "What is known"):
        assert answer not in ours
        assert answer in trainers


def test_a_handout_in_html_is_a_whole_page_in_which_text_is_only_text(tmp_path):
    text = NURSERY.read_text(encoding="utf-8").replace("three streets", "<b>three</b> & streets")
    path = tmp_path / "odd.yaml"
    path.write_text(text, encoding="utf-8")
    page = advisor("scenario", "handout", str(path)).stdout
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;b&gt;three&lt;/b&gt; &amp; streets" in page
    assert "<script" not in page
    assert "http:" not in page
    assert "https:" not in page
