"""Many cases in whatever a program has them in: lists, generators, lazy frames, batches."""

from __future__ import annotations

import importlib
from typing import Any

import polars as pl
import pytest

from advisor import Action, Advisor, AdvisorError, Case, CaseError, TableError

pd: Any = importlib.import_module("pandas")  # they have no types
pa: Any = importlib.import_module("pyarrow")
SHIPPED = Advisor(engine="columnar")
CASES = [
    Case(answers={"contact": "none", "changes-lately": {"posts-vacant": "yes"}}),
    Case(answers={"contact": "regular"}, actions=(Action(id="convening", outcome="helped"),)),
    Case(),
]
COLUMNS = {
    "contact": ["none", "regular", None],
    "changes-lately.posts-vacant": ["yes", None, None],
    "tried.convening": [None, "helped", None],
}
EXPECTED = SHIPPED.advise_many(COLUMNS)


def rows(found):
    return [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]


@pytest.mark.parametrize(
    "given",
    [
        lambda: CASES,
        lambda: tuple(CASES),
        lambda: iter(CASES),
        lambda: dict(enumerate(CASES)).values(),
        lambda: [case.as_dict() for case in CASES],
        lambda: ({name: COLUMNS[name][row] for name in COLUMNS} for row in range(3)),
    ],
)
def test_cases_one_by_one_are_assessed_as_the_rows_of_a_table(given):
    assert SHIPPED.advise_many(given()) == rows(EXPECTED)


def test_what_is_assessed_of_a_case_is_what_is_advised_on_it():
    for case, row in zip(CASES, SHIPPED.advise_many(CASES), strict=True):
        order = [item.id for item in SHIPPED.advise(case).interventions]
        assert row["first"] == (order[0] if order else None)


def test_the_light_of_an_advice_is_that_of_the_table():
    cases = [study.case for study in SHIPPED.scenarios()]
    lights = [row["light"] for row in SHIPPED.advise_many(cases)]
    assert [SHIPPED.advise(case).light for case in cases] == lights
    assert {*lights} == {"red", "amber", "green", "unknown"}


def test_a_list_without_members_and_cases_without_answers_are_no_trouble():
    assert SHIPPED.advise_many([]) == []
    assert [row["faults"] for row in SHIPPED.advise_many([Case(), Case()])] == [None, None]


def test_a_row_that_cannot_be_used_is_marked_and_the_others_are_assessed():
    found = SHIPPED.advise_many([Case(answers={"contact": "nix"}), {"contact": "none"}])
    assert "nix" in found[0]["faults"]
    assert found[0]["first"] is None
    assert found[1]["faults"] is None


@pytest.mark.parametrize("odd", ["contact", b"contact", 3, None, [3], ["contact"]])
def test_what_is_no_table_and_no_list_of_cases_is_told(odd):
    with pytest.raises(AdvisorError):
        SHIPPED.advise_many(odd)


def test_a_lazy_frame_a_batch_and_a_table_come_back_as_what_they_were():
    frame = pl.DataFrame(COLUMNS)
    assert SHIPPED.advise_many(frame.lazy()).collect().equals(SHIPPED.advise_many(frame))
    table = pa.table(COLUMNS)
    for size in (3, 0):
        batch = table.slice(0, size).combine_chunks().to_batches() or [
            pa.RecordBatch.from_pydict({name: pa.array([], pa.string()) for name in COLUMNS})
        ]
        found = SHIPPED.advise_many(batch[0])
        assert isinstance(found, pa.RecordBatch)
        assert found.num_rows == size
    assert pa.Table.from_batches([SHIPPED.advise_many(table.to_batches()[0])]).to_pydict() == EXPECTED


def test_an_index_of_pandas_is_kept():
    frame = pd.DataFrame(COLUMNS, index=["a", "b", "c"])
    found = SHIPPED.advise_many(frame)
    assert [*found.index] == ["a", "b", "c"]
    assert [first if isinstance(first, str) else None for first in found["first"]] == EXPECTED["first"]


