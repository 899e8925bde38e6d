"""'Did you mean': the nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar
from heapq import nlargest
from itertools import pairwise
from types import MappingProxyType

from advisor._command import listing
from advisor._language import N_, _
from advisor._within import within

NEAR = N_("did you mean '{near}'?")
MANY = 100  # of so many the first few are of no help
FEW = 8  # a list this short is told whole; a longer one would bury the reader
FIRST = 100  # so many slips of one input are each held against all that is known
LIKELY = 20  # so many of a long list are looked at closely
ALIKE, ALIKE_BEGINNING = 0.75, 0.6  # how like a word must be, and one with the same first letter
SAME = (  # what people write, and the words for it
    ({"n/a", "na", "n.a.", "n/k", "none", "nil", "does not apply", "not applicable", "-"}, "not-applicable"),
    ({"idk", "?", "??", "u", "unknown", "unsure", "not sure", "n/k", "don't know", "dont know"}, "dont-know"),
    ({"don\u2019t know", "do not know"}, "dont-know"),
    ({"n", "false", "off", "0", "none", "nope"}, "no"),
    ({"y", "true", "on", "1", "x", "yeah", "yep"}, "yes"),
    ({"no", "nothing", "0", "never"}, "none"),
    ({"no", "same", "unchanged", "nothing"}, "no-change"),
    ({"and"}, "all"),
    ({"or"}, "any"),
    ({"not"}, "none"),
    ({"if"}, "when"),
    ({"why"}, "because"),
    ({"question"}, "answer"),
    ({"loose"}, "emerging"),
    ({"in between", "in-between", "between", "middle"}, "developing"),
    ({"tight", "close"}, "confident"),
)
MARKS_AROUND = " .,:;!?'\"`\u2018\u2019\u201c\u201d\u2026"  # what is copied along with a title
_left: ContextVar[list[int] | None] = ContextVar("_left", default=None)


def sparing() -> AbstractContextManager[None]:
    """Look for what is near to the first slips only, within it: an input may have tens of thousands."""
    return within(_left, [FIRST]) if _left.get() is None else nullcontext()


def did_you_mean(word: object, known: Iterable[str], titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what to try instead of `word`: the nearest known word, or all of them if few.

    `titles` are what some of them are called, as `by_title` has them: whoever wrote one of these meant that.
    """
    words = list(dict.fromkeys(known))
    meant = titles.get(_as_title(str(word))) if titles else None
    near = meant if meant in words else nearest(word, words)
    if near is not None:
        return _(NEAR).format(near=near)
    if not words:
        return _("nothing can stand here")
    if len(words) <= FEW:
        return _("use one of: {words}").format(words=", ".join(words))
    if len(words) > MANY:
        return _("see what there is with: {command}").format(command=listing())
    first = ", ".join(words[:FEW])
    return _("use one of: {words} and {more} more").format(words=first, more=len(words) - FEW)


def by_title(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return words by their titles, from pairs of title and word; not by a title that several have."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for title, word in named:
        said = _as_title(title)
        if found.setdefault(said, word) != word:
            several.add(said)
    return {said: word for said, word in found.items() if said not in several}


def _as_title(text: str) -> str:
    """Return a title as it is compared: without case, the marks around it, and more than one blank."""
    return " ".join(text.casefold().split()).strip(MARKS_AROUND)


def names_one(remedy: str) -> bool:
    """Return whether `did_you_mean` found a word that is near, and names it."""
    before, after = _(NEAR).split("{near}", 1)
    longest = len(remedy) > len(before) + len(after)  # a language may put the word first, or last
    return longest and remedy.startswith(before) and remedy.endswith(after)


def nearest(word: object, known: Iterable[str]) -> str | None:
    """Return the known word that is nearest to `word`; None if none is near."""
    words = list(dict.fromkeys(known))
    return _near(str(word), words) if _may_look(words) else None


def _may_look(words: list[str]) -> bool:
    left = _left.get()
    if left is None:
        return True
    left[0] -= 1 if len(words) <= MANY else 4
    return left[0] >= 0


def _near(word: str, words: list[str]) -> str | None:
    said = word.strip().casefold()
    same = [each for each in words if each.casefold() == said]
    same += [meant for written, meant in SAME if said in written and meant in words]
    if same:
        return same[0]
    likely = words if len(words) <= MANY else _likely(word, words)
    return _closest(word[:MANY], likely)


def _closest(word: str, words: list[str]) -> str | None:
    """Return what is most like a word; what begins otherwise must be more alike, as few slip at once."""
    from difflib import get_close_matches  # only needed once something is wrong

    first = word[:1].casefold()
    alike = [each for each in words if each[:1].casefold() == first]
    found = get_close_matches(word, words, 1, ALIKE) or get_close_matches(word, alike, 1, ALIKE_BEGINNING)
    return found[0] if found else None


def _likely(word: str, words: list[str]) -> list[str]:
    """Return those of many words that have most pairs of letters in common with one."""
    pairs = _pairs(word[:MANY])
    return nlargest(LIKELY, words, key=lambda each: len(pairs & _pairs(each)) / (len(each) + 1))


def _pairs(word: str) -> set[tuple[str, str]]:
    return set(pairwise(word))
