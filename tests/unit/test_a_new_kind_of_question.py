"""A question of another kind takes one class and its name: here dates, in a knowledge base of one rule."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from advisor.cli.prompts import answer_text, help_text, lines_of
from advisor.cli.replies import understood

from advisor import Advisor, Case, CaseError, KnowledgeError
from advisor.cases.edits import Edit, changed, parsed
from advisor.cases.facts import initial_facts
from advisor.cases.questions import is_open
from advisor.explanation import why
from advisor.interview.interview import Interview
from advisor.knowledge import question, validate
from advisor.knowledge.dates import date_in
from advisor.knowledge.facts import Fact
from advisor.knowledge.loader import load_folder
from advisor.knowledge.question import SPECIAL_ANSWERS
from advisor.knowledge.question_kinds.base import QuestionKind
from advisor.knowledge.question_kinds.replies import ReplyError
from advisor.knowledge.question_kinds.table import QUESTION_KINDS
from advisor.reports.json_schema import schema
from advisor.reports.wording import edit_text

BASE = """format: 1
name: small
version: 1.0.0
"""
ENTRIES = """
sources:
  - {id: work, title: A work, via: null}
findings:
  - {id: new-partnership, title: It is new, text: It is new., tone: trouble, source: {work: work, at: page}}
questions:
  - id: founded
    kind: date
    prompt: When did it begin?
    why: What is new needs time.
    core: true
    scale: true
    options:
      - {id: 1900-01-01, text: Long ago}
      - {id: 2024-01-01, text: Lately}
rules:
  - id: young
    title: It began lately
    when: {answer: founded, at-least: 2024-01-01}
    then: {finding: new-partnership}
    because: It began lately.
    source: {work: work, at: page}
    basis: source
