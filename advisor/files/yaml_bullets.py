"""A list as word processors have it, with a bullet or a long dash in place of the '-' of YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor._language import _

_BULLETS = "\u2022\u2023\u2043\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2219\u00b7\uf0b7"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212*+"  # which mean something else unless a blank is behind
_BEGINS = re.compile(rf"[{_BULLETS}]|[{_DASHES}](?=[ \t\u00a0])")

_HOLDS_TEXT = re.compile(r"(^|[\s:-])[|>][-+0-9]*\s*(#.*)?$")  # all that is below it is text
_HOLDS_NOTHING_YET = re.compile(r":\s*(#.*)?$")


def bullet_of(text: str) -> str:
    """Return the sign that stands where the '-' of a list should; nothing if a text begins otherwise."""
    found = _BEGINS.match(text)
    return "" if found is None else found[0]


def is_in_a_text(indent: int, above: Sequence[str]) -> bool:
    """Return whether a line of so many blanks is part of a text from above, where any sign may stand."""
    is_nearest = True
    for line in reversed(above):
        own = len(line) - len(line.lstrip())
        if own < indent and line.strip() and line[own] != "#":
            if _HOLDS_TEXT.search(line) or (is_nearest and not _HOLDS_NOTHING_YET.search(line)):
                return True
            is_nearest, indent = False, own
    return False


def no_bullet(sign: str) -> tuple[str, str]:
    """Return what is wrong with a line that begins with such a sign, and what to try."""
    what = _("this line begins with '{sign}', and no list is written so").format(sign=sign)
    return what, _("write '- ' in its place, or leave it out where 'key: value' is wanted")


def dash_wanted(value: object) -> str:
    """Return what to try where a list is wanted and something else stands."""
    sign = bullet_of(value) if isinstance(value, str) else ""
    if sign:
        return _("begin each entry with '- ', not with '{sign}'").format(sign=sign)
    return _("begin each entry with '- '")
