"""Which sector of the list a word means. A word that is not in it means none, and is kept as it is."""

from __future__ import annotations

import re

from advisor._given import no_text
from advisor.cases.naming import letters_of
from advisor.knowledge.sectors import SECTORS as SECTORS, Sector as Sector

LONGEST = 200  # letters of a word that is looked at


def sector_named(word: str) -> Sector | None:
    """Return the sector that a word means, whatever its case, spacing and punctuation; None if none.

    What says only that people work there may stand behind it: a health visiting team, the charity sector.
    What is longer than any name of a sector means none.
    """
    if not isinstance(word, str):
        raise no_text("sector_named", "word", word)
    if len(word) > LONGEST:
        return None
    while (found := _BY_LETTERS.get(letters_of(word))) is None and (shorter := _PEOPLE.sub("", word)) != word:
        word = shorter
    return found


_PEOPLE = re.compile(r"\s+(teams?|services?|sector|surgery|department|staff)\s*$", re.IGNORECASE)


_BY_LETTERS = {
    letters_of(word): sector for sector in SECTORS for word in (sector.id, sector.title, *sector.words)
}
