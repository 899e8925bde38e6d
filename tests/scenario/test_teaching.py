"""The scenarios together: what they teach, and how far they pin the rules down."""

from __future__ import annotations

import pytest

from advisor.reports.handout_participants import participant_handout
from advisor.reports.handout_trainer import trainer_handout
from advisor.reports.outline_markdown import as_markdown
from advisor.scenarios.runner import checked_scenarios
from advisor.verification import verify
from advisor.verification.mutants import mutants
from advisor.verification.mutation import try_changes
from tests.support.told import shipped_scenarios

FEWEST = 18


@pytest.fixture(scope="module")
def scenarios():
    return shipped_scenarios()


@pytest.fixture(scope="module")
def by_id(scenarios):
    return {scenario.id: scenario for scenario in scenarios}


@pytest.fixture(scope="module")
def advised(scenarios, advisor):
    return {scenario.id: advisor.advise(scenario.case) for scenario in scenarios}


def expected(scenarios, kind):
    """Return the ids that some scenario expects in one of its lists."""
    return {each.id for scenario in scenarios for each in getattr(scenario.expect, kind)}


def test_there_are_enough(scenarios):
    assert len(scenarios) >= FEWEST


def test_every_intervention_is_first_somewhere_and_wrong_somewhere(scenarios, knowledge):
    first = {scenario.expect.first.id for scenario in scenarios if scenario.expect.first is not None}
    eight = set(knowledge.ids_of("intervention"))
    assert eight - first == set()
    assert eight - expected(scenarios, "not_recommended") == set()


def test_every_factor_is_expected_at_every_stage(scenarios, knowledge):
    stages = {(each.factor, each.is_) for scenario in scenarios for each in scenario.expect.stages}
    for factor in knowledge.ids_of("factor"):
        assert {stage for id_, stage in stages if id_ == factor} >= {"emerging", "developing", "confident"}, (
            factor
        )


def test_the_three_forms_of_inertia_and_the_six_reminders_are_expected(scenarios, knowledge):
    forms = {entry.id for entry in knowledge.of_kind("inertia") if entry.form == "form"}
    assert forms - expected(scenarios, "found") == set()
    assert set(knowledge.ids_of("reminder")) - expected(scenarios, "recommended") == set()


def test_both_ends_are_there(advised):
    well, worst = advised["everything-well"], advised["everything-at-its-worst"]
    assert {factor.stage for factor in well.factors} == {"confident"}
    assert well.interventions == ()
    assert {factor.stage for factor in worst.factors} == {"emerging"}
    assert worst.interventions[0].id == "conflict-handling"


def test_one_sees_it_rosier_than_the_evidence(by_id, advised):
    likely = [pattern.id for pattern in advised["rosier-than-it-is"].patterns if pattern.fit == "likely"]
    assert "rosier-than-it-is" in likely
    placing = by_id["rosier-than-it-is"].case.answers["placing"]
    stages = {factor.id: factor.stage for factor in advised["rosier-than-it-is"].factors}
    order = ("unknown", "emerging", "developing", "confident")
    assert sum(order.index(placed) > order.index(stages[id_]) for id_, placed in placing.items()) >= 2


def test_two_partners_see_the_same_partnership_differently(by_id, advised):
    pairs = [(scenario.id, scenario.other_view) for scenario in by_id.values() if scenario.other_view]
    assert pairs
    for one, other in pairs:
        assert by_id[other].other_view == one
        views = [{factor.id: factor.stage for factor in advised[id_].factors} for id_ in (one, other)]
        assert views[0] != views[1]


def test_every_scenario_has_what_a_group_needs(scenarios, advisor):
    for scenario in scenarios:
        assert 90 <= len(scenario.narrative.split()) <= 300, scenario.id
        assert len(scenario.expect.not_recommended) >= 2, scenario.id
        assert scenario.discuss, scenario.id
        ours = as_markdown(participant_handout(scenario, advisor))
        trainers = as_markdown(trainer_handout(scenario, advisor))
        assert scenario.narrative[:40].replace("'", "") in ours.replace("'", "")
        assert scenario.teaches[:20] not in ours
        assert scenario.expect.recommended[0].reason[:15] in trainers if scenario.expect.recommended else True


def test_every_scenario_has_a_record_and_its_rules_fire_as_recorded(advisor):
    for checked in checked_scenarios((), advisor):
        assert checked.differences == (), f"{checked.id}: advisor scenario check {checked.id} --accept"


def test_of_small_changes_to_the_rules_nine_in_ten_are_noticed(knowledge, scenarios):
    # What one entry of a template shows of it, no scenario need show of the others, as with `never-fired`.
    changes = mutants(knowledge)[::8]  # `advisor knowledge mutate` tries all of them
    tried = try_changes(knowledge, scenarios, [scenario.id for scenario in scenarios], changes)
    found = [each for each in tried if each.fires or "." not in each.mutant.of]
    assert sum(each.expectation or each.record for each in found) >= 0.9 * len(found)


def test_there_is_nothing_to_complain_of_in_the_shipped_knowledge(knowledge):
    assert [str(remark) for remark in verify(knowledge.folder).remarks] == []
