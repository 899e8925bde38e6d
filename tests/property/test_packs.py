"""What lies on the table embarrasses nobody: a pack holds nothing that was answered, typed or found."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from advisor.cli.bringing import to_bring
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.meeting import NotNow, Planned, meeting_for
from advisor.cases.case import Action, Case, Partner
from advisor.reports.outline_text import as_text
from advisor.reports.pack import BLANK, alone_first, private_page, table_page
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge
UNSEEN = sorted((Path(__file__).parent.parent / "unseen").glob("*.yaml"))
SCENARIOS = sorted((Path(__file__).parents[2] / "knowledge" / "scenarios").glob("*.yaml"))
NAMES = [f"scenario:{path.stem}" for path in SCENARIOS] + [str(path) for path in UNSEEN]
STAGES = re.compile(r"\b(emerging|developing|confident|loose|tight|in between)\b", re.IGNORECASE)
TYPED = ("Qaxwort", "Qbxwort", "Qcxwort", "Qdxwort", "Qexwort", "Qfxwort")


def _found(*kinds: str) -> list[str]:
    """Return what may not be said of the entries of these kinds."""
    found = []
    for kind in kinds:
        for entry in KNOWLEDGE.of_kind(kind):
            texts = [entry.title, entry.text, getattr(entry, "short", ""), getattr(entry, "try_this", "")]
            texts += [getattr(entry, "calls_for", ""), getattr(entry, "makes_worse", "")]
            found += [text for text in texts if text]
    return found


def _asked() -> list[str]:
    """Return what was asked and could be answered: what lies on the table may say none of it."""
    found = [question.prompt for question in KNOWLEDGE.questions.values()]
    for question in KNOWLEDGE.questions.values():
        found += [each.text for each in (*question.options, *question.items) if " " in each.text]
    return found


def _any_of(texts: list[str]) -> re.Pattern[str]:
    said = sorted({" ".join(text.split()) for text in texts if len(text) > 7})
    return re.compile("|".join(rf"\b{re.escape(text)}(?!\w)" for text in said))


FOUND = _any_of(_found("pattern", "degenerative-behaviour"))  # on no page
OWN = _any_of(_found("shift"))  # the leader's own practice: on the page for her alone
ASKED = _any_of(_asked())


def _pack(case: Case) -> tuple[str, Planned | NotNow]:
    advice = ADVISOR.advise(case)
    found = meeting_for(advice, KNOWLEDGE)
    if isinstance(found, NotNow):
        page = private_page(found, advice, case.partnership, "CASE")
    else:
        page = table_page(found.meeting, case.partnership)
    return " ".join(as_text(page, 100000).split()), found


def _is_kind(said: str, *, is_for_the_table: bool) -> None:
    assert "You said:" not in said
    assert not (is_for_the_table and "you said" in said.lower())
    assert not FOUND.search(said), FOUND.search(said)
    assert not (is_for_the_table and OWN.search(said)), OWN.search(said)
    assert not (is_for_the_table and ASKED.search(said)), ASKED.search(said)
    assert not STAGES.search(said), STAGES.search(said)


@pytest.mark.parametrize("name", NAMES)
def test_no_pack_of_a_case_that_is_there_tells_what_was_said_or_found(name):
    case = ADVISOR.read_case(name)
    said, found = _pack(replace(case, partnership="Ours"))
    _is_kind(said, is_for_the_table=isinstance(found, Planned))
    typed = [case.respondent, *case.notes.values(), *(action.note for action in case.actions)]
    typed += [partner.name for partner in case.partners]
    assert [text for text in typed if text and text in said] == []


@given(cases(KNOWLEDGE), st.sampled_from(["", "Ours"]))
@settings(max_examples=examples(60), deadline=None)
def test_no_pack_of_a_made_up_case_tells_what_was_said_typed_or_found(case, name):
    partner, respondent, note, about, tried, sector = TYPED
    case = replace(
        case,
        partnership=name,
        respondent=respondent,
        about=about,
        partners=(Partner(name=partner, sector=sector), *case.partners[:1]),
        notes=dict.fromkeys(case.answers, note),
        actions=(*case.actions, Action(id="visioning", outcome="helped", note=tried)),
    )
    said, found = _pack(case)
    assert not [word for word in TYPED if word in said]
    _is_kind(said, is_for_the_table=isinstance(found, Planned))
    advice = ADVISOR.advise(case)
    if isinstance(found, Planned):
        assert not advice.alerts or case.answers["child-at-risk"] == "no"
        assert found.step in [step for step in advice.plan if step.when == "first"]
    else:
        assert all(alert.title in " ".join(alone_first(advice, found)) for alert in advice.alerts)
        assert not advice.alerts or said.startswith(advice.alerts[0].title)


@pytest.mark.parametrize("meeting", KNOWLEDGE.of_kind("meeting"), ids=lambda meeting: meeting.id)
def test_a_page_for_the_table_fills_an_hour_and_has_room_to_write(meeting):
    said = as_text(table_page(meeting, ""))
    _is_kind(" ".join(said.split()), is_for_the_table=True)
    times = [(int(start), int(end)) for start, end in re.findall(r"^(\d+) to (\d+) ", said, re.MULTILINE)]
    assert times[0][0] == 0
    assert times[-1][1] == 60
    assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]
    assert said.count(BLANK) > 3 * 4 + len(meeting.roles)
    assert len(meeting.to_fill.columns) in (3, 4)


@pytest.mark.parametrize("meeting", KNOWLEDGE.of_kind("meeting"), ids=lambda meeting: meeting.id)
def test_what_a_meeting_serves_can_be_taken_in_a_meeting(meeting):
    served = [id_ for id_, _ in KNOWLEDGE.kinds["meeting"].names(meeting)]
    assert served
    assert [id_ for id_ in served if getattr(KNOWLEDGE.entry(id_), "no_meeting", None)] == []


@pytest.mark.parametrize(
    "answers",
    [
        {"child-at-risk": "yes"},
        {"disagreement": "open-dispute"},
        {"broken-promise": "unmended-by-us"},
        {"my-support": {"worn-out": "yes"}},
        {"contact": "none"},
    ],
)
def test_where_a_meeting_is_the_wrong_thing_now_none_is_planned(answers):
    base = ADVISOR.read_case("scenario:talking-shop")
    found = meeting_for(ADVISOR.advise(replace(base, answers={**base.answers, **answers})), KNOWLEDGE)
    assert isinstance(found, NotNow)
    assert found.speaks_against


@pytest.mark.parametrize("name", NAMES)
def test_what_an_interview_says_of_the_next_meeting_is_what_the_pack_says(name):
    advice = ADVISOR.advise(ADVISOR.read_case(name))
    said = " ".join(" ".join(to_bring(advice, KNOWLEDGE)).split())
    found = meeting_for(advice, KNOWLEDGE)
    if isinstance(found, Planned):
        assert found.meeting.text in said
        assert "advisor pack CASE" in said
    else:
        assert (found.why in said) is found.speaks_against
        assert "To do together" not in said
        assert not (found.speaks_against and "To find out together" in said)
