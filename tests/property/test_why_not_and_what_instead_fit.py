"""On the page for the leader alone, what to do instead follows from why there should be no meeting."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from advisor import Advisor, Case
from advisor.advice.meeting import NotNow, Planned, meeting_for
from advisor.advice.model import Advice
from advisor.reports.outline_text import as_text
from advisor.reports.pack import beside_the_page, private_page

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge
SCENARIOS = sorted((Path(__file__).parents[2] / "knowledge" / "scenarios").glob("*.yaml"))
BASE = {"partner-kind": "one-outside", "contact": "regular", "coming": "they-come", "trust": "mostly"}
APART = {**BASE, "shared-picture": "different", "agreed-goals": "nothing", "getting-on": "friendly"}


def _of(answers: Mapping[str, str | dict[str, str]]) -> tuple[Advice, Planned | NotNow]:
    advice = ADVISOR.advise(Case(answers=answers))
    return advice, meeting_for(advice, KNOWLEDGE)


def _page(found: NotNow, advice: Advice) -> str:
    return " ".join(as_text(private_page(found, advice, "Ours", "CASE")).split())


@pytest.mark.parametrize(
    ("scenario", "why", "instead"),
    [
        ("nine-faces-on-a-screen", "Getting to know each other comes first", "Bring those who have not met"),
        ("one-worker-and-seven-doors", "Something that was promised", "Say what was promised and not done"),
        ("the-coat-in-june", "hear people alone", "Ask for half an hour with one of them"),
        ("speech-and-language", "Getting to know each other", "ask to come for half an hour"),
        ("four-employers-one-corridor", "First speak today", "First, and today"),
    ],
)
def test_the_step_in_place_of_a_meeting_is_the_one_that_the_reason_is_about(scenario, why, instead):
    advice = ADVISOR.advise(ADVISOR.read_case(f"scenario:{scenario}"))
    found = meeting_for(advice, KNOWLEDGE)
    assert isinstance(found, NotNow)
    assert why in found.why
    assert instead in _page(found, advice)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_page_for_the_leader_alone_has_a_step_of_her_plan_or_no_heading_for_one(path):
    advice = ADVISOR.advise(ADVISOR.read_case(f"scenario:{path.stem}"))
    found = meeting_for(advice, KNOWLEDGE)
    if isinstance(found, Planned):
        return
    first = [step for step in advice.plan if step.when == "first"]
    assert found.step is None or found.step in (first or advice.plan)
    assert ("What to do" in _page(found, advice)) is (found.step is not None or found.is_urgent)


def test_a_lack_of_time_keeps_nobody_from_meeting_who_comes_anyway():
    short: dict[str, str | dict[str, str]] = {"meeting-troubles": {"no-time-or-posts": "yes"}}
    assert isinstance(_of({**APART, **short})[1], Planned)
    stays_away = _of({**APART, **short, "coming": "now-and-then"})[1]
    assert isinstance(stays_away, NotNow)
    assert "Time is short" in stays_away.why


def test_a_later_step_says_nothing_against_the_meeting_of_the_first():
    advice = ADVISOR.advise(ADVISOR.read_case("scenario:they-resist"))
    later = [step for step in advice.plan if KNOWLEDGE.entry(step.id).no_meeting]
    found = meeting_for(advice, KNOWLEDGE)
    assert later
    assert isinstance(found, NotNow)
    assert KNOWLEDGE.entry(later[0].id).no_meeting != found.why


def test_what_comes_today_stands_before_what_comes_after_it():
    advice, found = _of({**BASE, "child-at-risk": "yes", "disagreement": "open-dispute"})
    assert isinstance(found, NotNow)
    said = _page(found, advice)
    places = [
        said.index(each) for each in ("safeguarding. A meeting can wait", "First, and today", "After that:")
    ]
    assert places == sorted(places)
    assert "hear people alone" in said


def test_where_no_child_is_at_risk_a_harm_of_the_past_is_told_beside_the_page():
    answers: dict[str, str | dict[str, str]] = {
        **APART,
        "child-at-risk": "no",
        "changes-lately": {"case-went-wrong": "yes"},
    }
    advice, found = _of(answers)
    assert advice.alerts
    assert "safeguarding" not in getattr(found, "why", "")
    if isinstance(found, Planned):
        assert "look once more" in next(iter(beside_the_page(found, advice, KNOWLEDGE, "CASE")))


def test_where_too_little_is_known_the_page_has_no_empty_headings():
    advice, found = _of({"contact": "regular"})
    assert isinstance(found, NotNow)
    said = _page(found, advice)
    assert "Too little is known" in said
    assert not any(each in said for each in ("What to do", "When this is done", "...."))


def test_where_nothing_presses_the_page_is_no_warning():
    advice = ADVISOR.advise(ADVISOR.read_case("scenario:everything-well"))
    found = meeting_for(advice, KNOWLEDGE)
    assert isinstance(found, NotNow)
    said = _page(found, advice)
    assert "no extra meeting needed" in said
    assert "no meeting yet" not in said
