"""Single texts and columns of them are made harmless in the same way."""

from __future__ import annotations

import polars as pl
from hypothesis import given, strategies as st

from advisor.cohort.formula_guard import harmless
from advisor.files.csv_safety import harmless_text

texts = st.text(alphabet="ab1=+-@ ,;|.\t\r\n\0\uff1d'", max_size=8)


@given(texts)
def test_a_text_and_a_column_agree(text):
    column = pl.DataFrame({"text": [text]}).select(harmless(pl.col("text")))
    assert harmless_text(text) == column.item()


def test_formulas_become_text_and_numbers_stay():
    assert [harmless_text(text) for text in ("=1+1", "-3", "a, =b", "plain")] == [
        "'=1+1",
        "-3",
        "a, '=b",
        "plain",
    ]
