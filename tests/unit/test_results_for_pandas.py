"""Tables of pandas and Arrow with categories say what texts say, and come back as the kind that was given."""

from __future__ import annotations

import importlib
from typing import Any

import polars as pl
import pytest

from advisor import Advisor

pd: Any = importlib.import_module("pandas")  # they have no types
pa: Any = importlib.import_module("pyarrow")

SHIPPED = Advisor()
CELLS = ["none", " none ", "regular", "NONE", "", "  ", "nope", None, "dont-know", "none"]
ROWS = pl.DataFrame({"contact": CELLS, "trust": ["openly", None, "careful", "mostly ", "bad"] * 2})
EXPECTED = SHIPPED.advise_many(ROWS).to_dict(as_series=False)


def as_lists(result):
    return result.to_pydict() if isinstance(result, pa.Table) else dict_of(result)


def dict_of(result):
    return result.astype(object).where(result.notna(), None).to_dict("list")


def with_index(type_):
    table = ROWS.to_arrow()
    columns = [table[name].combine_chunks().cast(pa.string()).dictionary_encode() for name in ROWS.columns]
    return pa.table([each.cast(pa.dictionary(type_, pa.string())) for each in columns], ROWS.columns)


TABLES = {
    "pandas texts": ROWS.to_pandas(),
    "pandas categories": ROWS.to_pandas().astype("category"),
    "Polars' own dictionary, which columns share": ROWS.cast(pl.Categorical).to_arrow(),
    **{f"Arrow, {type_}": with_index(type_) for type_ in (pa.int8(), pa.uint8(), pa.int32(), pa.int64())},
}


@pytest.mark.parametrize("kind", TABLES)
def test_categories_say_what_texts_say(kind):
    assert as_lists(SHIPPED.advise_many(TABLES[kind])) == EXPECTED


def test_an_empty_cell_is_not_the_last_of_as_many_categories_as_a_byte_can_name():
    words = pa.array([f"w{number}" for number in range(255)] + ["regular"])
    cells = pa.DictionaryArray.from_arrays(pa.array([None, 255], pa.uint8()), words)
    result = SHIPPED.advise_many(pa.table({"contact": cells, "trust": ["openly", "openly"]}))
    plain = SHIPPED.advise_many({"contact": [None, "regular"], "trust": ["openly", "openly"]})
    assert result.to_pydict() == plain


def test_a_column_of_categories_in_which_nobody_has_answered_is_empty():
    nobody = pd.DataFrame({"contact": pd.Categorical([None, None]), "trust": ["openly", "careful"]})
    assert dict_of(SHIPPED.advise_many(nobody))["faults"] == [None, None]


@pytest.mark.parametrize("rows", [slice(0, 0), slice(3, 5), slice(2, 3)])
def test_in_pandas_texts_are_texts_and_numbers_numbers_whether_any_row_has_one(rows):
    given = ROWS.to_pandas()[rows]
    result = SHIPPED.advise_many(given)
    texts = pd.Series(["text", None]).dtype
    assert list(result.index) == list(given.index)
    assert all(result[name].dtype == texts for name in ("light", "first", "alerts", "faults"))
    assert all(pd.api.types.is_numeric_dtype(result[name]) for name in ("row", "open", "open-core"))
