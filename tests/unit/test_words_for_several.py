"""Texts that a leader with several partners may be told: none speaks as if there were one."""

from __future__ import annotations

import re

from advisor import Advisor, Case
from advisor.inference.circuit.gates import TRUE
from advisor.inference.network import positive
from advisor.inference.wording import ALWAYS
from advisor.knowledge.conditions import AnswerIs
from advisor.verification.possible import Query
from advisor.verification.subject import Subject

KNOWLEDGE = Advisor().knowledge
SUBJECT = Subject(KNOWLEDGE, [])
SEVERAL = positive(AnswerIs(answer="partner-kind", is_="several"), KNOWLEDGE)
AS_IF_ONE = re.compile(
    r"\b(?:the|your|this) partner\b(?!s|ship)|\byou and the partner\b|\bthe two of you\b|\byou two\b"
    r"|\b(?:both|two|neither) (?:of you|sides?|services?|teams|managers|organisations)\b|\byou both\b"
    r"|\bthe other (?:service|team|organisation)\b|\btheir manager\b",
    re.IGNORECASE,
)
RIGHT_ALL_THE_SAME = {
    "Name one thing that pulls people two ways, such as having two managers for one worker. Ask those in it "
    "where it pinches, and what would ease it.",  # two managers of one worker, and not two partners
}


def told_to_several():
    """Yield the texts of entries and rules that may be told where there are several partners."""
    evaluator = SUBJECT.evaluator
    texts = []
    for kind, entry in KNOWLEDGE.all_entries():
        own, test = evaluator.fires_at.get(entry.id, TRUE), SUBJECT.tests.get(entry.id, ALWAYS)
        names = KNOWLEDGE.kinds[kind].told
        words = [text for name in names if isinstance(text := getattr(entry, name), str)]
        texts.append((entry.id, words, query(own, test)))
        for each in getattr(entry, "said_otherwise", ()):
            when = positive(each.when, KNOWLEDGE)
            holds = evaluator.circuit.both(own, evaluator.place(when).gate)
            texts.append((entry.id, list(each.texts().values()), query(holds, test, when)))
    told = SUBJECT.possible.ask([asked for _, _, asked in texts])
    return [
        (id_, text)
        for (id_, words, _), can in zip(texts, told, strict=True)
        if can is not False
        for text in words
    ]


def query(gate, *makes):
    circuit, several = SUBJECT.evaluator.circuit, SUBJECT.evaluator.place(SEVERAL).gate
    return Query(circuit.both(gate, several), ((SEVERAL, *makes),))


def test_no_text_that_several_may_be_told_speaks_as_if_there_were_one():
    found = [(id_, text) for id_, text in told_to_several() if AS_IF_ONE.search(text)]
    assert [each for each in found if each[1] not in RIGHT_ALL_THE_SAME] == []


def test_the_texts_that_are_right_all_the_same_are_still_there():
    assert {text for _, text in told_to_several()} >= set(RIGHT_ALL_THE_SAME)


def first_step(kind):
    answers = {"partner-kind": kind, "contact": "none", "acquaintance": "hardly", "history": "never-began"}
    advice = Advisor().advise(Case(answers=answers))
    return {step.id: step.text for step in advice.plan}["being-introduced"]


def test_several_partners_are_brought_to_one_table_and_one_is_met_through_somebody():
    assert first_step("several").startswith("Bring those who have not met to one table")
    assert first_step("one-outside").startswith("Ask someone who knows you and them")
