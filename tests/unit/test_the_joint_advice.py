"""The joint advice of several voices: what all say alike, what is open, and what rules make of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Action, Advisor, AdvisorError, Case, Partner
from advisor.comparison._mirrored import mirrored
from advisor.comparison.joint import apart_facts, joint_advice, joint_case
from advisor.explanation import why
from advisor.knowledge.facts import Fact
from advisor.reports import advice_outline, write_outline
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
CENTRE = Case(
    partnership="Centre and midwives",
    respondent="Head",
    seen_from="centre",
    share="yes",
    date=datetime.date(2026, 9, 14),
    partners=(Partner(name="Midwives", sector="health"),),
    answers={
        "contact": "regular",
        "disagreement": "worked-out",
        "initiative": "us",
        "trust": "openly",
        "getting-on": "count-on",
        "keenness": "keen",
        "what-i-want": "deepen",
        "whose-ties": {"their-duty": "yes", "our-money": "yes"},
    },
    notes={"contact": "Gwen rings"},
    actions=(Action(id="visioning", outcome="helped", note="Gwen led"),),
)
PARTNER = Case(
    respondent="Lead midwife",
    seen_from="partner",
    share="yes",
    date=datetime.date(2026, 9, 20),
    answers={
        "contact": "regular",
        "disagreement": "worked-out",
        "initiative": "them",
        "trust": "not-at-all",
        "getting-on": "cool",
        "keenness": "see-no-point",
        "acquaintance": "hardly",
        "my-support": {"worn-out": "yes"},
        "whose-ties": {"our-duty": "yes", "their-money": "no"},
    },
)


def test_what_all_who_know_say_alike_counts_and_what_differs_is_open():
    joint = joint_case([CENTRE, PARTNER], KNOWLEDGE)
    assert joint.answers == {
        "contact": "regular",
        "initiative": "us",  # the partner says 'them', which is the same
        "disagreement": "worked-out",
        "acquaintance": "hardly",  # nobody else knows
        "keenness": "keen",  # a partner cannot tell how keen a partner is on working with itself
        "whose-ties": {"their-duty": "yes"},
    }
    assert (joint.respondent, joint.notes, joint.seen_from, joint.share) == ("", {}, "centre", "yes")
    assert (joint.date, joint.partners) == (PARTNER.date, CENTRE.partners)
    assert [(each.id, each.note) for each in joint.actions] == [("visioning", "")]


def test_one_who_shares_does_not_share_for_all():
    assert joint_case([CENTRE, replace(PARTNER, share=None)], KNOWLEDGE).share is None


@pytest.mark.parametrize("seat", ["above", None])
def test_of_those_above_or_in_no_seat_only_what_reads_alike_from_each_seat_counts(seat):
    above = replace(
        PARTNER, seen_from=seat, answers={"contact": "regular", "initiative": "us", "trust": "openly"}
    )
    assert joint_case([above], KNOWLEDGE).answers == {"contact": "regular", "trust": "openly"}


def test_voices_apart_are_told_and_called_to_look_at_it_together():
    careful = replace(PARTNER, answers={**PARTNER.answers, "trust": "careful"})
    advice = joint_advice([CENTRE, careful], KNOWLEDGE)
    apart = [each.fact for each in advice.beside]
    assert Fact("apart", "relational-nourishment", "yes") in apart
    assert "seen-differently" in [finding.id for finding in advice.findings]
    stages = {factor.id: factor.stage for factor in advice.factors}
    assert stages["relational-nourishment"] == "unknown"  # and not somewhere in the middle
    named = {item.id for item in advice.recommendations()}
    assert {"acknowledging-differences", "sense-making", "metaphors", "reflective-intervening"} <= named
    told = why(advice, "seen-differently", KNOWLEDGE).reasons[0].below
    assert told[0].text.startswith("You and the others see it a stage or more apart: ")
    for format_ in ("text", "markdown"):
        assert write_outline(advice_outline(advice, KNOWLEDGE, full=True), format_)


@pytest.mark.parametrize("disagreement", ["open-dispute", "personal"])
def test_in_an_open_quarrel_nothing_is_laid_side_by_side(disagreement):
    both = [
        replace(case, answers={**case.answers, "disagreement": disagreement}) for case in (CENTRE, PARTNER)
    ]
    advice = joint_advice(both, KNOWLEDGE)
    named = {item.id for item in advice.recommendations()}
    assert not {"acknowledging-differences", "sense-making", "metaphors"} & named
    assert "different-views-are-no-proof-in-a-quarrel" in {firing.id for firing in advice.firings}


def test_where_it_is_open_whether_there_is_a_quarrel_the_pictures_wait():
    quarrel = replace(PARTNER, answers={**PARTNER.answers, "disagreement": "open-dispute"})
    advice = joint_advice([CENTRE, quarrel], KNOWLEDGE)
    assert "voices-a-stage-apart-see-it-differently" in {firing.id for firing in advice.firings}
    named = {item.id for item in advice.recommendations()}
    assert not {"acknowledging-differences", "metaphors", "circles-map"} & named


def test_where_all_say_that_nobody_dares_to_speak_no_sheet_shows_who_thinks_what():
    quiet = [
        replace(
            case,
            answers={**case.answers, "trust": "not-at-all", "getting-on": getting_on, "how-often": often},
        )
        for case, getting_on, often in ((CENTRE, "a-we", "weekly"), (PARTNER, "cool", "never"))
    ]
    advice = joint_advice(quiet, KNOWLEDGE)
    if "seen-differently" in [finding.id for finding in advice.findings]:
        assert "acknowledging-differences" not in {item.id for item in advice.recommendations()}


def test_an_alert_that_any_voice_raises_stays_raised():
    calm = replace(CENTRE, answers={**CENTRE.answers, "child-at-risk": "no"})
    worried = replace(PARTNER, answers={**PARTNER.answers, "child-at-risk": "maybe"})
    for both in ([calm, worried], [worried, calm]):
        advice = joint_advice(both, KNOWLEDGE)
        assert [alert.id for alert in advice.alerts] == ["child-safety"]
        assert advice.alerts[0].firings


@given(
    st.lists(cases(KNOWLEDGE), min_size=1, max_size=3),
    st.lists(st.sampled_from(["centre", "partner", "above"])),
)
@settings(max_examples=examples(25), deadline=None)
def test_of_any_voices_every_alert_stays_and_nothing_is_told_that_somebody_denies(found, seats):
    voices = [replace(case, seen_from=seat) for case, seat in zip(found, seats + [None] * 3, strict=False)]
    advice = joint_advice(voices, KNOWLEDGE)
    for case in voices:
        assert {alert.id for alert in ADVISOR.advise(case).alerts} <= {alert.id for alert in advice.alerts}
    assert joint_case(voices, KNOWLEDGE).answers == joint_case(voices[::-1], KNOWLEDGE).answers
    assert not {"my-support", "my-part", "what-i-want"} & advice.case["answers"].keys()


@given(cases(KNOWLEDGE))
@settings(max_examples=examples(25), deadline=None)
def test_a_partner_who_sees_all_as_the_centre_does_takes_nothing_away(case):
    case = replace(case, seen_from="centre")
    other = replace(case, seen_from="partner", answers=mirrored(case.answers, KNOWLEDGE))
    assert joint_case([case, other], KNOWLEDGE).answers == joint_case([case], KNOWLEDGE).answers


def test_they_are_known_to_see_it_alike_only_where_all_know():
    alike = [ADVISOR.advise(case) for case in (CENTRE, CENTRE)]
    factor = "relational-nourishment"
    assert Fact("apart", factor, "no") in apart_facts(alike, KNOWLEDGE)
    some = [*alike, ADVISOR.advise(Case())]
    assert not [fact for fact in apart_facts(some, KNOWLEDGE) if fact.id == factor]
    assert apart_facts(alike[:1], KNOWLEDGE) == []


def test_a_joint_advice_wants_a_case():
    with pytest.raises(AdvisorError):
        joint_advice([], KNOWLEDGE)
