"""Text that a spreadsheet would run as a formula, written so that it does not; for single texts."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # the wide forms count too in some places
_BEGINS = re.compile(rf"[\s\0]*[{_STARTS}]|[\t\r\n]")
_BEHIND = re.compile(rf"([,;|\t\r\n]\s*)([{_STARTS}])")


def harmless_text(text: str) -> str:
    """Return a text so that it is no formula: an apostrophe stands in front of one (OWASP's rule)."""
    inside = _BEHIND.sub(r"\1'\2", text)
    begins = _BEGINS.match(text) and not _NUMBER.fullmatch(text)
    return f"'{inside}" if begins else inside
