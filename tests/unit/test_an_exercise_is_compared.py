"""A learner's choices beside the rules: agreed, not yet, held back or open; cautions, who leads, waiting."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from advisor import Advisor, Case
from advisor.exercise import Choice, Exercise, compared
from advisor.exercise.choices import WAIT, choices
from advisor.exercise.debriefing import debrief
from advisor.reports.exercise_comparison import comparison_outline
from advisor.reports.exercise_debrief import debrief_outline
from advisor.reports.outline_text import as_text
from advisor.scenarios.expectations import Expectations, NotRecommended, Planned
from advisor.scenarios.loader import read_scenario

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge


def exercise(name, *ids, asked=()):
    """A learner who chose these."""
    found = Exercise(read_scenario(name, KNOWLEDGE), ADVISOR, asked=[*asked])
    found.choose([Choice(id_) for id_ in ids])
    return found


def standings(name, *ids, asked=()):
    return [each.standing for each in comparison(name, *ids, asked=asked).chosen]


@cache
def comparison(name, *ids, asked=()):
    return compared(exercise(name, *ids, asked=asked))


def said(found):
    """What a learner reads, in one line."""
    told = compared(found)
    outlines = comparison_outline(told, found), debrief_outline(debrief(found, told), KNOWLEDGE)
    return " ".join(" ".join(as_text(each, 80).split()) for each in outlines)


def test_the_support_that_a_story_teaches_can_be_chosen_and_the_rules_say_so_too():
    (support,) = standings("worn-out-and-alone", "external-supervision")
    assert (support.verdict, support.place) == ("agreed", "first")
    text = said(exercise("worn-out-and-alone", "external-supervision"))
    assert "External supervision. The rules say so too: it is among the first things." in text
    assert "Whoever wrote the story would do it among the first things." in text


def test_that_it_changed_nothing_last_time_is_said_with_the_choice():
    (visioning,) = standings("accountable-centre", "visioning")
    assert visioning.verdict == "held-back"
    assert any("changed nothing last time" in caution for caution in visioning.cautions)


def test_what_has_to_wait_says_for_what_and_does_not_once_that_comes_before():
    (alone,) = standings("hot-quarrel", "process-managing")
    assert (alone.verdict, alone.after) == ("not-yet", ("conflict-handling",))
    _first, behind = standings("hot-quarrel", "conflict-handling", "process-managing")
    assert (behind.verdict, behind.after) == ("agreed", ())
    assert (
        "Make meetings work (process managing). Not before this: Settle what has gone sour (conflict"
        in said(exercise("hot-quarrel"))
    )


def test_a_caution_is_said_of_what_is_agreed_too_and_who_leads():
    (quarrel,) = standings("hot-quarrel", "conflict-handling")
    assert quarrel.verdict == "agreed"
    assert quarrel.cautions
    assert quarrel.led_by == "A neutral person whom all sides accept"


def test_of_what_is_held_back_no_more_is_told_than_three_lines():
    text = said(exercise("worn-out-and-alone", "convening"))
    told = text.partition("WHAT THE RULES WOULD DO")[0]
    assert told.count(" - ") == 3
    assert standings("worn-out-and-alone", "convening")[0].cautions[1:]


def test_what_the_rules_would_do_is_called_something_else_only_beside_what_they_agree_with():
    assert "WHAT THE RULES WOULD DO" in said(exercise("hot-quarrel", "visioning"))
    assert "WHAT ELSE THE RULES WOULD DO" in said(exercise("hot-quarrel", "conflict-handling"))


def test_whom_to_turn_to_is_said_once_to_who_would_wait():
    told = compared(found := exercise("four-employers-one-corridor", WAIT))
    text = " ".join(as_text(comparison_outline(told, found), 80).split())
    assert text.count(told.alerts[0].turn_to) == 1
    assert "- What comes before any of them does not wait." in text


def test_a_technique_is_a_way_of_doing_what_is_advised():
    (rules,) = standings("hot-quarrel", "ground-rules")
    assert (rules.verdict, rules.place, rules.way_of) == ("agreed", "", ("conflict-handling",))


def test_what_else_the_rules_would_do_is_their_plan_in_its_order():
    found = compared(exercise("hot-quarrel", "being-a-listener"))
    advice = ADVISOR.advise(read_scenario("hot-quarrel", KNOWLEDGE).case)
    plan = [step.id for step in advice.plan]
    assert [*found.plan] == plan
    assert [each.id for each in found.missed] == [id_ for id_ in plan if id_ != "being-a-listener"]


def test_two_that_are_turned_round_say_why():
    (turned,) = compared(exercise("hot-quarrel", "process-managing", "conflict-handling")).turned
    assert (turned.earlier, turned.later) == ("conflict-handling", "process-managing")
    assert turned.because


def test_of_what_the_rules_leave_open_nothing_is_called_wrong():
    untold = replace(read_scenario("hot-quarrel", KNOWLEDGE), case=Case(), expect=Expectations())
    found = Exercise(untold, ADVISOR)
    found.choose([Choice(each.id) for group in choices(KNOWLEDGE) for each in group.entries if each.kind])
    told = compared(found)
    assert {each.standing.verdict for each in told.chosen} == {"open"}
    assert not any(each.is_at_odds for each in debrief(found, told).discussed)
    text = as_text(comparison_outline(told, found), 80)
    assert "leave this open" in text
    assert "wrong" not in text


# ---- to wait and ask


def waiting(name, asked=(), **changes):
    found = exercise(name, WAIT, asked=asked)
    found.scenario = replace(found.scenario, **changes)
    return compared(found).chosen[0].standing


@pytest.mark.parametrize(
    "case", [Case(), Case(answers={"contact": "dont-know"})], ids=["nothing told", "nothing known"]
)
def test_to_wait_is_right_where_nothing_is_known(case):
    assert waiting("hot-quarrel", case=case).verdict == "agreed"


def test_to_wait_is_right_where_nothing_presses_and_says_why():
    found = waiting("everything-well")
    assert found.verdict == "agreed"
    assert found.reasons[0].startswith("Nothing presses")


def test_to_wait_is_right_where_the_author_begins_nothing_new():
    remember = Planned(id="implementation-dip", reason="It passes.")
    leave = NotRecommended(id="visioning", reason="Not now.")
    author = Expectations(in_plan=(remember,), not_recommended=(leave,))
    assert waiting("in-the-dip", expect=author).verdict == "agreed"
    begins = Planned(id="being-curious", reason="Ask.")
    assert waiting("in-the-dip", expect=replace(author, in_plan=(remember, begins))).verdict == "open"


def test_to_wait_is_left_open_where_enough_is_known_and_says_what_the_facts_asked_for_came_to():
    assert "On what you were told they would begin nothing" in waiting("hot-quarrel").reasons[0]
    knows = waiting("hot-quarrel", asked=("disagreement",))
    assert (knows.verdict, knows.reasons) == (
        "open",
        ("Enough is known to begin, with this: Settle what has gone sour (conflict handling).",),
    )


def test_an_alert_does_not_wait():
    found = waiting("four-employers-one-corridor")
    assert found.verdict == "held-back"
    assert found.reasons


# ---- facts


def test_who_asks_for_what_nobody_knows_has_spent_nothing_and_a_checklist_is_one_fact():
    found = exercise("hot-quarrel", asked=("managers", "tried"))
    assert found.spent == 0
    found.ask("my-habits")
    assert found.spent == 1
    assert {*found.with_facts(found.asked).answers} == {"managers", "my-habits"}


def test_what_was_tried_is_known_only_to_whoever_asks_for_it():
    found = exercise("accountable-centre")
    assert found.with_facts(["contact"]).actions == ()
    assert found.with_facts(["tried"]).actions == found.scenario.case.actions != ()


# ---- the debrief


def test_the_debrief_tells_the_authors_reason_for_each_choice_and_what_else_is_expected():
    found = exercise("worn-out-and-alone", "external-supervision", "visioning", "metaphors")
    told = debrief(found, compared(found))
    expect = found.scenario.expect
    reasons = [[said.reason for said in each.author] for each in told.discussed]
    (visioning,) = [each.reason for each in expect.not_recommended if each.id == "visioning"]
    assert reasons[1:] == [[visioning], []]
    assert reasons[0]
    assert [each.is_at_odds for each in told.discussed] == [False, True, False]
    chosen = [choice.id for choice in found.chosen]
    wanted = {each.id for each in (*expect.recommended, *expect.among_first, *expect.in_plan)}
    assert sorted(each.id for each in told.also_expected) == sorted(wanted - {*chosen})
    assert (told.teaches, told.discuss) == (found.scenario.teaches, found.scenario.discuss)


def test_the_other_side_is_named_by_its_number_and_point():
    found = exercise("shared-clinic-seen-by-the-head")
    other = debrief(found, compared(found)).other_view
    assert other is not None
    scenario = read_scenario(other.id, KNOWLEDGE)
    assert other.id == found.scenario.other_view
    assert (other.number, other.title, other.teaches) == (scenario.number, scenario.title, scenario.teaches)
    assert f"in case {scenario.number}: {scenario.title}" in said(found)


def test_neither_title_nor_id_nor_point_is_told_before_the_debrief():
    found = exercise("hot-quarrel", "visioning")
    text = as_text(comparison_outline(compared(found), found), 80)
    for word in (found.scenario.title, found.scenario.id, found.scenario.teaches):
        assert word not in " ".join(text.split())
