"""Text from files and from the command line, made fit to be shown: it is data, never escape codes."""

from __future__ import annotations

import unicodedata

_LONGEST = 40
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn the reading direction


def steers(character: str) -> bool:
    """Return whether a character could steer a terminal or turn text round, or is none that can be shown."""
    is_none = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return is_none or character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def shown_name(text: str) -> str:
    """Return `text` on one line, with '?' for whatever could steer a terminal."""
    return "".join("?" if steers(character) else character for character in text)


def shown(value: object) -> str:
    """Return a value short and fit to be shown."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = shown_name("" if value is None else str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def id_from(text: str, otherwise: str) -> str:
    """Return a text as an id, lower-case words joined by hyphens; `otherwise` where nothing is left of it.

    What YAML would take for a number or the like has `otherwise` in front.
    """
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    id_ = "-".join(letters.split())
    if id_ and (not id_[0].isalpha() or id_ in ("null", "true", "false")):
        return f"{otherwise}-{id_}"
    return id_ or otherwise


def counted(number: int, thing: str) -> str:
    """Return a number of things: 1 scenario, 2 scenarios."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
