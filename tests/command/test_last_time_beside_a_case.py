"""An earlier file of the same partnership beside a case: the advice takes it up, broken ones stop nothing."""

from __future__ import annotations

import json

import pytest

from tests.command.run import advisor

EARLIER = """\
format: 1
partnership: "{partnership}"
respondent: {respondent}
date: 2026-03-02
answers:
  contact: now-and-then
  history: drifted
  acquaintance: names
  trust: careful
  shared-picture: different
notes:
  contact: Since the move.
actions:
  - {{date: 2026-05-04, id: visioning, outcome: {outcome}, note: Two of six came.}}
"""
LATER = """\
format: 1
partnership: Centre and clinic
respondent: Head
date: 2026-08-20
answers:
  contact: regular
  history: drifted
  acquaintance: well
  trust: openly
  shared-picture: same-words
"""
FORMS = ((), ("--more",), ("--full",), ("--format", "markdown"), ("--format", "html"), ("--format", "json"))


def earlier(partnership="CENTRE  and clinic", respondent="Head", outcome="no-change"):
    return EARLIER.format(partnership=partnership, respondent=respondent, outcome=outcome)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "now.yaml").write_text(LATER)
    return tmp_path


def advise(folder, *words):
    result = advisor("advise", "now.yaml", *words, folder=folder)
    assert result.returncode == 0
    return result


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_without_an_earlier_file_nothing_is_other_than_by_itself(folder, form):
    result = advise(folder, *form)
    assert result.stderr == ""
    assert result.stdout == advise(folder, "--alone", *form).stdout.replace(" --alone", "")
    assert "last time" not in result.stdout.casefold().replace("last time.", "")
    assert '"since"' not in result.stdout


@pytest.mark.parametrize("form", FORMS[:-1], ids=" ".join)
def test_each_form_says_what_became_of_last_time(folder, form):
    (folder / "then.yaml").write_text(earlier())
    said = " ".join(advise(folder, *form).stdout.split()).casefold()
    assert "since last time (2 march 2026)" in said
    assert "visioning: no change." in said
    assert "being curious" in said
    assert "moved on:" in said


def test_what_is_missing_is_asked_for_with_what_to_type(folder):
    (folder / "then.yaml").write_text(earlier())
    said = " ".join(advise(folder, "--more").stdout.split())
    assert "nothing is noted yet. What came of it? advisor log now.yaml being-curious" in said


def test_what_it_asks_for_can_be_typed_and_is_said_the_next_time(folder):
    (folder / "then.yaml").write_text(earlier())
    words = advise(folder, "--more").stdout.split("What came of it? advisor ")[1].split()[:3]
    noted = advisor(*words, "--outcome", "no-change", "--note", "Nobody asked back.", folder=folder)
    assert noted.returncode == 0
    said = " ".join(advise(folder, "--more").stdout.split())
    assert "Being curious: no change. You wrote: Nobody asked back." in said


def test_what_was_tried_then_counts_now(folder):
    (folder / "then.yaml").write_text(earlier(outcome="worse"))
    data = json.loads(advise(folder, "--format", "json").stdout)
    assert "visioning" not in [step["id"] for step in data["plan"]]
    assert "visioning" in [item["id"] for item in data["withheld"]]
    assert data["since"]["date"] == "2026-03-02"
    assert {"kind": "moved", "id": "relational-nourishment", "value": "on"} in data["beside"]
    alone = json.loads(advise(folder, "--format", "json", "--alone").stdout)
    assert "visioning" in [step["id"] for step in alone["plan"]]


@pytest.mark.parametrize(
    "other",
    [
        earlier(partnership="Centre and school"),
        earlier(respondent="Somebody else"),
        earlier().replace("2026-03-02", "2026-08-20"),
        earlier().replace("2026-03-02", "2027-03-02"),
        earlier().replace("date: 2026-03-02\n", ""),
    ],
    ids=["another partnership", "another person", "the same day", "a later day", "no day"],
)
def test_what_is_no_earlier_file_of_the_same_voice_counts_nothing(folder, other):
    (folder / "then.yaml").write_text(other)
    assert advise(folder).stdout == advise(folder, "--alone").stdout.replace(" --alone", "")


def test_a_broken_file_is_told_in_one_line_and_the_advice_goes_on(folder):
    (folder / "then.yaml").write_text(earlier())
    whole = advise(folder)
    (folder / "broken.yaml").write_text(earlier().replace("now-and-then", "nonsense"))
    (folder / "worse.yaml").write_text("format: 1\nanswers: [\n")
    result = advise(folder)
    assert result.stdout == whole.stdout
    assert result.stderr.startswith(
        "2 files beside this one cannot be read, and may be from last time: broken.yaml:"
    )
    assert result.stderr.count("\n") == 1
    assert advise(folder, "--alone").stderr == ""


def test_a_name_that_could_steer_a_terminal_does_not(folder):
    (folder / "a\x1b[31mred.yaml").write_text("format: 1\nanswers: [\n")
    assert "\x1b" not in advise(folder).stderr


def test_a_case_without_names_tells_of_last_time_without_names_notes_and_days(folder):
    (folder / "then.yaml").write_text(earlier())
    (folder / "broken.yaml").write_text("format: 1\nanswers: [\n")
    for form in FORMS:
        result = advise(folder, "--anonymise", *form)
        for private in (
            "Two of six",
            "Since the move",
            "Centre and clinic",
            "then.yaml",
            "broken.yaml",
            "2 March",
        ):
            assert private not in result.stdout + result.stderr
    data = json.loads(advise(folder, "--anonymise", "--format", "json").stdout)
    assert (data["since"]["date"], data["since"]["steps"][0]["date"]) == ("2026-03", "2026-05")
    assert data["plan"] == json.loads(advise(folder, "--format", "json").stdout)["plan"]


def test_why_and_a_pack_go_by_the_same_advice(folder):
    (folder / "then.yaml").write_text(earlier(outcome="helped"))
    why = advisor("why", "now.yaml", "not-innovate-most", folder=folder).stdout
    assert "It has moved on since the last time" in why
    assert "not-innovate-most" not in advise(folder, "--alone", "--format", "json").stdout.split('"plan"')[0]
    pack = advisor("pack", "now.yaml", folder=folder)
    assert pack.returncode == 0
    for private in ("Two of six", "last time (", "it helped"):
        assert private not in pack.stdout + pack.stderr


def test_an_interview_ends_with_the_same(folder):
    (folder / "then.yaml").write_text(earlier())
    ended = advisor("interview", "now.yaml", typed="u\n" * 80, folder=folder)
    assert "since last time (2 march 2026)" in ended.stdout.casefold()
