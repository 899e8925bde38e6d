"""The headings of a table that a leader fills in herself, and the words in its cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor._text import is_hidden
from advisor.portfolio.model import Factor

PARTNER, SECTOR, PARTNERSHIP = "partner", "sector", "partnership"
ASSESSED = "assessed"  # a heading of what this program writes: such a table is never read as an own view
OTHER_WORDS: dict[str, tuple[str, ...]] = {
    PARTNER: ("partners", "service", "organisation"),
    SECTOR: (),
    PARTNERSHIP: (),
}
STAGE_OF: dict[str, str] = {
    word: stage
    for stage, words in {
        "confident": ("tight", "tightly", "green", "confident", "secure"),
        "developing": ("in between", "inbetween", "between", "amber", "yellow", "developing"),
        "emerging": ("loose", "loosely", "red"),
    }.items()
    for word in words
}
NOT_KNOWN = ("", "unknown", "not known", "not known yet", "don't know", "dont know", "?", "-")
TWO_MEANINGS = "emerging"  # the middle step in the circles exercise, the lowest one in the matrix


@dataclass(frozen=True, slots=True)
class Headings:
    """Which columns of a table hold what: their names; `factors` in the order of the factors, or None."""

    partner: str
    sector: str | None
    partnership: str | None
    factors: tuple[str | None, ...]


def letters(text: str) -> str:
    """Return what is left of a heading or a word without case, blanks and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(each for each in folded if each.isalnum() and not is_hidden(each))


def names_of(factor: Factor) -> tuple[str, ...]:
    """Return the names that a column of a factor may have."""
    return (factor.id, factor.title, factor.plain, factor.short)


def known_headings(factors: Iterable[Factor]) -> tuple[str, ...]:
    """Return all headings that say something here."""
    own = [word for name, others in OTHER_WORDS.items() for word in (name, *others)]
    return (*own, *(name for factor in factors for name in names_of(factor)))


def headings_in(names: Sequence[str], factors: Sequence[Factor]) -> Headings | None:
    """Return which columns hold what; None if no column is of partners or none of a factor."""
    by_letters: dict[str, str] = {}
    for name in names:
        by_letters.setdefault(letters(name), name)
    if letters(ASSESSED) in by_letters:
        return None
    own = {name: _first(by_letters, (name, *others)) for name, others in OTHER_WORDS.items()}
    found = tuple(_first(by_letters, names_of(factor)) for factor in factors)
    partner = own[PARTNER]
    if partner is None or not any(found):
        return None
    return Headings(partner, own[SECTOR], own[PARTNERSHIP], found)


def stage_in(cell: str) -> str | None:
    """Return the stage that a cell means, `unknown` for one that says so or nothing; None for other words."""
    word = letters(cell)
    if word in _NOT_KNOWN:
        return "unknown"
    return _STAGES.get(word)


def _first(by_letters: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((by_letters[word] for word in map(letters, names) if word in by_letters), None)


_STAGES = {letters(word): stage for word, stage in STAGE_OF.items()}
_NOT_KNOWN = frozenset(map(letters, NOT_KNOWN))
