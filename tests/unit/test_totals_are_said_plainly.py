"""What totals say in words says nothing twice, and stands where it belongs."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor import Advisor
from advisor.pages import write_totals
from advisor.reports.totals_shown import totals_shown

ADVISOR = Advisor(engine="columnar")
NEVER_BEGUN = {"contact": "none", "history": "never-began"}
BROKEN = {"trust": "careful", "history": "broke"}


def text_of(*groups):
    rows = [row for row, number in groups for _ in range(number)]
    columns = sorted({name for row, _number in groups for name in row})
    table = {name: [row.get(name, "") for row in rows] for name in columns}
    totals = ADVISOR.totals(table)
    text = write_totals(totals, ADVISOR.knowledge, "text")
    return totals, text if isinstance(text, str) else text.decode()


def test_that_nothing_comes_first_is_counted_in_one_line_alone():
    totals, text = text_of((NEVER_BEGUN, 12), ({}, 12), (BROKEN, 12))
    told = [each.values for each in totals.interventions]
    assert ("none",) in told
    assert () in told
    assert "None yet" in text
    assert "or none yet" not in text
    several = replace(totals, interventions=tuple(each for each in totals.interventions if not each.values))
    (rest,) = totals_shown(several, ADVISOR.knowledge).first
    assert rest[0] == "All others, or none yet"


def test_a_table_is_never_followed_at_once_by_the_title_of_the_next():
    _totals, text = text_of((NEVER_BEGUN, 12), ({"trust": "dont-know"}, 12), (BROKEN, 12))
    lines = text.splitlines()
    titles = [place for place, line in enumerate(lines) if line.startswith(("Day to day", "Place, times"))]
    assert titles
    for place in titles:
        assert not re.search(r"\d|[.]$", lines[place - 1]), lines[place - 1]
        assert lines[place + 1].strip()
