"""Names that people give: when two mean the same partnership, and when they may do."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from advisor._text import is_hidden

Likeness = Literal["same", "near", "other"]
LETTERS_A_SLIP = 6  # one slip of the pen is allowed for so many letters,
MOST_SLIPS = 2  # and no more than these


def name_key(name: str) -> str:
    """Return what is left of a name without case, spacing and the form in which Unicode writes it.

    Two names are the same where their keys are equal. It is empty for a name that says nothing.
    """
    folded = unicodedata.normalize("NFKD", name)
    for _ in range(2):  # what folding makes may come apart, and be folded, once more
        folded = unicodedata.normalize("NFKD", folded.casefold())
    seen = "".join(each for each in folded if not each.isspace() and not is_hidden(each))
    return unicodedata.normalize("NFKC", seen)


def letters_of(name: str) -> str:
    """Return what is left of the key of a name without punctuation, `&` read as `and`."""
    return "".join(each for each in name_key(name).replace("&", "and") if each.isalnum())


def likeness(name: str, other: str) -> Likeness:
    """Return whether two names of partnerships are the same, near each other, or others.

    `near` is for a person to look at: they differ in punctuation, in the order of their words, or by a slip
    or two. Names with other numbers in them, such as Team 1 and Team 2, are others. A name that says nothing
    is the same as none, not even another such.
    """
    key, other_key = name_key(name), name_key(other)
    if not key or not other_key:
        return "other"
    if key == other_key:
        return "same"
    letters, other_letters = letters_of(name), letters_of(other)
    if not letters or not other_letters or numbers_of(letters) != numbers_of(other_letters):
        return "other"
    is_near = (
        letters == other_letters
        or words_of(name) == words_of(other)
        or _slips_between(letters, other_letters) <= _slips_allowed(letters, other_letters)
    )
    return "near" if is_near else "other"


def numbers_of(letters: str) -> list[str]:
    """Return the numbers among the letters of a name."""
    return sorted(re.findall(r"\d+", letters))


def words_of(name: str) -> list[str]:
    """Return the words of a name, each by its letters, whatever their order."""
    words = (letters_of(word) for word in name.split())
    return sorted(word for word in words if word)


def _slips_allowed(letters: str, other: str) -> int:
    return min(MOST_SLIPS, min(len(letters), len(other)) // LETTERS_A_SLIP)


def _slips_between(letters: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed, or one more than the most if many."""
    if abs(len(letters) - len(other)) > MOST_SLIPS:
        return MOST_SLIPS + 1
    before = {place: place for place in range(MOST_SLIPS + 1)}
    for row, letter in enumerate(letters, 1):
        now: dict[int, int] = {}
        for place in range(max(0, row - MOST_SLIPS), min(len(other), row + MOST_SLIPS) + 1):
            found = [before.get(place, MOST_SLIPS) + 1, now.get(place - 1, MOST_SLIPS) + 1]
            if place:
                found.append(before.get(place - 1, MOST_SLIPS + 1) + (letter != other[place - 1]))
            now[place] = min(*found, MOST_SLIPS + 1)
        if min(now.values()) > MOST_SLIPS:
            return MOST_SLIPS + 1
        before = now
    return before.get(len(other), MOST_SLIPS + 1)
