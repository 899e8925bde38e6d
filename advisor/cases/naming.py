"""Names that people give: when two mean the same partnership, and when they may do."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from advisor._given import no_text
from advisor._text import is_hidden

Likeness = Literal["same", "near", "other"]
LETTERS_A_SLIP = 6  # one slip of the pen is allowed for so many letters,
MOST_SLIPS = 2  # and no more than these


def name_key(name: str) -> str:
    """Return what is left of a name without case, spacing and the form in which Unicode writes it.

    Two names are the same where their keys are equal. It is empty for a name that says nothing.
    """
    if not isinstance(name, str):
        raise no_text("name_key", "name", name)
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
    return likeness_of(parts_of(name), parts_of(other))


class NameParts(NamedTuple):
    """What of a name is compared."""

    key: str
    letters: str
    numbers: tuple[str, ...]
    words: tuple[str, ...]


def parts_of(name: str) -> NameParts:
    """Return what of a name is compared; for who compares one with many."""
    letters = letters_of(name)
    return NameParts(name_key(name), letters, numbers_of(letters), words_of(name))


def likeness_of(one: NameParts, other: NameParts) -> Likeness:
    """Return what `likeness` says of two names, by their parts."""
    if not one.key or not other.key:
        return "other"
    if one.key == other.key:
        return "same"
    if not one.letters or not other.letters or one.numbers != other.numbers:
        return "other"
    is_near = (
        one.letters == other.letters
        or one.words == other.words
        or _slips_between(one.letters, other.letters) <= _slips_allowed(one.letters, other.letters)
    )
    return "near" if is_near else "other"


def numbers_of(letters: str) -> tuple[str, ...]:
    """Return the numbers among the letters of a name."""
    return tuple(sorted(re.findall(r"\d+", letters)))


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, each by its letters, whatever their order."""
    words = (letters_of(word) for word in name.split())
    return tuple(sorted(word for word in words if word))


def _slips_allowed(letters: str, other: str) -> int:
    return min(MOST_SLIPS, min(len(letters), len(other)) // LETTERS_A_SLIP)


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _slips_between(letters: str, other: str) -> int:
    """Return how many letters must be put in, left out or changed, or one more than the most if many."""
    if abs(len(letters) - len(other)) > MOST_SLIPS:
        return MOST_SLIPS + 1
    alike = _alike(letters, other)
    letters, other = letters[alike:][::-1], other[alike:][::-1]
    alike = _alike(letters, other)
    letters, other = letters[alike:], other[alike:]
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
