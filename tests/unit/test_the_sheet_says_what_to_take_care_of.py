"""The sheet to take along warns as the screen does, says her part where another leads, and nothing twice."""

from __future__ import annotations

import pytest

from advisor import Advisor
from advisor.pages import advice_page, as_html
from advisor.pages.sheet import _begin_alike
from tests.command.run import ROOT

ADVISOR = Advisor(engine="columnar")
MUCH = ROOT / "tests" / "support" / "much-under-an-alert.yaml"


def test_what_to_take_care_of_and_why_another_leads_stand_with_the_step():
    advice = ADVISOR.advise(ADVISOR.read_case(str(MUCH)))
    page = advice_page(advice, ADVISOR.knowledge)
    errand = page.sheet.errands[0]
    assert errand.care.startswith("Take care: People under pressure hear blame quickly.")
    assert errand.leads.endswith(
        "You named such a person, and that is rare. Ask each side whether they agree."
    )
    assert errand.care in as_html(page).replace("&#39;", "'")


@pytest.mark.parametrize(
    ("short", "begin", "alike"),
    [
        ("Strike one thing from your list.", "Strike one thing from your list today.", True),
        ("Ring them.", "Ring them today, and ask how it was.", False),
        ("Ask each of them what they need.", "This week, ask each of them what they need.", False),
    ],
)
def test_what_would_be_said_twice_is_left_out(short, begin, alike):
    assert _begin_alike(short, begin) is alike
