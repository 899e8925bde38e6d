"""What managers of the other side say is told where a partner is of their sector, and to nobody else."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, Partner
from advisor.explanation import why
from advisor.knowledge.conditions import leaves
from advisor.knowledge.rules import Cautions, Withholds

ADVISOR = Advisor()
GAPS = {
    "in-place-strategic": {"shared-supervision": "no", "commitment-to-joint-training": "no"},
    "in-place-relational": {"shared-training": "no"},
}


def advice_on(*sectors, **answers):
    partners = tuple(Partner(name=f"Team {n}", sector=sector) for n, sector in enumerate(sectors, 1))
    return ADVISOR.advise(Case(answers={**GAPS, **answers}, partners=partners))


def cautions(advice, id_):
    """Return the title of each caution beside a recommendation."""
    (item,) = [item for item in advice.recommendations() if item.id == id_]
    return [advice.firing(firing).title for firing in item.cautions]


def test_only_cautions_and_what_is_held_back_look_at_a_sector():
    looking = [(rule, {leaf.kind for leaf in leaves(rule.when)}) for rule in ADVISOR.knowledge.rules]
    rules = [rule for rule, kinds in looking if "sector" in kinds]
    assert rules
    assert all(isinstance(rule.then, Cautions | Withholds) for rule in rules)


@pytest.mark.parametrize(
    ("sectors", "title"),
    [
        ((), "Some professions are bound to supervision of their own"),
        (("nursery",), "Some professions are bound to supervision of their own"),
        (("midwives",), "Some in health are bound to supervision of their own"),
        (("social work", "school"), "Social workers are bound to supervision of their own"),
        (("GP", "social work"), "Some in health and in social care are bound to supervision of their own"),
    ],
)
def test_one_caution_about_supervision_speaks_of_the_sectors_that_are_there(sectors, title):
    assert cautions(advice_on(*sectors), "shared-supervision") == [title]


def test_a_mixed_course_is_told_with_care_only_where_social_care_is_a_partner():
    title = "A partner is of social care, and in a mixed course social workers can be put on trial"
    assert cautions(advice_on("social work"), "shared-training") == [title]
    assert cautions(advice_on("school"), "shared-training") == []
    assert cautions(advice_on(), "shared-training") == []


def test_where_one_gets_the_blame_from_all_there_is_no_joint_course_yet():
    advice = advice_on(**{"meeting-troubles": {"one-gets-blamed": "yes"}})
    assert "shared-training" in {held.id for held in advice.withheld}


def test_a_sector_changes_no_stage_pattern_or_order():
    plain, told = advice_on(), advice_on("health", "social care", "police")
    assert told.factors == plain.factors
    assert told.patterns == plain.patterns
    assert [step.id for step in told.plan] == [step.id for step in plain.plan]


def test_why_goes_from_a_caution_down_to_the_sector_of_a_partner():
    found = why(advice_on("midwives"), "shared-supervision", ADVISOR.knowledge)
    texts = [below.text for reason in found.against for below in reason.below]
    assert "You said that the sector of Team 1 is 'Health'" in texts
