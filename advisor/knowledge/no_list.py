"""What a file of a knowledge base holds in place of lists of entries: something that belongs elsewhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.knowledge.folder import HEADER, SCENARIOS
from advisor.knowledge.kind import Kinds
from advisor.knowledge.model import hyphened
from advisor.knowledge.overlay import Header

_OF_A_SCENARIO = frozenset({"case", "expect", "teaches", "variations"})
_OF_A_CASE = frozenset({"answers", "partnership", "respondent"})
_OF_A_RULE = frozenset({"when", "then", "because"})
_OFTEN = ("rules", "findings", "questions", "preconditions", "tools", "sources")  # what most files hold
_OF_THE_HEADER = frozenset(hyphened(field.name) for field in fields(Header))


def no_list(keys: Collection[str], kinds: Kinds) -> tuple[str, str] | None:
    """Return what is wrong with a file as a whole by its keys, and what to try; None if it may hold lists."""
    if "narrative" in keys or (not kinds.by_key.keys() & keys and _OF_A_SCENARIO & {*keys}):
        what = _("this looks like a scenario, and no scenario is read from here")
        return what, _("move it to {where}/").format(where=SCENARIOS)
    if kinds.by_key.keys() & keys:
        return None
    if _OF_A_CASE & {*keys}:
        what = _("this looks like a case, and no case is read from here")
        return what, _("move it out of the knowledge base")
    if "id" in keys:
        what = _("this looks like one entry, without the name of its kind above it")
        word = "rules" if _OF_A_RULE & {*keys} else "findings"
        remedy = _("write '{word}:' or the like above it, begin it with '- ', and indent the rest as far")
        return what, remedy.format(word=word)
    return None


def no_kind(word: str, kinds: Kinds) -> tuple[str, str]:
    """Return what is wrong with the name of a list that is none, and what to try."""
    if word in _OF_THE_HEADER:
        what = _("'{word}' stands in {header} alone").format(word=word, header=HEADER)
        return what, _("take it out, or move it there")
    what = _("unknown kind of entries '{word}'").format(word=word)
    return what, did_you_mean(word, sorted(kinds.by_key, key=lambda each: each not in _OFTEN))
