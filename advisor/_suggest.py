"""'Did you mean': the nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable

MANY = 100  # of so many the first few are of no help
FEW = 8  # a list this short is told whole; a longer one would bury the reader


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Return what to try instead of `word`: the nearest known word, or all of them if few."""
    from difflib import get_close_matches  # only needed once something is wrong

    words = list(dict.fromkeys(known))
    near = get_close_matches(str(word), words, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if not words:
        return "nothing can stand here"
    if len(words) <= FEW:
        return "use one of: " + ", ".join(words)
    if len(words) > MANY:
        return "see what there is with: advisor knowledge list"
    return "use one of: " + ", ".join(words[:FEW]) + f" and {len(words) - FEW} more"
