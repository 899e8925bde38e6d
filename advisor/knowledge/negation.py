"""What somebody writes who means that something is not so, which rules say with `none`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from advisor._language import _
from advisor._suggest import did_you_mean, nearest

_WORDS = frozenset(
    {"not", "isnt", "isn't", "arent", "aren't", "never", "neither", "nor", "unless", "except", "without"}
)
_BETWEEN = re.compile(r"[\s_-]+")
_BEFORE = re.compile(r"!\s*|not[\s_-]+", re.I)
_EXAMPLE = "none: [{answer: contact, is: regular}]"


def is_negation(key: object) -> bool:
    """Return whether a key says that something is not so, such as is-not, not-in, unless."""
    words = _BETWEEN.split(str(key).lower().replace("\u2019", "'"))
    return words[0].startswith("!") or not _WORDS.isdisjoint(words)


def meant_by(word: object, known: Collection[str], titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return what to try instead of a word in a condition; `not regular` is not meant as `regular`.

    An option may say by itself that something is not so: `not-agred` is meant as `not-agreed`.
    """
    negated = _BEFORE.match(str(word))
    if negated is not None:
        others = [each for each in known if _BEFORE.match(each) is None]
        near = nearest(str(word), known)
        if near in (None, *others) and nearest(str(word)[negated.end() :], others) is not None:
            return with_none()
    return did_you_mean(word, known, titles)


def with_none() -> str:
    """Return how to say that something is not so."""
    return _("say what must not be so under 'none', as in {example}").format(example=_EXAMPLE)
