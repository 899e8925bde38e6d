"""Why something is otherwise under another knowledge base: one explanation, and the rules at the root of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from advisor.advice.model import Advice, Recommendation
from advisor.comparison.across_following import Answer, Following, Found, Side
from advisor.comparison.across_model import By, Change, Root, Turned
from advisor.comparison.across_moves import Move, moves
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
    """An explanation: what kind it is, and what is at the root; the entries that it comes from, if it does."""

    by: By | None
    found: Found
    entries: tuple[str, ...] = ()


NOTHING = Why(None, {})


class Explaining:
    """Explains each move in the advice on one case."""

    def __init__(self, following: Following) -> None:
        self._f = following
        self._bases = following.bases
        self._was, self._is = following.was, following.is_
        self._items = [{item.id: item for item in side.advice.recommendations()} for side in self._sides]
        self._explain: dict[str, Callable[[Move], Why]] = {
            "alert": lambda move: self._by_sayings(move.id, "alert"),
            "stage": self._stage,
            "sure": self._stage,
            "finding": lambda move: self._by_thing(("finding", move.id)),
            "pattern": lambda move: self._by_thing(("pattern", move.id)),
            "leads": self._leads,
            "advised": lambda move: self._state(move.id),
            "rank": self._rank,
            "readiness": lambda move: self._readiness(move.id),
            "led-by": lambda move: self._by_sayings(move.id, "needs-help"),
            "plan": self._plan,
            "text": self._text,
        }

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self._was, self._is

    def changes(self) -> tuple[Change, ...]:
        """Return all that is otherwise, each with its one explanation."""
        return tuple(self._change(move) for move in moves(self._was.advice, self._is.advice))

    def turned(self) -> tuple[Turned, ...]:
        """Return the rules that fire or conclude otherwise, each with why."""
        return tuple(self._turned(rule) for rule in self._f.turned)

    def _turned(self, rule: str) -> Turned:
        why = self._verdict([rule], self._f.of_rule(rule))
        roots = tuple(each.rule for each in why.found if isinstance(each, Root))
        return Turned(rule, self._bases.title(rule), self._f.fires(rule), why.by or "weighing", roots)

    def _change(self, move: Move) -> Change:
        why = self._explain[move.part](move)
        if why.by is None:
            why = self._by_nothing_near(move)
        roots = tuple(each for each in why.found if isinstance(each, Root))
        answers = tuple(each.question for each in why.found if isinstance(each, Answer))
        by: By = why.by or "weighing"
        return Change(
            move.part,
            move.id,
            self._bases.title(move.id),
            move.before,
            move.after,
            by,
            roots,
            why.entries,
            answers,
        )

    def _verdict(self, nearest: Iterable[str], found: Found, else_: By = "rests-on-another") -> Why:
        """Return what kind of explanation is found: by the nearest rules, or else by what these rest on."""
        near = {*nearest}
        hows = {each.how for each in found if isinstance(each, Root) and each.rule in near}
        by = next((by for how, by in _BY.items() if how in hows), None)
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

    def _stage(self, move: Move) -> Why:
        return self._by_thing(("stage", move.id))

    def _leads(self, move: Move) -> Why:
        """Return why another situation leads: its signs are others, or those of one that led or leads."""
        own = self._signs_of(move.id)
        if own.by is not None:
            return own
        found: Found = {}
        for side in self._sides:
            if side.advice.leading is not None:
                found |= self._signs_of(side.advice.leading.pattern).found
        if found:
            return Why("weighing", found)
        led = {side.advice.leading.pattern for side in self._sides if side.advice.leading is not None}
        decide = tuple(id_ for id_ in sorted(led) if "field" in self._bases.entries.get(id_, ()))
        if decide:
            return Why("entry-changed", {}, decide)
        return Why("order", {}) if "pattern" in self._bases.reordered else NOTHING

    def _signs_of(self, pattern: str) -> Why:
        signs = [
            next(
                (
                    (each.fit, {*each.for_}, {*each.against})
                    for each in side.advice.patterns
                    if each.id == pattern
                ),
                None,
            )
            for side in self._sides
        ]
        keys = [
            rule
            for rule in self._bases.concluding.get(("pattern", pattern), ())
            if self._f.concludes_otherwise(rule) and self._f.fires(rule) == "still"
        ]
        if signs[0] == signs[1] and not keys and not self._bases.rekeyed(pattern):
            return NOTHING
        return self._by_thing(("pattern", pattern))

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

    def _rank(self, move: Move) -> Why:
        """Return why something stands elsewhere among its kind: for itself, or since others come, go or move."""
        before = [_before(move.id, items) for items in self._items]
        crossed = sorted(before[0] ^ before[1])
        own = self._weight(move.id)
        others: Found = {}
        by_itself = False
        for each in crossed:
            theirs = self._weight(each)
            others |= theirs.found
            stays = each in self._items[0] and each in self._items[1]
            by_itself = by_itself or (stays and (own.by is not None or theirs.by is None))
        if by_itself and own.by is not None:
            return Why(own.by, own.found | others)
        if others:
            return Why("order", others)
        reach = self._reach([move.id, *crossed])
        if reach:
            return Why("weighing", reach)
        kind = self._items[1][move.id].kind
        if own.by is None and kind in self._bases.reordered:
            return Why("order", {})
        return NOTHING

    def _reach(self, ids: Iterable[str]) -> Found:
        """Return why as much speaks for things, and it is about more or fewer factors that are not confident."""
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

    def _plan(self, move: Move) -> Why:
        """Return why something stands elsewhere in the plan: for itself, or since others do."""
        own = self._weight(move.id)
        others = self._others_in_plan(move.id)
        if own.by is not None:
            return Why(own.by, own.found | others)
        return Why("order", others) if others else NOTHING

    def _others_in_plan(self, id_: str) -> Found:
        return {
            root: None for each, why in self._weights_in_plan.items() if each != id_ for root in why.found
        } | self._leading_now

    @cached_property
    def _weights_in_plan(self) -> dict[str, Why]:
        """What moves in the plan for itself, with why."""
        plans = [{step.id: step.when for step in side.advice.plan} for side in self._sides]
        ids = [id_ for id_ in {**plans[1], **plans[0]} if plans[0].get(id_) != plans[1].get(id_)]
        found = {id_: self._weight(id_) for id_ in ids}
        return {id_: why for id_, why in found.items() if why.by is not None}

    @cached_property
    def _leading_now(self) -> Found:
        leads = [side.advice.leading and side.advice.leading.pattern for side in self._sides]
        if leads[0] == leads[1]:
            return {}
        return {root: None for each in leads if each for root in self._signs_of(each).found}

    def _text(self, move: Move) -> Why:
        """Return why something is said otherwise: another reason is told, or its texts changed."""
        told = [self._reasons_told(side.advice, move.id) for side in self._sides]
        if told[0] != told[1]:
            why = self._by_sayings(move.id, "recommend")
            near = why.found or self._grounds([*told[0], *told[1]])
            if near:
                return Why(why.by or "weighing", near)
        rules = {**told[0], **told[1]}
        roots: Found = {
            self._f.root(rule, "text"): None for rule in rules if "text" in self._bases.rules.get(rule, ())
        }
        entries = (move.id,) if "text" in self._bases.entries.get(move.id, ()) else ()
        return Why("text-only", roots, entries) if roots or entries else NOTHING

    def _reasons_told(self, advice: Advice, id_: str) -> dict[str, None]:
        told = [item.reason for item in advice.recommendations() if item.id == id_]
        return dict.fromkeys([*told, *(step.reason for step in advice.plan if step.id == id_)])

    def _by_nothing_near(self, move: Move) -> Why:
        """Return what a change comes from that no rule explains which speaks of it."""
        if _DECIDES.intersection(self._bases.entries.get(move.id, ())):
            return Why("entry-changed", self._everything, (move.id,))
        if self._everything:
            only_answers = not any(isinstance(each, Root) for each in self._everything)
            return Why("answers" if only_answers else "weighing", self._everything)
        decide = tuple(id_ for id_, how in self._bases.entries.items() if _DECIDES.intersection(how))
        if move.part == "text" and not decide and self._bases.have_other_texts:
            return Why("text-only", {}, self._texts_near(move.id))
        if self._bases.reordered and not decide:
            return Why("order", {})
        return Why("entry-changed", {}, decide) if decide else Why("weighing", {})

    def _texts_near(self, id_: str) -> tuple[str, ...]:
        told = {
            fact
            for side in self._sides
            for item in side.advice.interventions
            if item.id == id_
            for fact in item.techniques
        }
        return tuple(each for each in sorted(told) if "text" in self._bases.entries.get(each, ()))

    @cached_property
    def _everything(self) -> Found:
        """What is at the root of any rule that fires or concludes otherwise in this case."""
        found: Found = {}
        for rule in self._f.turned:
            found |= self._f.of_rule(rule)
        return found


def _key(item: Recommendation) -> tuple[object, ...]:
    return getattr(item, "after", ()), item.strong, item.moderate, item.slight


def _before(id_: str, items: dict[str, Recommendation]) -> set[str]:
    own = items[id_]
    return {each.id for each in items.values() if each.kind == own.kind and each.rank < own.rank}
