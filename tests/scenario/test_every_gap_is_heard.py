"""What a leader says is missing is a reason for the thing itself, whatever else she says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Action, Advisor, Case
from advisor.knowledge.conditions import ItemIs, leaves
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.rules import Recommends, Rule, Withholds
from advisor.scenarios.loader import read_scenario_file, scenario_paths
from advisor.verification.check_hearing import unheard
from advisor.verification.subject import Subject
from tests.support.amount import examples
from tests.support.strategies import cases
from tools.hearing import companies, gaps, lists, named, with_gap

KNOWLEDGE = Advisor().knowledge
GAPS = gaps(KNOWLEDGE)
COMPANIES = companies(KNOWLEDGE)
TRIED = [(kind, id_) for kind in TRIED_KINDS for id_ in KNOWLEDGE.ids_of(kind)]


def of_gap(question: str, thing: str) -> list[Rule]:
    """Return the rules that recommend a thing where it is said to be missing."""
    return [
        rule
        for rule in KNOWLEDGE.rules
        if isinstance(rule.then, Recommends)
        and rule.then.recommend == thing
        and any(isinstance(leaf, ItemIs) and leaf.item == f"{question}.{thing}" for leaf in leaves(rule.when))
    ]


def test_there_are_forty_preconditions_and_nineteen_shifts_that_can_be_missing():
    assert len(GAPS) == 59


@pytest.mark.parametrize("company", COMPANIES)
def test_each_of_them_is_named_alone_and_in_company(company, advisor):
    advice = {gap: advisor.advise(with_gap(COMPANIES[company], *gap)) for gap in GAPS}
    assert [gap for gap in GAPS if not any(named(advice[gap], gap[1])[:2])] == []


@settings(max_examples=examples(60))
@given(case=cases(KNOWLEDGE), gap=st.sampled_from(GAPS))
def test_a_gap_is_named_whatever_else_is_said(case, gap, advisor):
    question, thing = gap
    said = case.answers.get(question)
    with_it = {**(said if isinstance(said, dict) else {}), thing: "no"}
    advice = advisor.advise(Case(answers={**case.answers, question: with_it}, actions=case.actions))
    assert any(named(advice, thing)[:2])


def test_a_gap_alone_is_a_slight_reason_and_never_first_but_as_a_small_step(advisor):
    for gap in GAPS:
        advice = advisor.advise(with_gap({}, *gap))
        (item,) = [each for each in advice.recommendations() if each.id == gap[1]]
        assert (item.strong, item.moderate, item.slight) == (0, 0, 1), gap
        (step,) = [each for each in advice.plan if each.id == gap[1]]
        assert step.when != "first" or step.small, gap


def test_each_gap_says_in_words_of_its_own_what_it_costs():
    rules = [rule for gap in GAPS for rule in of_gap(*gap)]
    assert all("." not in rule.id for rule in rules)  # none is made from a template
    assert len({rule.because for rule in rules}) == len(rules)


def test_at_least_forty_are_a_moderate_reason_where_something_shows_what_they_cost():
    moderate = [gap for gap in GAPS if any(rule.then.effect.value == "moderate" for rule in of_gap(*gap))]
    assert len(moderate) >= 40


@pytest.mark.parametrize("kind", ["precondition", "shift"])
def test_no_template_holds_a_whole_kind_back(kind):
    """One for each entry may say that it is there already, or what came of it; nothing else holds for all."""
    for rule in KNOWLEDGE.rules:
        template, _, thing = rule.id.partition(".")
        if thing in KNOWLEDGE.ids_of(kind) and isinstance(rule.then, Withholds):
            (leaf,) = leaves(rule.when)
            assert str(leaf.thing[1]).endswith(thing), template


def test_who_practises_all_shifts_is_advised_none(advisor):
    practised = {
        id_: {item.id: "yes" for item in KNOWLEDGE.questions[id_].items}
        for id_ in lists(KNOWLEDGE)
        if id_.startswith("my-")
    }
    for said in COMPANIES.values():
        assert advisor.advise(Case(answers={**said, **practised})).shifts == ()


@settings(max_examples=examples(80))
@given(case=cases(KNOWLEDGE), tried=st.sampled_from([each for each in TRIED if each[0] != "intervention"]))
@pytest.mark.parametrize("outcome", ["no-change", "worse", "too-early"])
def test_what_did_not_help_is_not_advised_again(outcome, case, tried, advisor):
    kind, thing = tried
    advice = advisor.advise(
        Case(answers=case.answers, actions=(Action(id=thing, kind=kind, outcome=outcome),))
    )
    assert thing not in {item.id for item in advice.recommendations()}
    assert thing not in {step.id for step in advice.plan}


@settings(max_examples=examples(40))
@given(case=cases(KNOWLEDGE), thing=st.sampled_from([i for k, i in TRIED if k == "intervention"]))
def test_an_intervention_that_made_it_worse_is_held_back_but_for_help_in_an_open_quarrel(
    case, thing, advisor
):
    advice = advisor.advise(Case(answers=case.answers, actions=(Action(id=thing, outcome="worse"),)))
    for item in advice.interventions:
        if item.id == thing:
            assert thing == "conflict-handling"
            assert "help-in-a-conflict-that-made-it-worse-needs-another-hand" in item.cautions


@pytest.mark.parametrize(
    "tried", [each for each in TRIED if each[0] != "intervention"], ids=lambda each: each[1]
)
def test_what_helped_is_a_reason_to_go_on(tried, advisor):
    kind, thing = tried
    advice = advisor.advise(Case(actions=(Action(id=thing, kind=kind, outcome="helped"),)))
    assert thing in {item.id for item in advice.recommendations()}


def test_times_that_were_matched_in_vain_and_a_base_that_did_harm_are_not_advised_again(advisor):
    case = Case(
        answers={"contact": "when-needed", "presence": "rarely-here", "timetable": "clash"},
        actions=(
            Action(id="synchronised-sessions", kind="precondition", outcome="no-change"),
            Action(id="co-location", kind="precondition", outcome="worse"),
        ),
    )
    advice = advisor.advise(case)
    assert {"synchronised-sessions", "co-location"}.isdisjoint(item.id for item in advice.recommendations())
    (said,) = [item for item in advice.withheld if item.id == "synchronised-sessions"]
    texts = {firing.id: firing.because for firing in advice.firings}
    assert any("ask those who were in it why" in texts[id_] for id_ in said.firings)


def test_no_answer_that_a_rule_looks_at_moves_nothing():
    scenarios = [read_scenario_file(path, KNOWLEDGE) for path in scenario_paths(KNOWLEDGE).values()]
    assert unheard(Subject(KNOWLEDGE, scenarios)) == []


@pytest.mark.parametrize(
    ("beside", "intervention", "helper"),
    [
        (
            {"who-could-help": {"sponsor": "yes"}, "managers": "absent", "contact": "none"},
            "convening",
            "sponsor",
        ),
        ({"who-could-help": {"sponsor": "yes"}, "managers": "pulling-apart"}, "visioning", "sponsor"),
        (
            {"who-could-help": {"trusted-by-both": "yes"}, "families": {"fall-between": "yes"}},
            "brokering",
            "trusted-by-both",
        ),
        (
            {
                "who-could-help": {"neutral-person": "yes"},
                "disagreement": "avoided",
                "trust": "careful",
                "partner-kind": "several",
            },
            "conflict-handling",
            "neutral-person",
        ),
    ],
)
def test_somebody_who_could_help_changes_who_leads(beside, intervention, helper, advisor):
    def led_by(answers):
        advised = advisor.advise(Case(answers=answers)).interventions
        return [item.led_by for item in advised if item.id == intervention]

    (without,) = led_by({key: said for key, said in beside.items() if key != "who-could-help"})
    assert led_by(beside) == [KNOWLEDGE.entry(helper).title] != [without]
