"""Facts given beside a case: where voices are apart, what has moved, what was observed."""

from __future__ import annotations

import json

import pytest

from advisor import Advisor, AdvisorError, Case, KnowledgeError
from advisor.explanation import why, why_not
from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import Fact
from advisor.knowledge.influence_graph import graph
from advisor.knowledge.rules import Signs, Speaks
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline, write_outline
from advisor.reports.condition import condition_lines

FACTOR = "relationships"
RULE = """\
rules:
  - id: one
    title: They see it apart
    when: {apart: relationships}
    then: {finding: seen-apart}
    because: It was compared.
    basis: judgement
    source: {work: our-practice, at: T}
  - id: two
    title: It slid back, and something was tried
    when: {all: [{moved: relationships, in: [same, back]}, {observed: tried-lately}]}
    then: {finding: slid-after-trying}
    because: It was compared.
    basis: judgement
    source: {work: our-practice, at: T}
  - id: three
    title: They see it alike
    when: {all: [{answer: contact, is: none}, {none: [{apart: relationships}]}]}
    then: {finding: seen-alike}
    because: It was compared.
    basis: judgement
    source: {work: our-practice, at: T}
findings:
  - {id: seen-apart, title: Seen apart, text: T, tone: context, source: {work: our-practice, at: T}}
  - {id: slid-after-trying, title: Slid, text: T, tone: context, source: {work: our-practice, at: T}}
  - {id: seen-alike, title: Seen alike, text: T, tone: context, source: {work: our-practice, at: T}}
"""
CASE = Case(answers={"contact": "none"})
APART = Fact("apart", FACTOR, "yes")


@pytest.fixture
def folder(tmp_path):
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/more.yaml").write_text(RULE)
    return tmp_path / "kb"


@pytest.mark.parametrize("engine", ["experta", "columnar"])
@pytest.mark.parametrize(
    ("beside", "found"),
    [
        ([], set()),
        ([APART], {"seen-apart"}),
        ([Fact("apart", FACTOR, "no")], {"seen-alike"}),
        ([Fact("moved", FACTOR, "back")], set()),
        ([Fact("moved", FACTOR, "back"), Fact("observed", "tried-lately", "yes")], {"slid-after-trying"}),
        ([Fact("moved", FACTOR, "same"), Fact("observed", "tried-lately", "no")], set()),
        (
            [Fact("moved", FACTOR, "on"), Fact("observed", "tried-lately", "yes"), APART, APART],
            {"seen-apart"},
        ),
    ],
)
def test_they_are_read_by_rules_and_unknown_where_nobody_gave_them(folder, engine, beside, found):
    advice = Advisor(folder, engine=engine).advise(CASE, beside)
    own = {"seen-apart", "slid-after-trying", "seen-alike"}
    assert {finding.id for finding in advice.findings} & own == found
    assert json.loads(advice.as_json())["beside"] == [
        {"kind": fact.kind, "id": fact.id, "value": fact.value}
        for fact in sorted(set(beside), key=lambda fact: ("apart", "moved", "observed").index(fact.kind))
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Fact("answer", "contact", "none"), "'answer' cannot stand in a fact beside a case"),
        (Fact("apart", "relationship", "yes"), "did you mean 'relationships'?"),
        (Fact("apart", FACTOR, "perhaps"), "'perhaps' cannot stand"),
        (Fact("moved", FACTOR, "yes"), "use one of: on, same, back"),
        (Fact("observed", "tried", "yes"), "use one of: tried-lately"),
        (("apart", FACTOR), "is no fact"),
        (("apart", FACTOR, 1), "is no fact"),
        (Fact("apart", FACTOR, "no"), "given twice"),
    ],
)
def test_only_what_is_known_can_be_given(folder, given, said):
    with pytest.raises(AdvisorError) as caught:
        Advisor(folder).consult(CASE, [APART, given])
    assert said in str(caught.value)


def test_why_tells_them_in_plain_words(folder):
    advisor = Advisor(folder)
    beside = [APART, Fact("moved", FACTOR, "back"), Fact("observed", "tried-lately", "yes")]
    advice = advisor.advise(CASE, beside)
    title = advisor.knowledge.entry(FACTOR).title
    told = {
        id_: [below.text for below in why(advice, id_, advisor.knowledge).reasons[0].below]
        for id_ in ("seen-apart", "slid-after-trying")
    }
    assert told["seen-apart"] == [f"You and the others see it a stage or more apart: {title}"]
    assert told["slid-after-trying"] == [
        f"It has slid back since the last time: {title}",
        "Something was tried in the last half year",
    ]


def test_why_not_says_what_it_would_take(folder):
    advisor = Advisor(folder)
    (miss,) = why_not(advisor, CASE, "slid-after-trying").misses
    assert [(need.said, need.wanted) for need in miss.unknown] == [
        (None, ("it is the same", "it has slid back")),
        (None, ("yes",)),
    ]


def test_no_open_answer_can_still_change_them(folder):
    knowledge = Advisor(folder).knowledge
    bounds = Bounds(evaluator_for(knowledge))
    assert bounds.of_case([APART]).facts[Fact("finding", "seen-apart", "present")] is True
    assert bounds.of_case([]).facts[Fact("finding", "seen-apart", "present")] is False


def test_conditions_are_told_in_words_and_name_what_is_there(folder):
    knowledge = Advisor(folder).knowledge
    title = knowledge.entry(FACTOR).title
    lines = [text for _, text in condition_lines(knowledge.entry("two").when, knowledge)]
    assert lines[1:] == [
        f"It stands where it stood the last time: {title} or It has slid back since the last time: {title}",
        "Something was tried in the last half year",
    ]
    wrong = RULE.replace("{apart: relationships}", "{apart: contact}")
    wrong = wrong.replace("tried-lately", "tried-late").replace("in: [same, back]", "in: []")
    (folder / "more.yaml").write_text(wrong)
    with pytest.raises(KnowledgeError) as caught:
        Advisor(folder)
    said = str(caught.value)
    assert "there is no observation 'tried-late'; did you mean 'tried-lately'?" in said
    assert "contact" in said
    assert "'in' names nothing" in said


def test_they_stand_in_the_graph_of_what_leads_to_what(folder):
    knowledge = Advisor(folder).knowledge
    found = graph(knowledge, "slid-after-trying")
    assert [thing.id for thing in found.things] == [
        f"moved:{FACTOR}",
        "observed:tried-lately",
        "slid-after-trying",
    ]


def test_the_forms_of_an_advice_take_them(folder):
    advisor = Advisor(folder)
    advice = advisor.advise(CASE, [APART])
    assert write_outline(advice_outline(advice, advisor.knowledge, full=True), "text")


def test_nothing_about_how_a_partnership_stands_rests_on_them():
    knowledge = Advisor().knowledge
    for rule in knowledge.rules:
        if isinstance(rule.then, (Signs, Speaks)):
            assert not {"apart", "moved", "observed"} & {leaf.kind for leaf in leaves(rule.when)}, rule.id
