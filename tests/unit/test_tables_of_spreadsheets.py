"""Tables as spreadsheets write them: read right, or told what to save them as."""

from __future__ import annotations

import zipfile

import polars as pl
import pytest
import xlsxwriter

from advisor import Advisor
from advisor.cohort.run import assess_file, open_cohort
from advisor.errors import AdvisorError, CaseError, TableError

ADVISOR = Advisor()
TEXT = "contact,trust,note\nnone,careful,é\nregular,openly,b\n"


def assessed(path, kind="parquet"):
    output = path.with_name(f"out.{kind}")
    assess_file(open_cohort(path, ADVISOR.assessor), output, ADVISOR.assessor)
    return pl.read_parquet(output) if kind == "parquet" else output


def in_file(folder, content):
    path = folder / "t.csv"
    path.write_bytes(content)
    return path


READ_RIGHT = {
    "UTF-8 with its mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "UTF-16, low byte first": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16, high byte first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "lines that end in CR": TEXT.replace("\n", "\r").encode(),
    "lines that end in CR and LF": TEXT.replace("\n", "\r\n").encode(),
    "semicolons": TEXT.replace(",", ";").encode(),
    "tabs": TEXT.replace(",", "\t").encode(),
    "pipes": TEXT.replace(",", "|").encode(),
    "a line that says what separates": b"sep=;\r\n" + TEXT.replace(",", ";").encode(),
    "empty columns at the end": TEXT.replace("\n", ",,\n").encode(),
    "no end of the last line": TEXT.rstrip().encode(),
    "quotation marks where none are needed": TEXT.replace("é", '"é"').encode(),
}


@pytest.mark.parametrize("name", READ_RIGHT)
def test_it_is_read_right(name, tmp_path):
    frame = assessed(in_file(tmp_path, READ_RIGHT[name]))
    assert frame["note"].to_list() == ["é", "b"]
    assert frame["relational-nourishment"].to_list() == ["emerging", "confident"]
    assert frame["faults"].null_count() == 2


ONE_BAD = {
    "a bad byte": (b"none,careful,\xff", "the row is not written in UTF-8; save the table as 'CSV UTF-8'"),
    "a quotation mark that is not closed": (b'none,careful,"x', "a quotation mark is not closed"),
    "text behind a quotation mark": (b'none,careful,"x"y', "a quotation mark is not closed"),
    "a cell too few": (b"none,careful", "there are fewer cells than headings, 2 of 3; "),
    "a cell too many": (b"none,careful,x,y", "there are more cells than headings: 'y'; "),
}


@pytest.mark.parametrize("name", ONE_BAD)
def test_a_bad_row_is_marked_and_the_rest_goes_on(name, tmp_path):
    row, told = ONE_BAD[name]
    path = in_file(tmp_path, b"contact,trust,note\nnone,careful,a\n" + row + b"\nregular,openly,b\n")
    faults = assessed(path)["faults"].to_list()
    assert (faults[0], faults[2]) == (None, None)
    assert faults[1].startswith(told)
    with pytest.raises(CaseError) as error:
        ADVISOR.read_case(f"{path}#2")
    assert "; ".join((error.value.faults[0].what, error.value.faults[0].remedy)) == faults[1]


def test_blank_rows_are_no_cases_and_keep_the_numbers_of_the_others(tmp_path):
    path = in_file(tmp_path, b"\ncontact,trust\n\nnone,careful\n , \nregular,openly\n,\n\n\n")
    assert assessed(path)["row"].to_list() == [2, 4]
    assert ADVISOR.read_case(f"{path}#4").answers["contact"] == "regular"
    with pytest.raises(CaseError) as error:
        ADVISOR.read_case(f"{path}#3")
    assert error.value.faults[0].what == "there is no row 3"


@pytest.mark.parametrize("number", ["0", "000", "99999999999999999999999999", "9" * 5000])
def test_a_number_that_no_row_has_is_told(number, tmp_path):
    with pytest.raises(CaseError, match="cannot be used"):
        ADVISOR.read_case(f"{in_file(tmp_path, TEXT.encode())}#{number}")


@pytest.mark.parametrize(
    "heading",
    [
        "TRUST",
        "Broken Promise",
        "broken_promise",
        " trust ",
        "Trust?",
        "\uff54\uff52\uff55\uff53\uff54",
        "tru\u0308st",
    ],
)
def test_a_heading_near_an_answer_is_refused_unless_it_is_named(heading):
    with pytest.raises(TableError):
        ADVISOR.case_in({heading: "x", "contact": "none"})
    with pytest.raises(TableError):
        ADVISOR.advise_many({heading: ["x"], "contact": ["none"]})
    assert ADVISOR.case_in({heading: "x", "contact": "none"}, other=[heading]).answers == {"contact": "none"}


@pytest.mark.parametrize("row", [{"format": 1, "answers": {}}, {"contct": "none"}, {}])
def test_a_row_without_answers_is_refused(row):
    with pytest.raises(TableError):
        ADVISOR.case_in(row)


def sheet(path, rows, last=None):
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            page.write(number, column, cell)
    if last:
        page.write(*last, "x")
    book.close()
    return path


def test_a_sheet_is_read_and_written_without_formulas_and_always_the_same(tmp_path):
    path = sheet(tmp_path / "t.xlsx", [["n", "contact", "trust"], [3, "none", "careful"], [True, "no", ""]])
    frame = assessed(path)
    assert frame["n"].to_list() == ["3", "true"]
    assert frame["relational-nourishment"].to_list() == ["emerging", None]
    pl.DataFrame({"=n": ["=1+1"], "contact": ["none"]}).write_parquet(tmp_path / "f.parquet")
    once = assessed(tmp_path / "f.parquet", "xlsx").read_bytes()
    assert assessed(tmp_path / "f.parquet", "xlsx").read_bytes() == once
    page = zipfile.ZipFile(tmp_path / "out.xlsx").read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in page
    assert b"=1+1" in page


def test_a_column_without_a_heading_is_carried_over(tmp_path):
    path = sheet(tmp_path / "t.xlsx", [["contact", "", "trust"], ["none", "x", "openly"]])
    assert assessed(path)[""].to_list() == ["x"]


def test_a_sheet_that_would_grow_too_large_is_refused(tmp_path):
    far = sheet(tmp_path / "far.xlsx", [["contact"]], last=(1_048_575, 20))
    with pytest.raises(AdvisorError, match="500,000 cells are the most"):
        open_cohort(far, ADVISOR.assessor)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 300_000_000)
    with pytest.raises(AdvisorError, match="67,108,864 is the most"):
        open_cohort(tmp_path / "bomb.xlsx", ADVISOR.assessor)


def test_a_formula_without_its_value_is_not_taken_for_an_empty_cell(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "t.xlsx"))
    page = book.add_worksheet()
    page.write(0, 0, "contact")
    page.write_formula(1, 0, '="none"', None, "")
    book.close()
    with pytest.raises(AdvisorError, match="a formula without its value"):
        open_cohort(tmp_path / "t.xlsx", ADVISOR.assessor)