def test_totals_are_of_a_table_and_the_refusal_of_a_list_says_so():
    with pytest.raises(AdvisorError, match="Arrow or a mapping of columns, not list"):
        SHIPPED.totals([{"contact": "none"}])


ODD_CASES: list[Any] = [
    {"answers": {"contct": "none"}},
    {"answers": {"changes-lately": {"posts": "yes"}}},
    {"answers": {"contact": {"none": "yes"}}},
    {"answers": {"contact": None}},
    {"answers": []},
    {"format": 2, "answers": {}},
    {"notes": {"nowhere": "x"}},
    {"actions": [{"id": "nix", "outcome": "helped"}]},
    {"partners": 5},
    Case(answers={"contact": object()}),  # type: ignore[dict-item]
    Case(partners="x"),  # type: ignore[arg-type]
    Case(date="soon"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("odd", ODD_CASES)
def test_a_case_in_a_list_is_refused_in_its_row_for_what_advise_refuses_it_for(odd):
    with pytest.raises(CaseError) as refused:
        SHIPPED.advise(odd)
    told = " | ".join(f"{fault.what}; {fault.remedy}" for fault in refused.value.faults)
    first, second = SHIPPED.advise_many([odd, CASES[0]])
    assert first == dict.fromkeys(second) | {"row": 1, "faults": told}
    assert second == rows(EXPECTED)[0] | {"row": 2}


def test_an_alert_of_a_case_with_faults_is_named_all_the_same():
    given = {"answers": {"child-at-risk": "yes", "contct": "none", "changes-lately": {"nix": "yes"}}}
    assert SHIPPED.advise_many([given])[0]["alerts"] == "child-safety"


def test_cases_as_plain_data_need_no_answers():
    nothing: Any = Case(answers=None)  # type: ignore[arg-type]
    found = SHIPPED.advise_many([{"answers": None}, {"format": 1}, {"partners": []}, nothing])
    assert [row["faults"] for row in found] == [None] * 4


def test_a_column_of_pandas_that_is_there_twice_is_named():
    with pytest.raises(TableError, match="'contact' is there twice"):
        SHIPPED.advise_many(pd.DataFrame([["none", "none"]], columns=["contact", "contact"]))


def test_a_reader_of_batches_is_read_one_at_a_time_and_its_rows_are_numbered_on():
    batches = pa.table(COLUMNS).to_batches(max_chunksize=2)
    read: list[int] = []

    def one_by_one():
        for batch in batches:
            read.append(batch.num_rows)
            yield batch

    found = SHIPPED.advise_many(pa.RecordBatchReader.from_batches(batches[0].schema, one_by_one()))
    assert read == []
    assert isinstance(found, pa.RecordBatchReader)
    first = found.read_next_batch()
    assert (first.num_rows, read) == (2, [2])
    assert pa.Table.from_batches([first, *found]).to_pydict() == EXPECTED


@pytest.mark.parametrize("kind", [pa.table, pl.DataFrame, pd.DataFrame, pa.RecordBatch.from_pydict])
def test_of_a_list_or_a_generator_of_tables_the_same_comes_back(kind):
    parts = [
        kind({name: cells[start:end] for name, cells in COLUMNS.items()}) for start, end in ((0, 2), (2, 3))
    ]
    several, one_by_one = SHIPPED.advise_many(parts), SHIPPED.advise_many(iter(parts))
    assert [type(part) for part in several] == [type(part) for part in parts]
    assert not isinstance(one_by_one, list)
    for found in (several, one_by_one):
        assert [row for part in found for row in _of_column(part["row"])] == EXPECTED["row"]


def _of_column(column: Any) -> list[Any]:
    return column.to_pylist() if hasattr(column, "to_pylist") else [*column]


def test_among_tables_a_case_is_refused_with_its_place_and_among_cases_a_table():
    batch = pa.RecordBatch.from_pydict(COLUMNS)
    with pytest.raises(AdvisorError, match="member 1 is no table"):
        SHIPPED.advise_many([batch, {"contact": "none"}])
    with pytest.raises(AdvisorError, match="member 1 is neither a case nor a mapping"):
        SHIPPED.advise_many([{"contact": "none"}, batch])
