"""Text that a spreadsheet would run as a formula, written so that it does not; for single texts.

A cell that begins with = + - @ or a control character is a formula to most spreadsheets, and so is what
stands behind a separator where a program cuts the line at another one than ours. An apostrophe in
front makes it text again (OWASP's rule against CSV injection). What is surely a number is left alone: digits
behind a sign, in groups of three or not, with a decimal part, a power of ten, a currency or a per cent. So
is a dash by itself. `advisor.cohort.formula_guard` does the same for columns, by the same patterns: Python
and Polars understand them alike.
"""

from __future__ import annotations

import re

_STARTS = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"  # the wide forms count too in some places
_BLANK = "\\s\\x1c-\\x1f\u00ad\u180e\u200b-\u200f\u2060\ufeff"  # what takes no room, too
_GROUP = "[.,' \u00a0\u202f\u2019]"
_MONEY = "[$\u00a3\u20ac\u00a5]"
_DIGITS = f"[0-9]+({_GROUP}[0-9]{{3}})*([.,][0-9]+)?([eE][+-]?[0-9]+)?"
NUMBER = f"^(-|[+-] ?{_MONEY}? ?{_DIGITS}([ \u00a0\u202f]?(%|\u2030|{_MONEY}))?)$"
BEGINS = f"^([{_BLANK}\\x00]*{_STARTS}|[\\t\\r\\n])"
BEHIND = f"([,;|\\t\\r\\n][{_BLANK}]*)({_STARTS})"
_NUMBER, _BEGINS, _BEHIND = re.compile(NUMBER), re.compile(BEGINS), re.compile(BEHIND)


def harmless_text(text: str) -> str:
    """Return a text so that it is no formula: an apostrophe stands in front of one."""
    if _NUMBER.fullmatch(text):
        return text
    inside = _BEHIND.sub(r"\1'\2", text)
    return f"'{inside}" if _BEGINS.match(text) else inside
