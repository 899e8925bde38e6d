"""Who leads, and how it begins, are about the trouble that the step tells."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case

SHIPPED = Advisor()
ONE = {"partner-kind": "one-outside", "contact": "now-and-then", "trust": "careful"}


def step(id_, **answers):
    told = {key.replace("_", "-"): value for key, value in answers.items()}
    advice = SHIPPED.advise(Case(partnership="A", answers={**ONE, **told}))
    return next(each for each in advice.plan if each.id == id_)


@pytest.mark.parametrize("part", ["i-think-so", "partly", "yes"])
def test_what_was_not_kept_by_one_partner_is_said_to_them_and_needs_nobody_in_between(part):
    found = step("conflict-handling", my_part=part, broken_promise="unmended-by-them", disagreement="avoided")
    assert found.led_by == ""
    assert "whom all" not in found.text


def test_an_open_quarrel_of_her_own_is_still_led_by_somebody_neutral():
    found = step("conflict-handling", my_part="yes", disagreement="open-dispute")
    assert "neutral" in found.led_by


def test_a_quarrel_by_letter_begins_with_a_call_to_the_one_with_whom_she_can_talk():
    found = step(
        "conflict-handling",
        contact="in-writing",
        disagreement="personal",
        who_could_help={"ally-there": "yes"},
    )
    assert "stop writing" in found.text
    assert found.led_by == ""


def test_an_own_breach_is_spoken_of_also_from_the_side_with_less_say():
    answers = {"power": "one-decides", "power-side": "theirs", "broken-promise": "unmended-by-us"}
    advice = SHIPPED.advise(
        Case(partnership="A", answers={**ONE, **answers, "meeting-troubles": {"some-not-heard": "yes"}})
    )
    assert not [each for each in advice.withheld if each.id == "being-honest"]
    firsts = [each.id for each in advice.plan if each.when == "first"]
    assert {"conflict-handling", "being-honest"} & set(firsts)


def test_a_third_who_dominates_does_not_make_her_the_weaker_side():
    answers = {"power": "one-decides", "power-side": "a-third"}
    advice = SHIPPED.advise(Case(partnership="A", answers={**ONE, **answers}))
    assert not {"they-have-the-say", "on-the-weaker-side"} & {each.id for each in advice.findings}
