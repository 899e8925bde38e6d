"""Where one voice tells of heat each is heard alone first; what one says of herself is told to nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor import Advisor, Case
from advisor.comparison import compare
from advisor.comparison.joint import joint_advice
from advisor.reports import write_outline
from advisor.reports.comparison import comparison_outline
from advisor.reports.comparison_shared import ALONE_FIRST

KNOWLEDGE = Advisor(engine="columnar").knowledge
WELL = Case(
    respondent="Head",
    seen_from="centre",
    share="yes",
    answers={
        "contact": "regular",
        "disagreement": "worked-out",
        "broken-promise": "never",
        "trust": "openly",
        "getting-on": "count-on",
        "presence": "same-place",
        "timetable": "planned",
        "how-often": "weekly",
    },
)
OTHERWISE = replace(
    WELL,
    respondent="Partner",
    seen_from="partner",
    answers={
        **WELL.answers,
        "disagreement": "avoided",
        "trust": "careful",
        "contact": "when-needed",
        "getting-on": "cool",
        "presence": "one-roof-apart",
        "timetable": "clash",
        "how-often": "never",
    },
)
BEFORE_ALL = {
    "acknowledging-differences",
    "sense-making",
    "metaphors",
    "circles-map",
    "reflective-intervening",
}
HEAT: list[dict[str, str | dict[str, str]]] = [
    {"disagreement": "open-dispute"},
    {"disagreement": "personal"},
    {"broken-promise": "unmended-by-them"},
    {"trust": "one-side"},
    {"trust": "not-at-all"},
    {"feared": {"used-against-them": "yes"}},
    {"families": {"treated-worse": "yes"}},
]
OF_HERSELF: list[dict[str, str | dict[str, str]]] = [
    {"my-support": {"treated-worse": "yes", "feel-small": "yes"}},
    {"my-habits": {"treated-worse": "yes", "fear-and-abuse-of-power": "yes"}},
    {"their-part": {"unfair-treatment": "yes"}},  # of the other side, which the other side does not answer
]


def advised(*cases: Case) -> set[str]:
    return {item.id for item in joint_advice(cases, KNOWLEDGE).recommendations()}


def page_of(*cases: Case) -> str:
    written = write_outline(comparison_outline(compare(cases, KNOWLEDGE)), "text")
    assert isinstance(written, str)
    return " ".join(written.split())


def test_without_heat_the_views_are_looked_at_together():
    found = advised(WELL, OTHERWISE)
    assert {"acknowledging-differences", "sense-making", "metaphors", "reflective-intervening"} <= found
    assert "conflict-assessment" not in [step.id for step in compare([WELL, OTHERWISE], KNOWLEDGE).joint]


@pytest.mark.parametrize("heat", HEAT, ids=str)
@pytest.mark.parametrize("told_by", ["Head", "Partner"])
def test_heat_that_one_voice_tells_of_is_heard_alone_before_all_sit_down(heat, told_by):
    voices = [
        replace(case, answers={**case.answers, **heat}) if case.respondent == told_by else case
        for case in (WELL, OTHERWISE)
    ]
    assert not BEFORE_ALL & advised(*voices)
    assert compare(voices, KNOWLEDGE).joint[0].id == "conflict-assessment"


@pytest.mark.parametrize("own", OF_HERSELF, ids=str)
@pytest.mark.parametrize("share", ["yes", None])
def test_what_a_voice_says_of_herself_changes_no_word_of_the_page(own, share):
    partner = replace(OTHERWISE, share=share)
    told = replace(partner, answers={**partner.answers, **own})
    assert compare([WELL, told], KNOWLEDGE) == compare([WELL, partner], KNOWLEDGE)


@pytest.mark.parametrize("share", ["yes", None])
@pytest.mark.parametrize("other", [WELL, OTHERWISE], ids=["alike", "apart"])
def test_every_page_begins_with_asking_each_alone(share, other):
    assert ALONE_FIRST in page_of(WELL, replace(other, respondent="Partner", share=share))


def test_in_her_own_advice_whoever_is_treated_worse_is_not_sent_into_a_round():
    advisor = Advisor(engine="columnar")
    case = replace(
        OTHERWISE, seen_from="centre", answers={**OTHERWISE.answers, "my-support": {"treated-worse": "yes"}}
    )
    beside = joint_advice([WELL, OTHERWISE], KNOWLEDGE).beside
    apart = [each.fact for each in beside if each.kind == "apart"]
    found = {item.id for item in advisor.advise(case, beside=apart).recommendations()}
    assert not {"acknowledging-differences", "metaphors", "circles-map", "reflective-intervening"} & found
