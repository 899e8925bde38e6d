"""Each move in the advice on a case under another knowledge base, with its one explanation."""

from __future__ import annotations

from collections.abc import Callable

from advisor._kept import kept
from advisor.advice.model import Advice, Recommendation
from advisor.comparison.across_following import Answer, Following, Found
from advisor.comparison.across_model import By, Change, Root, Turned
from advisor.comparison.across_moves import Move, moves
from advisor.comparison.across_why import NOTHING, Reasoning, Why

_DECIDES = {"field", "added", "removed"}


class Explaining(Reasoning):
    """Explains each move in the advice on one case."""

    def __init__(self, following: Following) -> None:
        super().__init__(following)
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
            "led-by": self._led_by,
            "plan": self._plan,
            "text": self._text,
        }

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

    def _rank(self, move: Move) -> Why:
        """Return why something stands elsewhere among its kind: for itself, or since others move."""
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

    def _led_by(self, move: Move) -> Why:
        """Return why somebody else leads: rules about that, or the words for who it is."""
        why = self._by_sayings(move.id, "needs-help")
        if why.by is not None:
            return why
        rules = self._bases.speaking.get(("needs-help", move.id), ())
        helpers = {
            side.fired[rule].concludes.value for side in self._sides for rule in rules if rule in side.fired
        }
        texts = tuple(
            id_ for id_ in sorted({move.id, *helpers}) if "text" in self._bases.entries.get(id_, ())
        )
        same = [self._reasons_told(side.advice, move.id) for side in self._sides]
        return Why("text-only", {}, texts) if texts and same[0] == same[1] else NOTHING

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

    @kept
    def _weights_in_plan(self) -> dict[str, Why]:
        """What moves in the plan for itself, with why."""
        plans = [{step.id: step.when for step in side.advice.plan} for side in self._sides]
        ids = [id_ for id_ in {**plans[1], **plans[0]} if plans[0].get(id_) != plans[1].get(id_)]
        found = {id_: self._weight(id_) for id_ in ids}
        return {id_: why for id_, why in found.items() if why.by is not None}

    @kept
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
        found = self._open_otherwise(move.id) or self._everything
        if _DECIDES.intersection(self._bases.entries.get(move.id, ())):
            return Why("entry-changed", found, (move.id,))
        if found:
            only_answers = not any(isinstance(each, Root) for each in found)
            return Why("answers" if only_answers else "weighing", found)
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

    @kept
    def _everything(self) -> Found:
        """What is at the root of whatever fires, concludes or is known otherwise in this case.

        Rules that do not fire count too: one may be ruled out, or be the first key sign of a pattern.
        """
        found: Found = {}
        for rule in self._f.turned:
            found |= self._f.of_rule(rule)
        for thing in self._f.known_otherwise:
            found |= self._f.of_thing(thing)
        fits = dict.fromkeys(each.id for side in self._sides for each in side.advice.patterns)
        found |= {root: None for pattern in fits for root in self._f.keys(pattern)}
        return found

    def _open_otherwise(self, id_: str) -> Found:
        """Return why a rule about who leads something is ruled out, or is there at all, in one alone."""
        rules = self._bases.speaking.get(("needs-help", id_), ())
        found: Found = {}
        for rule in rules:
            if self._f.is_open_otherwise(rule):
                found |= self._f.of_rule(rule)
        return found


def _before(id_: str, items: dict[str, Recommendation]) -> set[str]:
    own = items[id_]
    return {each.id for each in items.values() if each.kind == own.kind and each.rank < own.rank}
