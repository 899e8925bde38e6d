"""Where nothing comes first, it is said to go well only where she told so; else there is no hurry."""

from __future__ import annotations

import pytest

from advisor import Advisor

WELL = "Nothing presses: what you tell of goes well, and this is for calm times."
NO_HURRY = "Nothing that you tell of has to be done at once. This is for calm times."
NO_HURRY_BETWEEN = (
    "Between you nothing that you tell of has to be done at once. This can wait for calm times."
)
ADVISOR = Advisor(engine="columnar")
NEITHER_WELL_NOR_A_TROUBLE = [
    {"in-place-operational": {"shared-goals": "no", "input-from-all": "no"}},
    {"my-practice-with-people": {"being-curious": "no"}},
    {"families": {"asked-for-views": "no"}},
    {"my-visits": "never"},
    {"footing": "name-only"},
    {"meeting-troubles": {"one-gets-blamed": "yes"}},
    {"getting-on": "a-we", "in-place-strategic": {"shared-budgets": "no"}},
]


def nothing_first(answers):
    return ADVISOR.advise({"answers": answers}).nothing_first


@pytest.mark.parametrize("answers", NEITHER_WELL_NOR_A_TROUBLE, ids=str)
def test_what_is_missing_or_a_bare_fact_is_not_called_well(answers):
    assert nothing_first(answers) == NO_HURRY
    beside = nothing_first({**answers, "child-at-risk": "maybe"})
    assert beside == NO_HURRY_BETWEEN


@pytest.mark.parametrize("answers", [{"history": "good"}, {"how-often": "weekly"}], ids=str)
def test_what_goes_well_is_called_so(answers):
    assert nothing_first(answers) == WELL
    assert nothing_first({**answers, "child-at-risk": "maybe"}).startswith("Between you nothing presses")
