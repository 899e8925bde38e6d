"""What leaders said of tight, in-between and loose links, coded alone, stands where they placed it.

The study's leaders sorted short statements into three lists (Appendix 20, p. 256; Section 5.2.6, p. 143; what
the words mean: Table 5.5, p. 145). Each is told here in other words and coded in the answers that say it. The
factor that it is about must stand at their level; firm or not, for one statement is one answer.
"""

from __future__ import annotations

import pytest

from advisor import Advisor, Case

E, D, C = "emerging", "developing", "confident"
R, S, W, G = "relational", "strategic", "operational", "geographical"

SAID = [
    ("they hold to the same things as we do", {"values": "same"}, R, C),
    ("they come on the same day each week", {"how-often": "weekly"}, G, C),
    ("they send us news for parents", {"their-contribution": {"send-information": "yes"}}, W, C),
    ("they are one of the team here", {"their-contribution": {"join-the-team": "yes"}}, R, C),
    ("they have put work into knowing us", {"their-contribution": {"getting-to-know-us": "yes"}}, R, C),
    ("they are close by", {"presence": "often-here"}, G, C),
    ("they are keen and behind us", {"keenness": "keen"}, R, C),
    ("we meet more and more about a child", {"their-contribution": {"meet-about-child": "yes"}}, W, C),
    ("we lead groups together", {"their-contribution": {"joint-sessions": "yes"}}, W, C),
    ("they point families to what else there is", {"their-contribution": {"tell-families": "yes"}}, W, C),
    ("they move their hours for families", {"their-contribution": {"bend-times": "yes"}}, W, C),
    ("there is something special between us", {"getting-on": "a-we"}, R, C),
    ("we share the cases and carry them together", {"families-together": "carried-together"}, W, C),
    ("they have their base in our house", {"presence": "same-place"}, G, C),
    ("we share an office", {"in-place-geographical": {"close-proximity": "yes"}}, G, C),
    ("I can call on him at any time", {"getting-on": "count-on"}, R, C),
    ("we plan and look back together", {"when-we-meet": "plan-and-look-back"}, S, C),
    ("what we stand for is still growing together", {"values": "growing"}, R, D),
    ("they are here every other week", {"how-often": "now-and-then"}, G, D),
    ("nobody sees the whole of it", {"accountability": "no-overview"}, S, D),
    ("we have begun to write down how we work", {"work-rules": "being-made"}, W, D),
    ("we are still finding out about each other", {"acquaintance": "finding-out"}, R, D),
    ("our families make little use of them", {"families": {"use-it-little": "yes"}}, W, D),
    ("they are there for other ages too", {"place-troubles": {"other-ages": "yes"}}, G, D),
    ("they are well led and short of staff", {"keenness": "want-but-cannot"}, S, D),
    ("it is about to start, so we wait and see", {"footing": "about-to-start"}, S, D),
    ("we talk, and it is always we who begin", {"initiative": "us"}, R, D),
    ("their managers have other ideas", {"managers": "pulling-apart"}, S, D),
    ("an email now and then", {"contact": "in-writing"}, R, D),
    ("we share a little about families", {"information": "patchy"}, W, D),
    ("together only when a plan for a child asks for it", {"families-together": "when-formal"}, W, D),
    ("they may not know that we exist", {"keenness": "unaware"}, R, E),
    ("there is no joint work", {"footing": "nothing"}, S, E),
    ("they only hold appointments here", {"coming": "sessions-only"}, W, E),
    ("we do not get on well", {"getting-on": "cool"}, R, E),
    ("what is written down is no help", {"work-rules": "no-help"}, W, E),
    ("there is no word between us", {"contact": "none"}, R, E),
    ("I have never met them", {"getting-on": "not-met"}, R, E),
    ("they have a way of their own", {"values": "own-way"}, R, E),
    ("they run nothing here", {"presence": "rarely-here"}, G, E),
    ("they would have us do their work", {"their-part": {"hand-us-their-work": "yes"}}, W, E),
    ("there is nowhere to decide anything", {"forum": "nowhere"}, S, E),
    ("they keep to what is theirs", {"keenness": "own-job-only"}, W, E),
    ("they sit in meetings and nothing comes of it", {"when-we-meet": "sit-through"}, S, E),
]
DEFINING = [
    ({"contact": "none"}, R, E),
    ({"presence": "same-place"}, G, C),
    ({"families-together": "carried-together"}, W, C),
]
ADVISOR = Advisor()


def stands(answers, factor):
    """Return where the factor stands whose id begins so, and how sure that is."""
    advice = ADVISOR.advise(Case(answers=answers))
    return next((each.stage, each.sure) for each in advice.factors if each.id.startswith(factor))


@pytest.mark.parametrize(("said", "answers", "factor", "stage"), SAID, ids=[said for said, *_ in SAID])
def test_a_statement_alone_stands_where_the_leaders_placed_it(said, answers, factor, stage):  # noqa: ARG001
    assert stands(answers, factor)[0] == stage


@pytest.mark.parametrize(("answers", "factor", "stage"), DEFINING)
def test_what_nearly_defines_a_stage_is_firm_by_itself(answers, factor, stage):
    assert stands(answers, factor) == (stage, "firm")


def test_her_own_placing_alone_is_tentative_and_marked_as_hers():
    advice = ADVISOR.advise(Case(answers={"placing": {"operational-cohesion": "confident"}}))
    found = next(each for each in advice.factors if each.id == "operational-cohesion")
    assert (found.stage, found.sure, found.own_view) == ("confident", "tentative", True)


def test_one_gap_beside_a_core_answer_makes_nothing_loose():
    gap = {"in-place-operational": {"shared-database": "no"}}
    assert stands(gap, W) == (E, "tentative")
    assert stands({**gap, "information": "flows"}, W)[0] == C


def test_all_preconditions_missing_hold_a_factor_at_loose_but_do_not_make_it_firm():
    items = next(q for q in ADVISOR.knowledge.questions.values() if q.id == "in-place-strategic").items
    assert stands({"in-place-strategic": {item.id: "no" for item in items}}, S) == (E, "tentative")


def test_nearly_every_shift_practised_lifts_one_answer_and_not_a_defining_one():
    items = ADVISOR.knowledge.questions["my-practice-with-people"].items
    practised = {"my-practice-with-people": {item.id: "yes" for item in items}}
    assert stands(practised, R) == (C, "tentative")
    assert stands({**practised, "contact": "none"}, R)[0] == E
