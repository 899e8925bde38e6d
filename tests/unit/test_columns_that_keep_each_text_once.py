"""Columns with categories say what the same texts say, whatever library they are of, and however long."""

from __future__ import annotations

import importlib
from typing import Any

import polars as pl
import pytest

from advisor import Advisor

pd: Any = importlib.import_module("pandas")  # they have no types
pa: Any = importlib.import_module("pyarrow")
ADVISOR = Advisor()
CELLS = ["none", None, "regular", " regular ", "banana", "", "when-needed"]
LONG = 800  # times: long enough for texts to be compared column by column


def texts(times):
    return pl.DataFrame({"contact": pl.Series(CELLS * times, dtype=pl.String)})


def expected(times):
    one_by_one = ADVISOR.advise_many({"contact": CELLS})
    return {name: cells * times for name, cells in one_by_one.items() if name != "row"}


@pytest.mark.parametrize("times", [1, LONG])
def test_texts_say_the_same_however_long_their_column_is(times):
    assert ADVISOR.advise_many(texts(times)).drop("row").to_dict(as_series=False) == expected(times)


@pytest.mark.parametrize(
    "kind",
    [
        pl.Categorical,
        pl.Categorical(pl.Categories("few", physical=pl.UInt8)),
        pl.Enum(sorted({cell for cell in CELLS if cell is not None})),
    ],
)
def test_categories_of_polars_say_what_their_texts_say(kind):
    table = texts(2).with_columns(pl.col("contact").cast(kind))
    assert ADVISOR.advise_many(table).drop("row").to_dict(as_series=False) == expected(2)


@pytest.mark.parametrize("more", [[], [f"other {n}" for n in range(300)], ["é"], ["half \ud800"]])
def test_categories_of_pandas_say_what_their_texts_say(more):
    words = [*dict.fromkeys(cell for cell in CELLS if cell is not None), *more]
    table = pd.DataFrame({"contact": pd.Categorical(CELLS * 2, categories=pd.Index(words, dtype=object))})
    made = ADVISOR.advise_many(table)
    assert made["faults"].dropna().tolist() == [text for text in expected(2)["faults"] if text]
    assert made["open"].notna().tolist() == [number is not None for number in expected(2)["open"]]


def test_dictionaries_of_arrow_say_what_their_texts_say():
    parts = [pa.array(CELLS[:3]).dictionary_encode(), pa.array(CELLS[3:]).dictionary_encode()]
    made = ADVISOR.advise_many(pa.table({"contact": pa.chunked_array(parts)}))
    assert {name: cells for name, cells in made.to_pydict().items() if name != "row"} == expected(1)
    assert made.schema.field("open").type == pa.int64()
