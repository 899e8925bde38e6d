"""What a message tells one to type can be typed; what is not there has no lines; all faults are told."""

from __future__ import annotations

import json
import pickle

import pytest

from advisor import Advisor, Case
from advisor.errors import OtherwiseError
from advisor.explanation import why
from tests.command.run import ROOT, advisor


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text("format: 1\nanswers: {contact: none, trust: openly}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("asked", "id_"), [("why", "visioning"), ("why-not", "two-way-honest-feedback")])
def test_what_is_asked_the_wrong_way_round_is_answered_by_the_command_that_is_told(case, asked, id_):
    if asked == "why-not":
        id_ = json.loads(advisor("advise", str(case), "--format", "json").stdout)["plan"][0]["id"]
    refused = advisor(asked, str(case), id_)
    assert refused.returncode == 2
    told = refused.stderr.strip().partition("ask: advisor ")[2].split()
    assert str(case) in told
    assert advisor(*told).returncode == 0


def test_in_code_such_an_error_says_which_command_and_which_id():
    asked = Advisor()
    with pytest.raises(OtherwiseError) as refused:
        why(asked.advise(Case(answers={"contact": "none"})), "visioning", asked.knowledge)
    again = pickle.loads(pickle.dumps(refused.value))
    assert (again.command, again.id) == ("why-not", "visioning")
    assert str(again) == str(refused.value)


@pytest.mark.parametrize(
    "words",
    [
        ("advise", "gone.yaml"),
        ("advise", "."),
        ("advise", "scenario:gone"),
        ("scenario", "check", "gone.yaml"),
        ("advise", "scenario:hot-quarrel", "--knowledge", "gone"),
        ("knowledge", "check", "gone"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_or_no_file_has_no_line(words, tmp_path):
    result = advisor(*words, folder=tmp_path)
    assert result.returncode == 2
    assert ":1:1" not in result.stderr
    assert ": " in result.stderr
    assert "; " in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("advise", ""),
        ("settle", ""),
        ("interview", ""),
        ("advise", "scenario:hot-quarrel", "-o", ""),
        ("advise", "scenario:hot-quarrel", "--knowledge", ""),
        ("cohort", "", "-o", "out.csv"),
        ("cohort", "in.csv", "-o", ""),
        ("scenario", "new", ""),
        ("scenario", "results", ""),
        ("knowledge", "check", ""),
        ("knowledge", "pages", ""),
    ],
    ids=" ".join,
)
def test_a_name_without_a_letter_is_no_name_and_not_the_folder_one_is_in(words, tmp_path):
    result = advisor(*words, folder=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "the name is empty" in result.stderr or "no case is named" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_all_that_is_wrong_in_a_scenario_is_told_at_once(tmp_path):
    text = (ROOT / "knowledge/scenarios/private-nursery.yaml").read_text(encoding="utf-8")
    path = tmp_path / "bad.yaml"
    changes = {
        "id: being-curious": "id: being-curius",
        "because-of: acquaintance": "because-of: aquaintance",
        "teaches:": "teach:",
        "is: emerging": "is: emergent",
        "contact: none": "contact: nothing",
        "variations:": "variations:\n  - {set: {trus: openly}, teaches: x}",
    }
    for right, wrong in changes.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")
    result = advisor("scenario", "check", str(path))
    assert result.returncode == 2
    for word in ("being-curius", "aquaintance", "'teach'", "emergent", "'nothing'", "'trus'"):
        assert result.stderr.count(word) == 1, word


def test_what_if_and_settle_call_a_stage_by_the_word_of_the_interview():
    words = ("what-if", "scenario:health-visitors", "--set", "trust=careful", "--unset", "contact")
    said = " ".join(advisor(*words, "--format", "markdown").stdout.split())
    assert "feel about each other: tight, then in between" in said
    table = advisor(*words, "--set", "trust=openly").stdout
    assert "in between" in table
    settled = " ".join(advisor("settle", "scenario:everything-well").stdout.split())
    assert "How people get on and feel about each other: tight" in settled
