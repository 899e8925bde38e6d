"""Columns of pandas and Arrow that keep each text once, as Polars has them, without a text for each cell."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import numpy as np
import polars as pl

_IN_A_BYTE = 255


def from_categories(series: nw.Series[Any]) -> pl.Series | None:
    """Return a column with categories as an Enum of Polars; None if it is of another library, or no texts."""
    cells = series.to_native()
    if series.implementation.is_pandas():
        words, places = cells.cat.categories.tolist(), cells.cat.codes.to_numpy()
    elif series.implementation.is_pyarrow():
        whole = cells.unify_dictionaries().combine_chunks()
        words, places = whole.dictionary.to_pylist(), whole.indices.cast("int32").fill_null(-1).to_numpy()
    else:
        return None
    if not all(type(word) is str and word.isascii() for word in words) or len({*words}) < len(words):
        return None
    if len(words) < _IN_A_BYTE:  # takes half the time; where there is no cell, -1 becomes 255
        places = places.astype(np.uint8)
    return pl.Series(series.name, places).cat.to(pl.Enum(words), strict=False)
