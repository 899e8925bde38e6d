"""The knowledge base is whole: what the design asks of every kind is there."""

from __future__ import annotations

import collections
from pathlib import Path

import pytest

from advisor import Interview
from advisor.knowledge.conditions import ItemIs, leaves
from advisor.knowledge.rules import Cautions, ComesFirst, NeedsHelp, Recommends, Rule, Withholds
from advisor.scenarios.coverage import exercised
from advisor.scenarios.loader import scenario_paths
from advisor.scenarios.scenario import tellings
from tests.support.told import shipped_scenarios

UNSEEN = Path(__file__).parents[1] / "unseen"


@pytest.fixture(scope="module")
def said(knowledge):
    """The rules by the verb of their conclusion and what it is about."""
    found: dict[str, dict[str, list[Rule]]] = collections.defaultdict(lambda: collections.defaultdict(list))
    for rule in knowledge.rules:
        then = rule.then
        match then:
            case Recommends():
                found["recommend"][then.recommend].append(rule)
            case Withholds():
                found["withhold"][then.withhold].append(rule)
            case Cautions():
                found["care"][then.caution].append(rule)
            case ComesFirst():
                found["care"][then.before].append(rule)
            case NeedsHelp():
                found["care"][then.needs_help].append(rule)
    return found


def test_there_are_at_most_20_core_prompts_and_64_in_all_beside_those_that_ask_for_an_alert(knowledge):
    alerts = {alert.question for alert in knowledge.of_kind("alert")}
    assert len(alerts) <= 1
    questions = [question for id_, question in knowledge.questions.items() if id_ not in alerts]
    assert sum(question.core for question in questions) <= 20
    assert len(questions) <= 64


@pytest.mark.parametrize("number", range(0, 70, 10))
def test_the_end_is_offered_after_20_prompts_at_most_and_the_one_about_children(advisor, number):
    """What a case does not say is not known. All are measured by benchmarks/interview.py."""
    scenarios = [f"scenario:{id_}" for id_ in scenario_paths(advisor.knowledge)]
    case = advisor.read_case([*scenarios, *sorted(UNSEEN.glob("*.yaml"))][number])
    interview = Interview(advisor)
    while interview.ending is None:
        question = interview.next_question()
        assert question is not None
        answer = case.answers.get(question.id, "dont-know")
        interview.answer(question.id, answer)
        if question.kind != "actions" and interview.open_parts(question.id):
            rest = dict.fromkeys(interview.open_parts(question.id), "dont-know")
            interview.answer(question.id, {**answer, **rest} if isinstance(answer, dict) else answer)
    assert interview.asked <= 21


@pytest.mark.parametrize("kind", ["precondition", "shift"])
def test_every_precondition_and_shift_can_be_recommended_and_held_back(knowledge, said, kind):
    for id_ in knowledge.ids_of(kind):
        assert said["recommend"][id_], id_
        assert said["withhold"][id_], id_


def test_every_intervention_has_four_supports_and_a_reason_to_take_care(knowledge, said):
    for id_ in knowledge.ids_of("intervention"):
        assert len(said["recommend"][id_]) >= 4, id_
        assert said["care"][id_], id_


@pytest.mark.parametrize("kind", ["reminder", "process", "tool"])
def test_every_reminder_process_and_tool_is_reached_by_two_rules(knowledge, said, kind):
    for id_ in knowledge.ids_of(kind):
        assert len(said["recommend"][id_]) >= 2, id_


@pytest.mark.parametrize("kind", ["technique", "borderland"])
def test_every_technique_and_borderland_is_reached(knowledge, said, kind):
    assert [id_ for id_ in knowledge.ids_of(kind) if not said["recommend"][id_]] == []


def test_every_rule_says_why(knowledge):
    for rule in knowledge.rules:
        assert rule.because.endswith((".", "?")), rule.id
        assert rule.because != rule.title, rule.id


def test_every_checklist_item_that_says_what_is_in_place_holds_that_precondition_back(knowledge, said):
    for question in knowledge.questions.values():
        if question.id.startswith("in-place-"):
            for item in question.items:
                seen = {
                    leaf.item
                    for rule in said["withhold"][item.id]
                    for leaf in leaves(rule.when)
                    if isinstance(leaf, ItemIs)
                }
                assert f"{question.id}.{item.id}" in seen


def test_typical_advice_rests_on_chains_three_or_more_rules_deep(advisor):
    advice = advisor.advise(advisor.read_case("scenario:restructured-link"))
    by_id = {firing.id: firing for firing in advice.firings}

    def depth(id_):
        return 1 + max((depth(below) for fact in by_id[id_].from_ for below in fact.firings), default=0)

    depths = [max(map(depth, item.firings)) for item in advice.interventions]
    assert min(depths[:2]) >= 3


def test_what_is_said_to_come_up_in_a_scenario_is_what_the_advice_on_it_and_its_variations_says(advisor):
    told = exercised(advisor.knowledge)
    for scenario in shipped_scenarios()[::15]:
        wanted: dict[str, str] = {}
        for telling in tellings(scenario, advisor.knowledge):
            name = f"{scenario.id} with {telling.with_}" if telling.with_ else scenario.id
            for id_ in coming_up(advisor.advise(telling.case), telling.case):
                wanted.setdefault(id_, name)
        named = {
            id_: [each for each in names if each.split()[0] == scenario.id] for id_, names in told.items()
        }
        assert {id_: names for id_, names in named.items() if names} == {
            id_: [name] for id_, name in wanted.items()
        }


def coming_up(advice, case):
    yield from case.answers
    yield from (firing.id for firing in advice.firings if not firing.is_derived)
    yield from (factor.id for factor in advice.factors if factor.firings)
    yield from (pattern.id for pattern in advice.patterns if pattern.fit == "likely")
    yield from (item.id for item in (*advice.findings, *advice.alerts, *advice.recommendations()))
