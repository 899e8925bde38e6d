"""Columns of pandas and Arrow that keep each text once, read without a text for each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import narwhals as nw
import polars as pl

Words = Mapping[str, Sequence[str]]  # by the name of a column that holds numbers: the text of each number
NO_WORDS: Words = {}
MOST_CATEGORIES = 4_096  # to look at each of more would take long


class Numbered(NamedTuple):
    """A column as the number of the text in each cell, and the texts.

    Where there is no cell there is no number, or one that is behind the last.
    """

    numbers: pl.Series
    words: Sequence[str]

    @property
    def is_short(self) -> bool:
        """Whether to look at each text takes less than to look at each cell."""
        return len(self.words) <= min(len(self.numbers), MOST_CATEGORIES)

    def as_enum(self) -> pl.Series:
        """Return it as an Enum of Polars, which takes several times as long as to look at the numbers."""
        return self.numbers.cat.to(pl.Enum(self.words), strict=False)


def numbered(series: nw.Series[Any]) -> Numbered | None:
    """Return a column with categories as numbers; None if it is of another library, or no plain texts."""
    cells = series.to_native()
    if series.implementation.is_pandas():
        words, codes = cells.array.categories.tolist(), cells.array.codes
        numbers = codes.view(f"u{codes.itemsize}")  # -1, where there is no cell, becomes the greatest
    elif series.implementation.is_pyarrow():
        whole = cells.chunk(0) if cells.num_chunks == 1 else cells.unify_dictionaries().combine_chunks()
        words, codes = whole.dictionary.to_pylist(), whole.indices
        numbers = codes.view(f"uint{codes.type.bit_width}")
    else:
        return None
    if not all(type(word) is str and word.isascii() for word in words) or len({*words}) < len(words):
        return None
    return Numbered(pl.Series(series.name, numbers), words)
