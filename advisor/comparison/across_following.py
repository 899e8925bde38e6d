"""From a rule or a fact that is otherwise down to the rules at the root of it: those that were changed.

A rule that is not the same in both knowledge bases is at the root where the change itself makes it fire or
not. Else it rests on facts that are otherwise, and these are followed down, until only answers are left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor._kept import kept
from advisor.comparison.across_bases import Bases, keys_of
from advisor.comparison.across_model import Fires, How, Root
from advisor.comparison.across_side import Side
from advisor.inference.plain_truth import weighed_fit, weighed_stage
from advisor.inference.weighing import sign_of
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import ABSENT, GIVEN_KINDS, Fact, Thing
from advisor.knowledge.questions import asked_things
from advisor.knowledge.rules import Rule


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that only one of the two knowledge bases knows."""

    question: str


Found = dict[Root | Answer, None]  # a set that keeps its order
Node = str | Thing  # a rule, or a thing of which something else is known
Step = tuple[list[Root | Answer], list[Node]]  # what is a root here, and what it rests on
_WEIGHED = ("finding", "stage", "sure", "pattern")


class Following:
    """A case under both knowledge bases, and what is at the root of what is otherwise in it."""

    def __init__(self, bases: Bases, was: Side, is_: Side) -> None:
        self.bases: Bases = bases
        self.was: Side = was
        self.is_: Side = is_
        self._all_below: dict[Node, Found] = {}

    @kept
    def turned(self) -> list[str]:
        """The rules that fire in one alone, or conclude something else; the new one's order comes first."""
        was, is_ = self.was.fired, self.is_.fired
        ids = [firing.id for firing in self.is_.advice.firings if not firing.is_derived]
        ids += [each.id for each in self.was.advice.firings if not each.is_derived and each.id not in is_]
        return [id_ for id_ in ids if (id_ in was) != (id_ in is_) or self.concludes_otherwise(id_)]

    def concludes_otherwise(self, rule: str) -> bool:
        """Return whether both have a rule, and it concludes something else."""
        return "conclusion" in self.bases.rules.get(rule, ())

    def fires(self, rule: str) -> Fires:
        """Return where a rule fires."""
        was, is_ = rule in self.was.fired, rule in self.is_.fired
        return ("still" if is_ else "no-longer") if was else ("now" if is_ else "neither")

    def root(self, rule: str, how: How) -> Root:
        """Return a rule as the root of a change."""
        return Root(rule, self.bases.title(rule), how, self.fires(rule))

    def of_rule(self, rule: str) -> Found:
        """Return what is at the root of a rule's firing, or being open, in one and not in the other."""
        return self._reached(rule)

    def of_thing(self, thing: Thing) -> Found:
        """Return what is at the root of something that is known otherwise."""
        return self._reached(thing)

    def of_sayings(self, rules: Iterable[str], thing: Thing) -> Found:
        """Return what is at the root of rules' saying something else of a thing."""
        roots, below = self._sayings(rules, thing)
        found = dict.fromkeys(roots)
        for node in below:
            found |= self._reached(node)
        return found

    def of_grounds(self, rule: str) -> Found:
        """Return what is at the root of a rule's resting on other facts, however deep; it fires in both."""
        found: Found = {}
        waiting = [rule]
        seen = {rule}
        for each in waiting:  # which grows
            supports = [set(side.fired[each].support) for side in (self.was, self.is_)]
            if supports[0] != supports[1]:
                if "condition" in self.bases.rules.get(each, ()):
                    found[self.root(each, "condition")] = None
                for fact in sorted(supports[0] ^ supports[1]):
                    found |= self._reached(fact[:2])
            below = [id_ for fact in supports[1] for id_ in self.is_.advice.firings.behind(fact)]
            below = [id_ for id_ in dict.fromkeys(below) if id_ not in seen and id_ in self.was.fired]
            waiting += below
            seen |= {*below}
        return found

    def _reached(self, start: Node) -> Found:
        """Return all roots below a rule or a thing, the nearest first; a chain may be thousands long."""
        if start in self._all_below:
            return self._all_below[start]
        found: Found = {}
        waiting = [start]
        seen = {start}
        for node in waiting:  # which grows
            if node in self._all_below:
                found |= self._all_below[node]
                continue
            roots, below = self._of_rule(node) if isinstance(node, str) else self._of_thing(node)
            found |= dict.fromkeys(roots)
            waiting += [each for each in dict.fromkeys(below) if each not in seen]
            seen |= {*below}
        self._all_below[start] = found
        return found

    def _of_rule(self, rule: str) -> Step:
        how = self.bases.rules.get(rule, ())
        if "added" in how or "removed" in how:
            return [self.root(rule, how[0])], []
        if "conclusion" in how and self.fires(rule) == "still":
            return [self.root(rule, "conclusion")], []
        if "condition" not in how:
            return [], self._read_otherwise(rule)
        is_ = self.is_.status(rule)
        condition_does = self.is_.would(rule, self.was.known) == is_
        is_needed = condition_does or self.was.would(rule, self.is_.known) != is_
        roots: list[Root | Answer] = [self.root(rule, "condition")] if is_needed else []
        return roots, [] if condition_does else self._read_otherwise(rule)

    def _read_otherwise(self, rule: str) -> list[Node]:
        """Return the things that a rule looks at of which something else is known."""
        rules = [side.knowledge.rule(rule) for side in (self.was, self.is_)]
        looked_at = [leaf.thing for each in rules if each is not None for leaf in leaves(each.when)]
        return [thing for thing in dict.fromkeys(looked_at) if thing in self._otherwise]

    @kept
    def _otherwise(self) -> set[Thing]:
        other = {fact[:2] for fact in self.was.known.facts ^ self.is_.known.facts}
        return other | {("stage", id_) for kind, id_ in other if kind == "sure"}

    @property
    def known_otherwise(self) -> list[Thing]:
        """The things that rules look at of which something else is known, sorted."""
        return sorted(thing for thing in self._otherwise if thing[0] in (*_WEIGHED, *GIVEN_KINDS))

    def is_open_otherwise(self, rule: str) -> bool:
        """Return whether a rule fires, is ruled out, or is there, in one alone."""
        there = [side.knowledge.rule(rule) is not None for side in (self.was, self.is_)]
        return there[0] != there[1] or self.was.status(rule) != self.is_.status(rule)

    def _of_thing(self, thing: Thing) -> Step:
        kind, id_ = thing
        if kind == "sign":  # it is called after its rule
            return [], [id_]
        if kind not in _WEIGHED:
            return [Answer(self._question(thing))], []
        about = ("stage" if kind == "sure" else kind, id_)
        roots, below = self._sayings(self.direct(*about), about)
        return [*roots, *(self.keys(id_) if kind == "pattern" else ())], below

    def _sayings(self, rules: Iterable[str], thing: Thing) -> Step:
        rules = list(rules)
        concluding = [rule for rule in rules if self._says_by_itself(rule, thing)]
        rest = [rule for rule in rules if rule not in concluding]
        return [self.root(rule, "conclusion") for rule in concluding], [*rest]

    def _says_by_itself(self, rule: str, thing: Thing) -> bool:
        """Return whether it is another conclusion that makes a rule say something else of a thing."""
        if not self.concludes_otherwise(rule):
            return False
        was, is_ = (side.knowledge.entry(rule).then for side in (self.was, self.is_))
        says = [thing in (then.effect[:2], then.weighs) for then in (was, is_)]
        fires = self.fires(rule)
        return fires == "still" or (fires == "now" and not says[0]) or (fires == "no-longer" and not says[1])

    def _question(self, thing: Thing) -> str:
        for side in (self.is_, self.was):
            asked = asked_things(side.knowledge).get(thing)
            if asked is not None:
                return asked.question.id
        return thing[1].partition(".")[0]

    def keys(self, pattern: str) -> list[Root]:
        """Return the rules by which a pattern has key signs now and had none, or the other way round."""
        found = []
        for rule in self.bases.rekeyed(pattern):
            how = self.bases.rules[rule]
            known = next((each for each in how if each in ("added", "removed", "conclusion")), None)
            if known is not None:
                found.append(self.root(rule, known))
        return found

    def direct(self, kind: str, id_: str) -> list[str]:
        """Return the rules that conclude a thing or are signs of it, and are otherwise so that it counts."""
        ids = [
            rule
            for rule in self.bases.concluding.get((kind, id_), ())
            if self._is_otherwise(rule, (kind, id_))
        ]
        if kind == "finding" or len(ids) < 2:
            return ids
        return self._that_matter(kind, id_, ids)

    def _is_otherwise(self, rule: str, thing: Thing) -> bool:
        """Return whether a rule says something else of a thing, or is ruled out in one where that counts."""
        if self.was.says(rule, thing) != self.is_.says(rule, thing):
            return True
        absent = Fact(*thing, ABSENT)
        if (absent in self.was.known) == (absent in self.is_.known):
            return False
        sides = [side for side in (self.was, self.is_) if side.knowledge.rule(rule) is not None]
        if all(side.knowledge.entry(rule).then.is_against for side in sides):
            return False  # it is no way to conclude it
        return self.was.status(rule) != self.is_.status(rule)

    def _that_matter(self, kind: str, id_: str, ids: list[str]) -> list[str]:
        """Return those of the signs without whose change the weighing would say something else; else all."""
        before, after = (
            self._weighed(kind, id_, self._signs(side, kind, id_)) for side in (self.was, self.is_)
        )
        matter = []
        for rule in ids:
            back, alone = (self._signs(side, kind, id_) for side in (self.is_, self.was))
            for signs, from_ in ((back, self.was), (alone, self.is_)):
                signs.pop(rule, None)
                signs |= {key: each for key, each in self._signs(from_, kind, id_).items() if key == rule}
            if self._weighed(kind, id_, back) != after or self._weighed(kind, id_, alone) != before:
                matter.append(rule)
        return matter or ids

    def _signs(self, side: Side, kind: str, id_: str) -> dict[str, Rule]:
        rules = self.bases.concluding.get((kind, id_), ())
        return {
            rule: side.knowledge.entry(rule, Rule)
            for rule in rules
            if side.says(rule, (kind, id_)) is not None
        }

    def _weighed(self, kind: str, id_: str, signs: dict[str, Rule]) -> object:
        weighed = [sign_of(rule, True) for rule in signs.values()]
        if kind == "stage":
            return weighed_stage(weighed)
        return weighed_fit(weighed, id_ in self.is_.knowledge.once(keys_of))
