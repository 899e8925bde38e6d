"""Expectations of the plan, what was done afterwards, words explained, and rules that none would miss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command.run import ROOT, advisor

NURSERY = ROOT / "knowledge" / "scenarios" / "private-nursery.yaml"
SOUND = ROOT / "tests" / "faulty_knowledge" / "sound"
AFTERWARDS = """\
afterwards:
  - did: The two had lunch once a month.
    came-of-it: The nursery began to ring.
    as: {as_}
    outcome: {outcome}
    source: {{work: {work}, at: Section 4}}
"""


@pytest.fixture
def with_more(tmp_path):
    """Return a function that writes the nursery's story with something more in it."""
    text = NURSERY.read_text(encoding="utf-8")

    def write(more="", expect=""):
        path = tmp_path / "more.yaml"
        path.write_text(text.replace("\nexpect:\n", f"\n{more}expect:\n{expect}"), encoding="utf-8")
        return str(path)

    return write


def checked(path):
    result = advisor("scenario", "check", path, "--format", "json")
    (found,) = json.loads(result.stdout)
    return result.returncode, [each for each in found["results"] if not each["met"]]


def planned(path):
    said = json.loads(advisor("advise", f"scenario:{path}", "--format", "json").stdout)
    return said["plan"]


def test_what_is_among_the_first_steps_may_be_expected(with_more):
    path = with_more()
    first = [step["id"] for step in planned(path) if step["when"] == "first"]
    later = [step["id"] for step in planned(path) if step["when"] == "later"]
    entry = "  in-plan:\n    - {{id: {}, reason: x}}\n"
    assert checked(with_more(expect=entry.format(later[0]))) == (0, [])
    told = NURSERY.read_text(encoding="utf-8")
    assert "\n  among-first:\n" in told
    one_more = f"\n  among-first:\n    - {{id: {later[0]}, reason: x}}\n"
    Path(path).write_text(told.replace("\n  among-first:\n", one_more), encoding="utf-8")
    code, unmet = checked(path)
    assert (code, [(each["kind"], each["id"]) for each in unmet]) == (1, [("among-first", later[0])])
    assert unmet[0]["instead"] == "it is advised, and not among the first steps"
    assert later[0] not in first


def test_what_is_not_advised_is_not_in_the_plan_and_is_told_with_the_reasons(with_more):
    result = advisor(
        "scenario", "check", with_more(expect="  in-plan:\n    - {id: shared-budgets, reason: x}\n")
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert "it is not in the plan" in result.stdout


@pytest.mark.parametrize(
    ("as_", "outcome", "unmet"),
    [
        ("[shared-budgets, being-introduced]", "helped", []),
        ("shared-budgets", "helped", ["shared-budgets"]),
        ("shared-budgets", "no-change", []),
        ("[]", "helped", []),
    ],
)
def test_what_helped_afterwards_is_in_the_advice(as_, outcome, unmet, with_more):
    _, found = checked(with_more(AFTERWARDS.format(as_=as_, outcome=outcome, work="vaggers-2014")))
    assert [each["id"] for each in found] == unmet


def test_what_was_done_afterwards_names_what_is_there(with_more):
    wrong = AFTERWARDS.format(as_="being-introduce", outcome="helped", work="vaggers")
    result = advisor("scenario", "check", with_more(wrong))
    assert result.returncode == 2
    assert "there is no 'being-introduce'" in result.stderr
    assert "there is no work 'vaggers'" in result.stderr


def test_words_are_explained_to_all_and_what_came_of_it_to_the_trainer_alone(with_more):
    more = AFTERWARDS.format(as_="being-introduced", outcome="helped", work="vaggers-2014")
    path = with_more(f"terms: {{bursar: Whoever keeps the money of a school.}}\n{more}")
    ours = advisor("scenario", "handout", path, "--format", "markdown").stdout
    trainers = advisor("scenario", "handout", path, "--for", "trainer", "--format", "markdown").stdout
    assert "Whoever keeps the money" in ours
    assert "began to ring" not in ours
    assert "Whoever keeps the money" in trainers
    assert "began to ring" in trainers
    assert "began to ring" in advisor("scenario", "show", path).stdout


def test_rules_that_the_advice_would_miss_are_counted_and_those_that_no_expectation_notices_named():
    said = advisor("knowledge", "mutate", "--removed", "--knowledge", str(SOUND)).stdout
    data = json.loads(
        advisor("knowledge", "mutate", "--removed", "--knowledge", str(SOUND), "--format", "json").stdout
    )
    assert data["rules"] == data["noticed"] + len(data["unnoticed"]) > 0
    assert f"{data['noticed']} of {data['rules']}" in said
    assert all(each["rule"] in said for each in data["unnoticed"])
