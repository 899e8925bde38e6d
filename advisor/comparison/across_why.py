"""Why something is said otherwise under another knowledge base: a kind of reason, and its roots."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from advisor.advice.model import Recommendation
from advisor.comparison.across_following import Answer, Following, Found
from advisor.comparison.across_model import By, Root
from advisor.comparison.across_side import Side
from advisor.knowledge.facts import Thing

_BY: dict[str, By] = {
    "removed": "rule-removed",
    "added": "rule-added",
    "condition": "condition-changed",
    "conclusion": "conclusion-changed",
    "text": "text-only",
}  # the first that is there is told
_DECIDES = {"field", "added", "removed"}


class Why(NamedTuple):
    """An explanation: what kind it is, what is at the root, and the entries that it comes from."""

    by: By | None
    found: Found
    entries: tuple[str, ...] = ()


NOTHING = Why(None, {})


class Reasoning:
    """What is at the root of what is said of one thing, and of how much speaks for it."""

    def __init__(self, following: Following) -> None:
        self._f = following
        self._bases = following.bases
        self._was, self._is = following.was, following.is_
        self._items = [{item.id: item for item in side.advice.recommendations()} for side in self._sides]

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self._was, self._is

    def _verdict(self, nearest: Iterable[str], found: Found, else_: By = "rests-on-another") -> Why:
        """Return what kind of explanation is found: by the nearest rules, or else by what these rest on."""
        near = {*nearest}
        hows = {each.how for each in found if isinstance(each, Root) and each.rule in near}
        by = next((by for how, by in _BY.items() if how in hows), None)
        if by is not None:  # what is told first is an example of it
            found = dict.fromkeys(
                sorted(found, key=lambda each: not (_is_near(each, near) and _tells(each, by)))
            )
        if by is None and any(isinstance(each, Root) for each in found):
            by = else_
        elif by is None and found:
            by = "answers"
        return Why(by, found)

    def _sayings(self, id_: str, *kinds: str) -> list[tuple[Thing, list[str]]]:
        """Return the rules that say something else of a thing, by what they say of it."""
        things = [(kind, id_) for kind in kinds]
        return [
            (
                thing,
                [rule for rule in self._bases.speaking.get(thing, ()) if self._says_otherwise(rule, thing)],
            )
            for thing in things
        ]

    def _says_otherwise(self, rule: str, thing: Thing) -> bool:
        return self._was.says(rule, thing) != self._is.says(rule, thing)

    def _by_sayings(self, id_: str, *kinds: str) -> Why:
        near: list[str] = []
        found: Found = {}
        for thing, rules in self._sayings(id_, *kinds):
            near += rules
            found |= self._f.of_sayings(rules, thing)
        return self._verdict(near, found)

    def _by_thing(self, thing: Thing) -> Why:
        near = self._f.direct(*thing)
        found = self._f.of_sayings(near, thing)
        if thing[0] == "pattern":
            keys = self._f.keys(thing[1])
            if not found and keys:
                return Why("weighing", dict.fromkeys(keys))
            found |= dict.fromkeys(keys)
        return self._verdict(near, found)

    def _state(self, id_: str) -> Why:
        """Return why something is advised or held back in one alone, if it is."""
        near: list[str] = []
        found: Found = {}
        for thing, rules in self._sayings(id_, "recommend", "withhold"):
            said = [self._any_says(side, thing) for side in self._sides]
            if said[0] != said[1]:
                near += rules
                found |= self._f.of_sayings(rules, thing)
        return self._verdict(near, found)

    def _any_says(self, side: Side, thing: Thing) -> bool:
        return any(side.says(rule, thing) is not None for rule in self._bases.speaking.get(thing, ()))

    def _readiness(self, id_: str) -> Why:
        """Return why something can begin or must wait, or somebody else must lead it."""
        why = self._by_sayings(id_, "wait", "needs-help")
        first = [{*getattr(items.get(id_), "after", ())} for items in self._items]
        below: Found = {}
        for each in sorted(first[0] ^ first[1]):
            below |= self._state(each).found
        if why.by is None:
            return self._verdict([], below)
        return why._replace(found=why.found | below)

    def _weight(self, id_: str) -> Why:
        """Return why more or less speaks for something, or it begins to wait, if that is so."""
        was, is_ = (items.get(id_) for items in self._items)
        if was is None or is_ is None:
            return self._state(id_)
        if _key(was) == _key(is_):
            return NOTHING
        why = self._by_sayings(id_, "recommend")
        if getattr(was, "after", ()) != getattr(is_, "after", ()):
            waits = self._readiness(id_)
            why = Why(why.by or waits.by, why.found | waits.found)
        if why.by is None:  # the same rules speak for it, and one of them is outdone by another in one alone
            rules = self._bases.speaking.get(("recommend", id_), ())
            changed = [rule for rule in rules if "condition" in self._bases.rules.get(rule, ())]
            return Why("weighing", {self._f.root(rule, "condition"): None for rule in changed})
        return why

    def _reach(self, ids: Iterable[str]) -> Found:
        """Return why as much speaks for things, and it is about more or fewer factors."""
        found: Found = {}
        for id_ in ids:
            found |= self._grounds(self._bases.speaking.get(("recommend", id_), ()))
        for factor in self._is.knowledge.ids_of("factor"):
            found |= self._by_thing(("stage", factor)).found
        return found

    def _grounds(self, rules: Iterable[str]) -> Found:
        """Return why rules that fire in both rest on other facts, as far as they do."""
        found: Found = {}
        for rule in rules:
            if self._f.fires(rule) == "still":
                found |= self._f.of_grounds(rule)
        return found


def _is_near(each: Root | Answer, near: Collection[str]) -> bool:
    return isinstance(each, Root) and each.rule in near


def _tells(each: Root | Answer, by: By | None) -> bool:
    return isinstance(each, Root) and _BY[each.how] == by


def _key(item: Recommendation) -> tuple[object, ...]:
    return getattr(item, "after", ()), item.strong, item.moderate, item.slight
