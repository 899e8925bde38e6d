"""The sector of a partner as a fact that conditions read: true, false or unknown, and told by name."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, KnowledgeError, Partner
from advisor.cases import initial_facts
from advisor.explanation import why, why_not
from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.knowledge.facts import Fact
from advisor.knowledge.influence_graph import graph
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports.condition import condition_lines

RULE = """\
rules:
  - id: of-health
    title: A partner is of health
    when: {sector: health}
    then: {finding: with-health}
    because: It was said.
    basis: judgement
    source: {work: our-practice, at: T}
  - id: not-of-housing
    title: Somebody is there, and not of housing
    when: {all: [{answer: contact, is: none}, {none: [{sector: housing}]}]}
    then: {finding: without-housing}
    because: It was said.
    basis: judgement
    source: {work: our-practice, at: T}
findings:
  - {id: with-health, title: With health, text: T, tone: context, source: {work: our-practice, at: T}}
  - {id: without-housing, title: Without housing, text: T, tone: context, source: {work: our-practice, at: T}}
"""


@pytest.fixture
def folder(tmp_path):
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/more.yaml").write_text(RULE)
    return tmp_path / "kb"


def case_of(*sectors):
    partners = tuple(Partner(name=f"Team {n}", sector=sector) for n, sector in enumerate(sectors, 1))
    return Case(answers={"contact": "none"}, partners=partners)


@pytest.mark.parametrize("engine", ["experta", "columnar"])
@pytest.mark.parametrize(
    ("sectors", "found"),
    [
        ((), set()),
        (("",), set()),
        (("toys",), set()),
        (("NHS",), {"with-health", "without-housing"}),
        (("midwives", "school"), {"with-health", "without-housing"}),
        (("health", ""), {"with-health"}),
        (("school",), {"without-housing"}),
        (("school", "toys"), set()),
        (("landlord", "GP"), {"with-health"}),
    ],
)
def test_a_sector_is_so_for_one_partner_not_so_where_each_has_another_and_else_unknown(
    folder, engine, sectors, found
):
    advice = Advisor(folder, engine=engine).advise(case_of(*sectors))
    assert {finding.id for finding in advice.findings} & {"with-health", "without-housing"} == found


def test_why_goes_down_to_the_partners_by_name(folder):
    advisor = Advisor(folder)
    advice = advisor.advise(case_of("NHS", "midwives", "school"))
    (reason,) = why(advice, "with-health", advisor.knowledge).reasons
    assert [below.text for below in reason.below] == [
        "You said that the sector of Team 1 and Team 2 is 'Health'"
    ]
    (reason,) = why(advice, "without-housing", advisor.knowledge).reasons
    assert reason.below[1].text == "You said that the sector of no partner is 'Housing'"


def test_why_not_names_the_sector_that_it_would_take(folder):
    advisor = Advisor(folder)
    (miss,) = why_not(advisor, case_of(""), "with-health").misses
    (need,) = miss.unknown
    assert (need.asked, need.said, need.wanted) == ("A partner is of the sector 'Health':", None, ("yes",))


def test_no_open_answer_can_still_change_a_sector(folder):
    knowledge = Advisor(folder).knowledge
    bounds = Bounds(evaluator_for(knowledge))
    of_health = Fact("finding", "with-health", "present")
    assert bounds.of_case(initial_facts(case_of("NHS"), knowledge)).facts[of_health] is True
    assert bounds.of_case(initial_facts(case_of("", "school"), knowledge)).facts[of_health] is False


def test_a_condition_names_the_id_of_a_sector_and_is_shown_in_words(folder):
    knowledge = Advisor(folder).knowledge
    ((_, line),) = condition_lines(knowledge.entry("of-health").when, knowledge)
    assert line == "A partner is of the sector 'Health'"
    (folder / "more.yaml").write_text(RULE.replace("{sector: health}", "{sector: NHS}"))
    with pytest.raises(KnowledgeError) as caught:
        Advisor(folder)
    assert "there is no sector 'NHS'" in str(caught.value)


def test_a_sector_stands_in_the_graph_of_what_leads_to_what(folder):
    found = graph(Advisor(folder).knowledge, "with-health")
    assert [(thing.id, thing.title) for thing in found.things] == [
        ("sector:health", "A partner is of the sector 'Health'"),
        ("with-health", "With health"),
    ]
