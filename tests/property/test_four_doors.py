"""One table, four doors: the whole file, a row of it, a frame, a row as a mapping. They say the same."""

from __future__ import annotations

import csv
import io
from functools import partial

import polars as pl
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cohort.csv_plain import plain_rows
from advisor.cohort.csv_records import Records
from advisor.cohort.run import assess_file, open_cohort
from advisor.cohort.sinks import write_xlsx
from advisor.errors import AdvisorError, CaseError, InputError
from tests.support.amount import examples

SHIPPED = Advisor()
HEADINGS = [
    "contact",
    "trust",
    "changes-lately",
    "changes-lately.key-person-left",
    "tried.convening",
    "centre",
]
HEADINGS += ["TRUST", "Broken Promise", "contat", "families.tell", "note"]
CELLS = [
    "none",
    " careful ",
    "openly",
    "yes",
    "TRUE",
    "dont-know",
    "helped",
    "often",
    "3",
    'a"b',
    "x;y",
    None,
]


def said(work):
    """Return what a piece of work gives, or what it says is wrong with the columns."""
    try:
        return work()
    except InputError as error:
        return [(fault.line, fault.column, fault.what, fault.remedy) for fault in error.faults]


def in_rows(work):
    """Return what is wrong with a row, as the column `faults` says it."""
    try:
        work()
    except CaseError as error:
        return " | ".join(f"{fault.what}; {fault.remedy}" for fault in error.faults)
    return None


@settings(max_examples=examples(25), deadline=None)
@given(data=st.data())
def test_a_table_is_the_same_through_every_door(data, tmp_path_factory):
    names = data.draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=4, unique=True))
    cell = st.sampled_from(CELLS)
    rows = data.draw(
        st.lists(st.lists(cell, min_size=len(names), max_size=len(names)), min_size=1, max_size=4)
    )
    rows = [row for row in rows if any(row)]  # a blank row of a file is no case
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    folder = tmp_path_factory.mktemp("doors")
    frame.write_csv(folder / "t.csv")
    frame.write_parquet(folder / "t.parquet")
    write_xlsx([frame], frame.schema, folder / "t.xlsx")
    many = said(lambda: SHIPPED.advise_many(frame)["faults"].to_list())
    for kind in ("csv", "parquet", "xlsx"):
        assert said(partial(whole, folder / f"t.{kind}")) == many
    for number, row in enumerate(frame.rows(named=True), 1):
        expected = many if isinstance(next(iter(many), None), tuple) else many[number - 1]
        assert said(partial(in_rows, partial(SHIPPED.case_in, row))) == expected
        for kind in ("csv", "parquet", "xlsx"):
            door = partial(SHIPPED.read_case, f"{folder / 't'}.{kind}#{number}")
            assert said(partial(in_rows, door)) == expected


def whole(path):
    assess_file(open_cohort(path, SHIPPED.assessor), path.with_name("out.parquet"), SHIPPED.assessor)
    return pl.read_parquet(path.with_name("out.parquet"))["faults"].to_list()


@settings(max_examples=examples(300))
@given(
    rows=st.lists(
        st.lists(st.text('ab",;\n\r é\t', max_size=5), min_size=2, max_size=2), min_size=1, max_size=6
    ),
    odd=st.text('ab",\n\r', max_size=4),
    separator=st.sampled_from(",;\t|"),
)
def test_what_polars_reads_at_once_is_what_is_read_record_by_record(rows, odd, separator):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows(rows)
    text = written.getvalue() + odd
    quick = plain_rows(text.encode(), ("x", "y"), separator, 2)
    slow = [record.cells or ["", ""] for record in Records(text, separator, 0, is_last=True)]
    if quick is not None:
        cells = [[cell or "" for cell in row] for row in quick.rows()]
        assert _without_blanks(cells) == _without_blanks(slow)


def _without_blanks(rows: list[list[str]]) -> list[list[str]]:
    """Return rows of which those of blanks alone are empty: they are left out behind this either way."""
    return [row if any(map(str.strip, row)) else ["", ""] for row in rows]


@settings(max_examples=examples(200), deadline=None)
@given(content=st.binary(max_size=60) | st.text('",;\n\rno é=', max_size=60).map(str.encode))
def test_no_bytes_are_too_much_for_the_reader(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(b"contact,note\nnone,x\n" + content)
    try:
        faults = whole(path)
    except AdvisorError:
        return
    assert faults[0] is None
