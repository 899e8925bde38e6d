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
        ((b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>") * 10_000, "1,000,000 cells are the most"),
        (b'<row r="1"><c r="A1"/><c s="1" r="XFD1"/></row>', "its last column is number 16,384"),
        (b'<row r="1"><c r="A1"/><c\n r = \'B1048576\'/></row>', "row 1,048,576 and column 2"),
        (b"<row/>" * 1_000_000 + b"<row><c/><c/></row>", "row 1,000,002 and column 2"),
        (b"<a>" * 8_000_001, "made of more than 8,000,000 pieces"),
        (b"<f " * 8_000_001, "made of more than 8,000,000 pieces"),
    ],
)
def test_a_sheet_that_reaches_too_far_is_refused_whatever_it_says_of_its_cells(sheet, why, tmp_path):
    with pytest.raises(AdvisorError, match=why):
        open_cohort(packed(tmp_path, **{SHEET: BEGIN + sheet + END}), ASSESSOR)


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