"""


def period(starts, said):
    """Return the last start that is not after the day that is said; None if that is no day."""
    if date_in(said) is None:
        return None
    return max((start for start in starts if start <= said), default=None)  # such days are in order as texts


class Date(QuestionKind):
    """A day, such as 2024-03-01; the options are the days on which periods begin, which rules read."""

    name = "date"
    fact_kind = "answer"
    how = "Type a day, such as 2024-03-01."

    def parts(self, question, knowledge):
        (part,) = super().parts(question, knowledge)
        return (part._replace(reads=partial(period, part.words)),)

    def takes(self, question):
        return lambda said: said in SPECIAL_ANSWERS or date_in(said) is not None

    def misfit(self, question, said):
        return f"'{said}' is not a day", "write it like 2026-09-14"

    def schema(self, question):
        return {"anyOf": [{"type": "string", "format": "date"}, {"enum": list(SPECIAL_ANSWERS)}]}

    def say_whole(self, question, value):
        return (
            value
            if date_in(value) and value not in self.whole(question)
            else super().say_whole(question, value)
        )

    def lines(self, question, interventions):
        return ()

    def understood(self, reply, question, lines):
        if date_in(reply) is None:
            raise ReplyError("Type a day, such as 2024-03-01.")
        return reply


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "base.yaml").write_text(BASE)
    (tmp_path / "all.yaml").write_text(ENTRIES)
    return tmp_path


@pytest.fixture
def advisor(monkeypatch, folder):
    monkeypatch.setitem(QUESTION_KINDS, "date", Date())
    monkeypatch.setattr(validate, "_adapters", {})
    question.KINDS_OF_QUESTION.append("date")
    try:
        yield Advisor(load_folder(folder))
    finally:
        question.KINDS_OF_QUESTION.remove("date")


def test_the_table_and_the_names_that_files_may_use_are_the_same():
    assert [*QUESTION_KINDS] == question.KINDS_OF_QUESTION


def test_a_kind_that_nobody_knows_is_refused(folder):
    file = folder / "all.yaml"
    file.write_text(file.read_text().replace("kind: date", "kind: guess"))
    with pytest.raises(KnowledgeError, match="'guess' cannot stand here in 'kind'"):
        load_folder(folder)


def test_it_is_in_the_schemas(advisor):
    answers = schema("case", advisor.knowledge)["properties"]["answers"]
    assert answers["properties"]["founded"]["anyOf"][0]["format"] == "date"
    assert '"placing", "actions", "date"' in json.dumps(schema("knowledge", advisor.knowledge))


@pytest.mark.usefixtures("advisor")
def test_the_integrity_check_knows_what_it_needs(folder):
    text = ENTRIES.replace("{answer: founded, at-least: 2024-01-01}", "{answer: founded, is: 2025-01-01}")
    (folder / "all.yaml").write_text(text)
    with pytest.raises(KnowledgeError, match="'founded' has no option '2025-01-01'"):
        load_folder(folder)


def test_a_case_file_is_read_or_refused_with_its_place(advisor, tmp_path):
    path = Path(tmp_path / "case.yaml")
    path.write_text("format: 1\nanswers:\n  founded: 2024-03-01\n")
    assert advisor.read_case(path).answers == {"founded": "2024-03-01"}
    path.write_text("format: 1\nanswers:\n  founded: banana\n")
    with pytest.raises(CaseError) as refused:
        advisor.read_case(path)
    assert "case.yaml:3:12: 'banana' is not a day" in refused.value.told()
    assert refused.value.faults[0].remedy == "write it like 2026-09-14"


@pytest.mark.parametrize(
    ("said", "period", "fires"),
    [
        ("2024-03-01", "2024-01-01", True),
        ("2019-01-01", "1900-01-01", False),
        ("not-applicable", "not-applicable", False),
    ],
)
def test_it_gives_a_fact_and_a_rule_fires_by_it(advisor, said, period, fires):
    case = Case(answers={"founded": said})
    assert initial_facts(case, advisor.knowledge) == [Fact("answer", "founded", period)]
    assert [finding.id for finding in advisor.advise(case).findings] == (["new-partnership"] if fires else [])


def test_it_is_asked_and_a_reply_is_understood(advisor):
    interview = Interview(advisor, scope="core")
    question = interview.next_question()
    assert help_text(question).startswith("Type a day")
    assert [*lines_of(question, advisor.knowledge)] == []
    with pytest.raises(ReplyError, match="Type a day"):
        understood("last year", question, [])
    interview.answer("founded", understood("2024-03-01", question, []))
    assert answer_text(interview.answer_to("founded"), question, advisor.knowledge) == "2024-03-01"
    assert interview.next_question() is None


def test_it_is_open_until_it_is_answered(advisor):
    assert is_open("founded", Case(), advisor.knowledge)
    assert is_open("founded", Case(answers={"founded": "dont-know"}), advisor.knowledge)
    assert not is_open("founded", Case(answers={"founded": "2024-03-01"}), advisor.knowledge)


def test_it_is_a_column_of_a_table(advisor):
    pytest.importorskip("polars")
    before_all_periods = "1850-01-01"  # a day, so it may stand there, and one that says nothing
    table = {"founded": ["2024-03-01", "2019-01-01", "banana", None, "dont-know", before_all_periods]}
    result = advisor.advise_many(table)
    banana = "founded: 'banana' is not a day; write it like 2026-09-14"
    assert result["faults"] == [None, None, banana, None, None, None]
    assert result["open"] == [0, 0, None, 1, 1, 1]
    for row, said in enumerate(table["founded"]):
        if result["faults"][row] is None:
            advisor.case_in({"founded": said})
        else:
            with pytest.raises(CaseError) as refused:
                advisor.case_in({"founded": said})
            assert "is not a day" in refused.value.told()
    assert advisor.case_in({"founded": "2024-03-01"}).answers == {"founded": "2024-03-01"}


def test_it_can_be_set_in_a_future(advisor):
    case = changed(Case(), parsed("founded=2024-03-01"), advisor.knowledge)
    assert case.answers == {"founded": "2024-03-01"}
    assert edit_text(Edit("founded", "2024-03-01"), advisor.knowledge) == "When did it begin? 2024-03-01"


def test_why_quotes_the_answer(advisor):
    advice = advisor.advise(Case(answers={"founded": "2024-03-01"}))
    found = why(advice, "new-partnership", advisor.knowledge)
    assert "You said: When did it begin? 'Lately'" in str(found.as_dict())
