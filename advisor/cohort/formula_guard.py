"""Text that a spreadsheet would run as a formula, written so that it does not.

A cell that begins with = + - @ or a control character is a formula to most spreadsheets, and so is what
stands behind a separator where a program cuts the line at another one than ours. An apostrophe in
front makes it text again. Plain numbers are left alone. The rule is OWASP's (CSV injection). This is for
columns; `advisor.files.csv_safety` does the same for single texts.
"""

from __future__ import annotations

import polars as pl

_NUMBER = r"^[+-]?[0-9]+([.,][0-9]+)?$"
_STARTS = r"=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}"  # the wide forms count too in some places
_BEGINS = rf"^([\s\x00]*[{_STARTS}]|[\t\r\n])"
_BEHIND = rf"([,;|\t\r\n]\s*)([{_STARTS}])"


def harmless(text: pl.Expr) -> pl.Expr:
    """Return a column of text in which no cell is a formula."""
    begins = text.str.contains(_BEGINS) & ~text.str.contains(_NUMBER)
    inside = text.str.replace_all(_BEHIND, "${1}'${2}")
    return pl.when(begins).then(pl.lit("'") + inside).otherwise(inside).name.keep()
