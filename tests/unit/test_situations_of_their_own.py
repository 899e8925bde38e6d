"""What the shipped knowledge makes of an order, rivals, a start, a thin team and a gap behind a quarrel."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case

ADVISOR = Advisor()
QUIET = {"disagreement": "none-yet", "broken-promise": "never"}


def fits(answers):
    advice = ADVISOR.advise(Case(answers=answers))
    return {pattern.id: pattern.fit for pattern in advice.patterns}


def planned(answers):
    return {step.id: step.when for step in ADVISOR.advise(Case(answers=answers)).plan}


@pytest.mark.parametrize("keenness", ["keen", "willing-if-asked", "want-but-cannot"])
def test_an_order_alone_is_no_forced_marriage(keenness):
    assert "forced-marriage" not in fits({"mandate": "told"})
    found = fits({"mandate": "told", "keenness": keenness, "coming": "they-come"})
    assert found["told-and-willing"] == "likely"
    assert "forced-marriage" not in found


def test_an_order_that_people_resent_is_a_forced_marriage():
    assert fits({"mandate": "told", "keenness": "because-they-must"})["forced-marriage"] == "likely"


@pytest.mark.parametrize("history", ["broke", "drifted"])
@pytest.mark.parametrize("short", ["thinned", "posts-vacant"])
def test_a_good_link_that_grew_thin_speaks_for_too_few_hands(history, short):
    assert fits({"history": history, "changes-lately": {short: "yes"}})["too-few-hands"] == "likely"


TALK = [{"output": "nothing", "follow-through": "rarely"}, {"accountability": "nobody"}]


@pytest.mark.parametrize("talk", TALK)
def test_before_a_start_nobody_is_told_of_a_talking_shop(talk):
    found = fits(
        {"contact": "regular", "agreed-goals": "goals-only", "pressing": {"starts-soon": "yes"}, **talk}
    )
    assert found["before-the-start"] == "likely"
    assert found.get("talking-shop") != "likely"


def test_rivals_are_not_brought_closer_before_it_is_decided():
    places = ("similar-services-same-day", "synchronised-sessions", "close-proximity", "co-location")
    gaps = dict.fromkeys(places, "no")
    answers = {"pressing": {"rivals": "yes"}, "in-place-geographical": gaps, "trust": "careful", **QUIET}
    assert not planned(answers).keys() & gaps.keys()
    assert planned(answers)["being-honest"] == "first"


def test_the_gap_behind_a_quarrel_is_advised_beside_the_care_of_it():
    answers = {
        "disagreement": "open-dispute",
        "link-person": "gone",
        "information": "hardly",
        "contact": "when-needed",
    }
    steps = planned(answers)
    assert steps["conflict-handling"] == "first"
    assert steps["a-link-person"] in ("first", "next")


def test_that_she_sees_no_part_of_hers_is_no_evidence_against_one():
    habits = {"not-listening": "yes", "sharp": "yes", "putting-off": "yes"}
    seen = {"my-habits": habits, "how-we-talk-of-it": "others-fault"}
    assert fits({**seen, "my-part": "no"})["own-part"] == fits(seen)["own-part"] == "likely"
