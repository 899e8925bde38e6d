"""What a cell of a table says: one rule for every kind of table, whatever type its cells have.

A cell is a text without the blanks around it. Nothing, not a number (NaN) and a gap of pandas (NA, NaT) are
an empty cell. Whole numbers have no decimal places: a spreadsheet keeps 3 as 3.0.
"""

from __future__ import annotations

import datetime
import enum
import math
import re
from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown, shown_name
from advisor.cohort.answer_columns import AnswerColumn

Wrong = tuple[str, str]  # what is wrong, and what to try
TEXTS = (pl.String, pl.Categorical, pl.Enum)  # the types of columns whose cells are texts as they are
YES_NO = {"true": "yes", "false": "no"}
_EXACT = 10**15  # whole numbers up to here are themselves as floating point
_PLACE = re.compile(" at 0x[0-9a-f]+")  # in memory, which is another each time
_HALVES = re.compile("[\ud800-\udfff]")
_GAPS = ("NAType", "NaTType")  # of pandas, which need not be installed


def text_of(cell: Any) -> str:
    """Return the text that a cell holds, without blanks around it; empty where it holds nothing.

    It is text in UTF-8, whatever the cell is: half a letter (a lone surrogate) becomes U+FFFD, and what does
    not say what it is, or no end of it, is told by its type. Never raises.
    """
    try:
        text = cell.strip() if type(cell) is str else _text(cell).strip()
    except Exception:  # of whatever somebody has put into a table
        return f"<{type(cell).__name__}>"
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def _text(cell: Any) -> str:
    if isinstance(cell, enum.Enum):
        cell = cell.value
    if isinstance(cell, np.generic):
        cell = cell.item()
    if cell is None or type(cell).__name__ in _GAPS:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (float, Decimal)):
        return _number(cell)
    if isinstance(cell, (bytes, bytearray)):
        return _bytes(bytes(cell))
    if isinstance(cell, datetime.datetime):
        midnight = cell.timetz() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return _PLACE.sub("", str(cell.to_list() if hasattr(cell, "to_list") else cell))


def _number(cell: float | Decimal) -> str:
    if math.isnan(cell) if isinstance(cell, float) else cell.is_nan():
        return ""
    whole = -_EXACT < cell < _EXACT and cell == int(cell)
    return str(int(cell)) if whole else str(cell)


def _bytes(cell: bytes) -> str:
    try:
        return cell.decode().strip()
    except UnicodeDecodeError:
        return cell.hex()


def value_of(text: str, answer: AnswerColumn) -> str | None:
    """Return the value that a text stands for in a column; None if it stands for none."""
    return text if answer.reads is None or text in answer.values else answer.reads(text)


def wrong_with(text: str, answer: AnswerColumn) -> Wrong | None:
    """Return what is wrong with a text in a column, if anything, and what to try; it is not empty."""
    if value_of(text, answer) in answer.values:
        return None
    if answer.is_flaw:
        what, _semicolon, remedy = text.partition("; ")
        return what, remedy
    if answer.misfit is not None:
        wrong = answer.misfit(text)
        return wrong and (f"{shown_name(answer.name)}: {wrong[0]}", wrong[1])
    meant = YES_NO.get(text.lower(), text)
    return _("{name} has no value '{text}'").format(
        name=shown_name(answer.name), text=shown(text)
    ), did_you_mean(meant, answer.values)
