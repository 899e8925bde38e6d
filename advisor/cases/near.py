"""Names that are nearly the same, among many: what `likeness` says of each pair, without looking at each.

Two texts with at most two slips between them have one of three pieces in common, if one is cut into three:
each slip spoils one piece at most. So only names are compared that share such a piece, or all letters or
words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

from advisor.cases.naming import LETTERS_A_SLIP, MOST_SLIPS, NameParts, likeness_of, parts_of

PIECES = MOST_SLIPS + 1


def near_names(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that are near each other, in the order in which the names stand."""
    names = list(names)
    found: set[tuple[int, int]] = set()
    seen: defaultdict[Hashable, list[int]] = defaultdict(list)
    parts = [parts_of(name) for name in names]
    for place, name in enumerate(parts):
        if not name.letters:
            continue
        whole = [*_whole(name)]
        alike = {other for key in (*whole, *_pieces_of_others(name)) for other in seen.get(key, ())}
        found |= {(other, place) for other in alike if likeness_of(parts[other], name) == "near"}
        for key in (*whole, *_pieces(name)):
            seen[key].append(place)
    return tuple((names[one], names[other]) for one, other in sorted(found))


def _whole(name: NameParts) -> Iterator[Hashable]:
    """Yield what names have in common that differ in punctuation, or in the order of their words."""
    yield name.letters
    yield name.numbers, name.words


def _pieces(name: NameParts) -> Iterator[Hashable]:
    """Yield the pieces by which a text is found; one that is too short for any slip has none."""
    letters = name.letters
    if len(letters) < LETTERS_A_SLIP:
        return
    for number, (start, end) in enumerate(_cut(len(letters))):
        yield len(letters), number, letters[start:end], name.numbers


def _pieces_of_others(name: NameParts) -> Iterator[Hashable]:
    """Yield the pieces that a text nearly the same may have: as long, and about where they are."""
    letters = name.letters
    for long in range(max(LETTERS_A_SLIP, len(letters) - MOST_SLIPS), len(letters) + MOST_SLIPS + 1):
        for number, (start, end) in enumerate(_cut(long)):
            for shift in range(-MOST_SLIPS, MOST_SLIPS + 1):
                if start + shift >= 0 and end + shift <= len(letters):
                    yield long, number, letters[start + shift : end + shift], name.numbers


def _cut(long: int) -> Sequence[tuple[int, int]]:
    """Return where the pieces of a text begin and end."""
    edges = [long * piece // PIECES for piece in range(PIECES + 1)]
    return [*pairwise(edges)]
