"""Columns of text that a spreadsheet would run as formulas, written so that it does not.

The rule, and its patterns, are those of `advisor.files.csv_safety`; here for whole columns at a time.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from advisor.files.csv_safety import BEGINS, BEHIND, NUMBER, harmless_text


def harmless(text: pl.Expr) -> pl.Expr:
    """Return a column of text in which no cell is a formula."""
    inside = text.str.replace_all(BEHIND, "${1}'${2}")
    guarded = pl.when(text.str.contains(BEGINS)).then(pl.lit("'") + inside).otherwise(inside)
    return pl.when(text.str.contains(NUMBER)).then(text).otherwise(guarded).name.keep()


def harmless_names(names: Iterable[str]) -> list[str]:
    """Return headings of which none is a formula, and no two are the same that were not before."""
    names = list(names)
    taken, found = set(names), []
    for name in names:
        safe = harmless_text(name)
        while safe != name and safe in taken:
            safe = f"'{safe}"
        taken.add(safe)
        found.append(safe)
    return found
