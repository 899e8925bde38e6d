"""On the way the page says what the terminal says: how far it is, why it is asked, what was answered."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.interview.interview import Interview
from advisor.reports.wording import citation
from advisor.verification import made_up
from cli.checking import _in_words
from cli.prompts import _how_far
from cli.so_far import MOST_DECIDED, _plainly
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.told import told_cases

ADVISOR = Advisor(engine="columnar")
SCOPES = ("what-matters", "core", "all")
SHIM = """
const { Interview } = modules["interview/interview"];
const { caseFromDict } = modules["cases/case"];
const interviewOn = (of, scope) => new Interview(knowledge, caseFromDict(of), scope);
shim.far = (cases, scope) => cases.map((of) => modules["page/progress"].farInWords(interviewOn(of, scope)));
shim.decided = (of, questions) => {
  const interview = interviewOn(of, "all");
  return questions.map((id) => modules["page/so_far"].decided(id, interview));
};
shim.inWords = (cases) => cases.map((of) => interviewOn(of, "all").entries.map((entry) =>
  modules["page/check"].inWords(entry, knowledge.questions.get(entry.question), knowledge)));
shim.isDay = (texts) => texts.map(modules["page/particulars"].isDay);
shim.nameToSave = modules["page/keep"].nameToSave;
"""
CASES = [*told_cases()[::9], *made_up(20, 7, ADVISOR.knowledge)]
PLAIN = [case.as_dict() for case in CASES]


@pytest.fixture(scope="module")
def script():
    wanted = ["interview/interview", "cases/case", "page/progress", "page/so_far", "page/check", "page/keep"]
    return Script(ADVISOR.knowledge, [*wanted, "page/particulars"], SHIM)


@pytest.mark.parametrize("scope", SCOPES)
def test_it_says_how_far_the_interview_is_as_the_terminal_does(script, scope):
    told = [_how_far(Interview(ADVISOR, case, scope)) for case in CASES]
    assert script.call("far", PLAIN, scope) == told


def test_it_says_what_an_answer_may_still_decide_as_the_terminal_does(script):
    ids = list(ADVISOR.knowledge.questions)
    for case in CASES[::4]:
        interview = Interview(ADVISOR, case, "all")
        assert script.call("decided", case.as_dict(), ids) == [decided(id_, interview) for id_ in ids]


def decided(question, interview):
    knowledge = interview.knowledge
    hangs = {
        id_: rule
        for id_, rule in interview.hangs_on(question).items()
        if not knowledge.has(id_, ("pattern",))
    }
    told = [f"{_plainly(id_, knowledge)} ({citation(rule, knowledge)})" for id_, rule in hangs.items()]
    return told[:MOST_DECIDED]


def test_the_answers_to_look_over_are_those_of_the_terminal(script):
    told = [
        [list(_in_words(entry, ADVISOR.knowledge)) for entry in Interview(ADVISOR, case, "all").entries]
        for case in CASES
    ]
    assert script.call("inWords", PLAIN) == told


def is_day(text):
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@settings(max_examples=examples(50))
@given(
    st.lists(st.one_of(st.dates().map(str), st.from_regex(r"\d{4}-\d{2}-\d{2}", fullmatch=True), st.text()))
)
def test_a_day_is_one_of_the_calendar(script, texts):
    assert script.call("isDay", texts) == [is_day(text) for text in texts]


@pytest.mark.parametrize(
    ("opened", "kept"),
    [
        ("my-case.yaml", "my-case.yaml"),
        ("my-case (1).yaml", "my-case.yaml"),
        ("my-case(12).yml", "my-case.yml"),
        ("my (1) case.yaml", "my (1) case.yaml"),
        ("speech.yaml.txt", "speech.yaml"),
        ("speech", "speech.yaml"),
    ],
)
def test_a_file_is_saved_under_the_name_it_was_opened_by(script, opened, kept):
    assert script.call("nameToSave", opened) == kept
    assert Path(kept).suffix in (".yaml", ".yml")
