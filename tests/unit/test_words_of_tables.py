"""What a table's faults say: which heading or cell, and what to do."""

from __future__ import annotations

import pytest

from advisor import Advisor
from advisor.errors import AdvisorError, CaseError, TableError

ADVISOR = Advisor()
HEADINGS = {
    "Contact": "the heading 'Contact' is almost 'contact'; rename it, or name it in 'other': 'Contact'",
    "contact ": "the heading 'contact ' is almost 'contact'; rename it, or name it in 'other': 'contact '",
    "tried.visionning": "there is no answer 'tried.visionning'; did you mean 'tried.visioning'? "
    "Rename it, or name it in 'other': 'tried.visionning'",
    "placing.zzz": "there is no answer 'placing.zzz'; behind 'placing.', use one of: ",
    "Families": "the heading 'Families' is almost 'families'; rename it, or name it in 'other': 'Families'",
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_is_almost_an_answer_is_told_with_both_ways_out(heading, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(f"trust,{heading}\ncareful,x\n", encoding="utf-8")
    with pytest.raises(TableError) as error:
        ADVISOR.read_case(f"{path}#1")
    assert error.value.told().startswith(f"{path}:1:2: {HEADINGS[heading]}")
    assert error.value.told().count("ame it") == 2


def test_a_fault_of_a_row_says_its_column_and_no_line(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("note,contact\na,none\nb,often\n", encoding="utf-8")
    with pytest.raises(CaseError) as error:
        ADVISOR.read_case(f"{path}#2")
    assert error.value.told().startswith(f"{path}#2, column 2: contact has no value 'often'; ")
    assert str(error.value).startswith(f"{path}#2, column 2 (contact): cannot be used")
    with pytest.raises(CaseError) as error:
        ADVISOR.read_case(f"{path}#3")
    assert error.value.told().startswith(f"{path}#3: there is no row 3; ")


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx"])
def test_a_link_that_leads_in_a_circle_is_said_to_be_one(kind, tmp_path):
    path = tmp_path / f"t.{kind}"
    path.symlink_to(path.name)
    with pytest.raises(AdvisorError, match="cannot be read: it is a link, and such links lead in a circle"):
        ADVISOR.read_case(f"{path}#1")
