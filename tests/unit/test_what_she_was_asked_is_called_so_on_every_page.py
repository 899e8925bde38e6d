"""A factor has the name that she was asked by, the study's behind; what moves it on is in her plan."""

from __future__ import annotations

import re

import pytest
from advisor.cli.so_far import so_far_text

from advisor import Advisor, AdvisorError
from advisor.advice.naming import factor_names
from advisor.pages import advice_page
from advisor.reports import advice_outline, as_text
from advisor.reports.outline import Table
from advisor.reports.what_if_outline import future_outline
from advisor.scenarios.loader import scenario_paths

ADVISOR = Advisor(engine="columnar")


def test_the_whole_page_has_the_plain_names_and_says_what_the_study_calls_them():
    advice = ADVISOR.advise(ADVISOR.read_case("scenario:health-visitors"))
    blocks = advice_outline(advice, ADVISOR.knowledge, full=True).blocks
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows[0][:2] == ("How people get on and feel about each other", "tight")
    texts = [getattr(block, "text", "") for block in blocks]
    assert any("called: relational nourishment; strategic" in text for text in texts)
    seen = [text.partition(", often seen when ")[0] for text in texts if ", often seen when " in text]
    assert seen == [row[0] for row in table.rows if row[1] != "not known yet"]


@pytest.mark.parametrize("name", sorted(scenario_paths(ADVISOR.knowledge))[::9])
def test_what_moves_a_factor_on_are_steps_of_the_plan_by_their_numbers(name):
    advice = ADVISOR.advise(ADVISOR.read_case(f"scenario:{name}"))
    for standing in advice_page(advice, ADVISOR.knowledge).standings:
        for number in map(int, re.findall(r"Step (\d+): ", standing.moves)):
            assert advice.plan[number - 1].short.rstrip(".") in standing.moves
        assert standing.moves or standing.or_else


def test_so_it_is_where_the_advice_so_far_is_told_and_where_she_asks_back():
    advice = ADVISOR.advise({"answers": {"contact": "none"}})
    told = [so_far_text(advice, ADVISOR.knowledge)]
    for wrong in (
        lambda: ADVISOR.why(advice, "strategic-structural-robustness"),
        lambda: ADVISOR.why_not({"answers": {"contact": "none"}}, "relational-nourishment=emerging"),
    ):
        with pytest.raises(AdvisorError) as error:
            wrong()
        told.append(error.value.told())
    future = ADVISOR.what_if({"answers": {"contact": "none"}}, {"contact": "regular"})
    told.append(as_text(future_outline(future, ADVISOR.knowledge, full=True)))
    names = factor_names(ADVISOR.knowledge)
    for factor in ADVISOR.knowledge.of_kind("factor"):
        assert any(names[factor.id] in text for text in told)
        assert not any(factor.title in text for text in told)
