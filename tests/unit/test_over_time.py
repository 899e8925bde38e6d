"""What has moved since an earlier case is taken up by rules, and when that would be bad advice it is not."""

from __future__ import annotations

import re
from itertools import chain, combinations
from pathlib import Path

import pytest

from advisor import Advisor, Case
from advisor.advice.reasoner import Reasoner
from advisor.knowledge.facts import Fact
from advisor.verification.check_coverage import rest_on_what_is_beside

KNOWLEDGE = Advisor().knowledge
ENGINES = {name: Reasoner(KNOWLEDGE, name) for name in ("experta", "columnar")}
BACK = Fact("moved", "operational-cohesion", "back")
ON = Fact("moved", "relational-nourishment", "on")
FILE = Path(__file__).parents[2] / "knowledge" / "rules" / "over-time.yaml"
OVER_TIME = set(re.findall(r"(?m)^  - id: (.+)$", FILE.read_text(encoding="utf-8")))
OBSERVED = ("tried-lately", "helped-lately", "worse-lately", "gone-back-again")
QUARREL = {"disagreement": "open-dispute"}
AT_RISK = {"child-at-risk": "maybe"}
UNFAIR = {"their-part": {"unfair-treatment": "yes"}}
TO_HER = {"my-support": {"treated-worse": "yes"}}


def observed(id_, value="yes"):
    return Fact("observed", id_, value)


def advice(*beside, answers=None):
    return ENGINES["columnar"].advise(Case(answers=answers or {}), beside)


def short(advised, id_):
    """Return what the rules of over-time say to do about something that is advised; nothing if it is not."""
    return next((item.short for item in advised.recommendations() if item.id == id_), "")


def is_held_back(advised, id_):
    return any(each.id == id_ and "not-sat-out" in str(each.firings) for each in advised.withheld)


def cautions(advised, id_):
    return [word for item in advised.recommendations() if item.id == id_ for word in item.cautions]


def fit(advised):
    return next((pattern.fit for pattern in advised.patterns if pattern.id == "in-the-dip"), "none")


def found(advised):
    return {finding.id for finding in advised.findings}


def test_a_slide_while_something_is_tried_may_be_a_dip():
    advised = advice(BACK, observed("tried-lately"))
    assert "slid-while-trying" in found(advised)
    assert short(advised, "implementation-dip").startswith("Hold on")
    assert "name the day" in short(advised, "implementation-dip")
    assert "practise that with them" in short(advised, "managing-the-impact-of-change")


def test_a_slide_where_nothing_was_tried_is_no_dip_and_nobodys_fault():
    advised = advice(BACK, observed("tried-lately", "no"))
    assert {"slid-back", "slid-untried"} <= found(advised)
    assert short(advised, "implementation-dip") == ""
    assert "not whose fault it is" in short(advised, "being-curious")


def test_where_it_is_not_known_whether_anything_was_tried_it_is_called_neither():
    assert found(advice(BACK)) == {"slid-back"}


def test_a_gain_after_help_is_kept_up_and_said_aloud_before_the_next_thing():
    advised = advice(ON, observed("helped-lately"))
    assert short(advised, "not-innovate-most") == "Keep up what helped, and add no more than one new thing."
    assert short(advised, "valuing-expertise").startswith("Say aloud what has moved on")


def test_a_gain_for_which_nothing_is_noted_calls_for_nothing():
    assert found(advice(ON)) == {"moved-on"}
    assert advice(ON).recommendations() == ()


def test_a_slide_after_harm_calls_for_stopping_and_asking_and_not_for_holding_on():
    advised = advice(BACK, observed("tried-lately"), observed("worse-lately"))
    assert short(advised, "redefine-resistance").startswith("Stop it for now, and ask")
    assert short(advised, "implementation-dip") == ""


@pytest.mark.parametrize("seen", ["worse-lately", "gone-back-again"])
def test_neither_harm_nor_a_second_slide_is_taken_for_a_dip(seen):
    heart = {"recent-change": "confidence-down"}
    assert fit(advice(BACK, observed("tried-lately"), answers=heart)) == "likely"
    assert fit(advice(BACK, observed("tried-lately"), observed(seen), answers=heart)) != "likely"


def test_after_harm_leave_the_plan_as_it_is_does_not_go_for_what_did_it():
    advised = advice(BACK, observed("tried-lately"), observed("worse-lately"))
    assert "what-does-harm-is-no-part-of-leaving-the-plan-as-it-is" in cautions(
        advised, "managing-the-impact-of-change"
    )


def test_a_slide_that_comes_again_calls_for_a_habit_and_for_no_new_beginning():
    advised = advice(BACK, observed("gone-back-again"))
    assert short(advised, "reculturing") == "Choose one everyday habit that would have held it."
    assert "try that one thing again" in short(advised, "experimenting-and-reviewing")


@pytest.mark.parametrize(
    "answers", [QUARREL, AT_RISK, UNFAIR, TO_HER], ids=["quarrel", "child", "unfair", "to-her"]
)
class TestWhatWouldBeBadAdvice:
    def test_nobody_is_told_to_hold_on(self, answers):
        advised = advice(BACK, observed("tried-lately"), answers=answers)
        assert short(advised, "implementation-dip") == ""
        assert is_held_back(advised, "implementation-dip")

    def test_nobody_looks_past_it_to_what_has_changed(self, answers):
        advised = advice(BACK, observed("tried-lately", "no"), answers=answers)
        assert cautions(advised, "being-curious") or not short(advised, "being-curious")

    def test_a_gain_is_not_praised_before_all(self, answers):
        advised = advice(ON, observed("helped-lately"), answers=answers)
        assert "a-gain-is-not-praised-over-a-hurt" in cautions(advised, "valuing-expertise")

    def test_whoever_was_in_it_is_asked_with_care(self, answers):
        advised = advice(BACK, observed("worse-lately"), answers=answers)
        assert cautions(advised, "redefine-resistance")


def test_where_other_things_changed_too_it_is_not_put_down_to_what_was_tried():
    advised = advice(BACK, observed("tried-lately"), answers={"changes-lately": {"posts-vacant": "yes"}})
    assert "other-changes-may-be-behind-a-slide" in cautions(advised, "implementation-dip")


def test_a_gain_beside_a_slide_is_no_reason_to_look_away():
    advised = advice(ON, BACK, observed("helped-lately"))
    assert "a-gain-beside-a-slide" in cautions(advised, "not-innovate-most")


def test_the_engines_agree_on_all_that_can_be_observed():
    told = chain.from_iterable(combinations(map(observed, OBSERVED), n) for n in range(len(OBSERVED) + 1))
    for beside in told:
        for answers in ({}, QUARREL | AT_RISK):
            case = Case(answers=answers)
            one, other = (each.advise(case, (BACK, ON, *beside)) for each in ENGINES.values())
            assert one.plan == other.plan
            assert one.firings == other.firings


def test_nothing_of_it_fires_without_an_earlier_case():
    assert len(OVER_TIME) > 25
    assert rest_on_what_is_beside(KNOWLEDGE) >= OVER_TIME


def test_each_of_its_rules_fires_somewhere_here():
    fired = set()
    for answers in ({}, QUARREL, AT_RISK, UNFAIR, TO_HER, {"changes-lately": {"posts-vacant": "yes"}}):
        for lately in ("yes", "no"):
            twice = (BACK, Fact("moved", "strategic-structural-robustness", "back"))
            beside = (*twice, ON, observed("tried-lately", lately), *map(observed, OBSERVED[1:]))
            fired |= {firing.id for firing in advice(*beside, answers=answers).firings}
    assert fired >= OVER_TIME
