"""XLSX files that are made to take much time or memory: counted before they are opened, and refused."""

from __future__ import annotations

import zipfile

import pytest
import xlsxwriter

from advisor import Advisor
from advisor.cohort import xlsx_size
from advisor.cohort.run import open_cohort
from advisor.errors import AdvisorError

ASSESSOR = Advisor().assessor
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BEGIN, END = b"<worksheet " + SPACE + b"><sheetData>", b"</sheetData></worksheet>"
HEADING = b'<row><c t="inlineStr"><is><t>contact</t></is></c></row>'
NAMELESS = b'<row><c t="inlineStr"><is><t>none</t></is></c></row>'


def packed(folder, **members):
    """Write a sound file with one sheet, and these members in the place of its own."""
    path = folder / "t.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write_string(0, 0, "contact")
    book.close()
    with zipfile.ZipFile(path) as file:
        kept = {name: file.read(name) for name in file.namelist()} | members
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in kept.items():
            file.writestr(name, data)
    return path


def test_cells_that_do_not_say_where_they_are_follow_each_other(tmp_path):
    table = open_cohort(packed(tmp_path, **{SHEET: BEGIN + HEADING + NAMELESS * 3 + END}), ASSESSOR)
    assert [table.row(number) for number in (1, 3, 4)] == [{"contact": "none", "\0flaw": None}] * 2 + [None]


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (b"<row>" + b"<c/>" * 3_001 + b"</row>", "its last column is number 3,001"),
        (b"<x:row>" + b"<x:c  />" * 3_001 + b"</x:row>", "its last column is number 3,001"),
        ((b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>") * 5_000, "500,000 cells are the most"),
        (b'<row r="1"><c r="A1"/><c s="1" r="XFD1"/></row>', "its last column is number 16,384"),
        (b'<row r="1"><c r="A1"/><c\n r = \'B1048576\'/></row>', "row 1,048,576 and column 2"),
        (b"<row/>" * 500_000 + b"<row><c/><c/></row>", "row 500,002 and column 2"),
        (b'<row r="1"/>' * 500_001, "it holds more than 500,000 rows"),
        (b"<row>" + b'<c r="A1"/>' * 1_000 + b"<c/>" * 3_001 + b"</row>", "its last column is number 3,001"),
        (b"<a>" * 5_000_001, "made of more than 5,000,000 pieces"),
        (b"<f " * 5_000_001, "made of more than 5,000,000 pieces"),
    ],
)
def test_a_sheet_that_reaches_too_far_is_refused_whatever_it_says_of_its_cells(sheet, why, tmp_path):
    with pytest.raises(AdvisorError, match=why):
        open_cohort(packed(tmp_path, **{SHEET: BEGIN + sheet + END}), ASSESSOR)


FAR = {
    "a row that says where it is, with a cell that does not": b'<row r="1048575"><c/><c/></row>',
    "a value with a mark in it before the place": b'<row r="1"><c s=">" r="XFD1048576"/></row>',
    "so much before the place": b'<row r="1"><c s="' + b"1" * 600 + b'" r="XFD1048576"/></row>',
}


@pytest.mark.parametrize("name", ["worksheets/sheet1.xml", "worksheets/sheet1.bin", "sheets/sheet1.dat"])
@pytest.mark.parametrize("far", FAR)
def test_a_sheet_is_measured_wherever_it_is_kept_and_however_it_says_its_places(name, far, tmp_path):
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        b'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        b'Target="%s"/></Relationships>' % name.encode()
    )
    members = {"xl/_rels/workbook.xml.rels": relations, f"xl/{name}": BEGIN + FAR[far] + END}
    with pytest.raises(AdvisorError, match=r"(is|are) the most"):
        open_cohort(packed(tmp_path, **members), ASSESSOR)


@pytest.mark.parametrize("sheet", [b"<row><c r=A1/></row>", b'<row r="x"/>', b'<row><c r="AAAA1"/></row>'])
def test_a_cell_that_says_its_place_in_no_known_way_is_refused(sheet, tmp_path):
    with pytest.raises(AdvisorError, match="does not say where it is as a spreadsheet does"):
        open_cohort(packed(tmp_path, **{SHEET: BEGIN + sheet + END}), ASSESSOR)


def test_more_cells_than_a_sheet_may_hold_are_refused_also_in_one_place(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_size, "MOST_SHEET_CELLS", 10)
    with pytest.raises(AdvisorError, match="it holds more than 10 cells"):
        open_cohort(
            packed(tmp_path, **{SHEET: BEGIN + b'<row><c r="A1"/></row>' * 4 + b'<c r="A1"/>' * 11 + END}),
            ASSESSOR,
        )


def test_a_file_that_keeps_too_many_texts_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_size, "MOST_SHEET_CELLS", 10)
    texts = b"<sst " + SPACE + b">" + b"<si><t>a</t></si>" * 11 + b"</sst>"
    with pytest.raises(AdvisorError, match="it keeps more than 10 texts"):
        open_cohort(packed(tmp_path, **{TEXTS: texts}), ASSESSOR)


def test_a_file_of_very_many_members_is_refused_before_they_are_listed(tmp_path):
    path = packed(tmp_path, **{f"x/{number}.bin": b"" for number in range(20_000)})
    with pytest.raises(AdvisorError, match="what lists its content takes"):
        open_cohort(path, ASSESSOR)


def test_tags_are_counted_once_where_a_piece_cuts_them_in_two(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_size, "_CHUNK", 60)
    monkeypatch.setattr(xlsx_size, "MOST_SHEET_CELLS", 12)
    sheet = BEGIN + HEADING + NAMELESS * 10 + END
    assert open_cohort(packed(tmp_path, **{SHEET: sheet}), ASSESSOR).count() == 10
    with pytest.raises(AdvisorError, match="its last cell is in row 13 and column 1"):
        open_cohort(packed(tmp_path, **{SHEET: BEGIN + HEADING + NAMELESS * 11 + END}), ASSESSOR)


def test_all_that_a_file_is_made_of_is_counted_over_its_members(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_size, "MOST_TAGS", 1_000)
    assert open_cohort(packed(tmp_path, **{SHEET: BEGIN + HEADING + END}), ASSESSOR).count() == 0
    with pytest.raises(AdvisorError, match="made of more than 1,000 pieces"):
        open_cohort(packed(tmp_path, **{f"x/{number}": b"<a>" * 300 for number in range(4)}), ASSESSOR)
