"""What is listed for the next meeting never goes against the advice."""

from __future__ import annotations

from advisor.cli.bringing import to_bring

from advisor import Advisor, Case
from tests.command.run import ROOT

ADVISOR = Advisor()


def test_where_an_open_quarrel_leads_there_is_no_list_to_bring():
    case = Case(answers={"disagreement": "open-dispute", "their-part": "dont-know", "families": "dont-know"})
    said = " ".join(to_bring(ADVISOR.advise(case), ADVISOR.knowledge))
    assert "Your next meeting: The first step is to hear people alone" in said
    assert "To bring" not in said


def test_elsewhere_what_is_listed_is_among_the_first_steps():
    listed = 0
    for path in sorted((ROOT / "tests" / "unseen").glob("*.yaml"))[::3]:
        advice = ADVISOR.advise(ADVISOR.read_case(path))
        said = " ".join(" ".join(to_bring(advice, ADVISOR.knowledge)).split())
        assert not any(step.text in said for step in advice.plan if step.when != "first")
        listed += "To bring to the next meeting" in said
    assert listed
