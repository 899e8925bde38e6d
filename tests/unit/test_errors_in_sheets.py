"""Cells of a sheet that hold an error, such as #N/A: never taken for a question that was not asked."""

from __future__ import annotations

import polars as pl
import pytest
import xlsxwriter

from advisor import Advisor
from advisor.cohort.run import assess_file, open_cohort
from advisor.errors import AdvisorError, CaseError
from tests.unit.test_large_sheets import BEGIN, END, SHEET, packed

ADVISOR = Advisor()
HEADINGS = b'<row><c t="inlineStr"><is><t>contact</t></is></c><c t="inlineStr"><is><t>note</t></is></c></row>'


def assessed(path):
    output = path.with_name("out.parquet")
    assess_file(open_cohort(path, ADVISOR.assessor), output, ADVISOR.assessor)
    return pl.read_parquet(output)


def book_with(path, *sheets):
    """Write a file with sheets that begin in C2, each a list of rows; what begins with # is an error."""
    book = xlsxwriter.Workbook(str(path))
    for rows in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 2):
                if cell.startswith("#"):
                    sheet.write_formula(number, column, "=1/0", None, cell)
                else:
                    sheet.write_string(number, column, cell)
    book.close()
    return path


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_in_an_answer_marks_its_row_and_one_beside_it_is_carried_over(error, tmp_path):
    rows = [["contact", "note"], [error, "a"], ["none", error], ["none", "c"]]
    path = book_with(tmp_path / "t.xlsx", rows)
    frame = assessed(path)
    assert frame["note"].to_list() == ["a", error, "c"]
    assert [fault and fault.partition(";")[0] for fault in frame["faults"]] == [
        f"contact has no value '{error}'",
        None,
        None,
    ]
    with pytest.raises(CaseError) as told:
        ADVISOR.read_case(f"{path}#1")
    assert told.value.faults[0].what == f"contact has no value '{error}'"


def test_an_error_behind_the_last_heading_is_a_cell_too_many(tmp_path):
    rows = [["contact"], ["none", "#REF!"]]
    assert assessed(book_with(tmp_path / "t.xlsx", rows))["faults"][0].startswith("there are more cells")


def test_errors_and_formulas_without_a_value_on_other_sheets_are_nobodys_trouble(tmp_path):
    path = book_with(tmp_path / "t.xlsx", [["contact"], ["none"]], [["#N/A"]])
    assert assessed(path)["faults"].to_list() == [None]
    first, bad = BEGIN + HEADINGS + b"<row><c/></row>" + END, BEGIN + b"<row><c><f>A1</f></c></row>" + END
    path = packed(tmp_path, **{SHEET: first, "xl/worksheets/sheet2.xml": bad})
    assert open_cohort(path, ADVISOR.assessor).names == ("contact", "note")


def test_the_first_sheet_is_found_by_its_place_in_the_book_and_not_by_its_name(tmp_path):
    workbook = (
        b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="b" sheetId="2" '
        b'r:id="rId2"/><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="%s" Target="worksheets/sheet1.xml"/>'
        b'<Relationship Id="rId2" Type="%s" Target="/xl/odd/Second.xml"/></Relationships>' % (kind, kind)
    )
    second = BEGIN + HEADINGS + b'<row><c t="e"><v>#N/A</v></c></row>' + END
    members = {
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relations,
        "xl/odd/second.xml": second,
    }
    frame = assessed(packed(tmp_path, **members))
    assert frame["faults"][0].startswith("contact has no value '#N/A'")


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (b'<row r="3"><c t="e"><v>#N/A</v></c></row>', 2),
        (
            b"<row><c><v>1</v></c><c t='e'><f>B9</f><v>#N/A</v></c></row><row><c t='e'><v>#N/A</v></c></row>",
            2,
        ),
        (b'<row><c r="A4" t="e"><v>#N/A</v></c></row>', 3),
    ],
)
def test_errors_in_cells_that_do_not_say_where_they_are_are_found_in_their_rows(row, where, tmp_path):
    frame = assessed(packed(tmp_path, **{SHEET: BEGIN + HEADINGS + row + END}))
    told = dict(zip(frame["row"], frame["faults"], strict=True))
    assert told[where].startswith("contact has no value '#N/A'")


def test_an_error_that_stands_where_another_cell_does_is_refused_with_its_place(tmp_path):
    row = b'<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="A2"><v>1</v></c></row>'
    with pytest.raises(AdvisorError, match="its cell A2 holds #N/A; mend or empty that cell"):
        open_cohort(packed(tmp_path, **{SHEET: BEGIN + HEADINGS + row + END}), ADVISOR.assessor)


def test_a_sheet_with_errors_that_declares_entities_is_refused(tmp_path):
    sheet = (
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + BEGIN + HEADINGS + b'<row><c t="e"><v>#N/A</v></c></row>' + END
    )
    with pytest.raises(AdvisorError, match="it declares entities"):
        open_cohort(packed(tmp_path, **{SHEET: sheet}), ADVISOR.assessor)
