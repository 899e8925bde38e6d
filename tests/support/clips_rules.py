"""The rules of a knowledge base written out as CLIPS: a third opinion, by an engine of another family.

Every condition becomes CLIPS facts and rules: a leaf asserts `(node N)` when one of its facts is there, a
group when enough of its members are. Groups count when their layer is complete, so their rules
have the salience of the layer. Nothing is shared with our engines but the reading of conditions into
counts (`advisor.network.positive`).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import clips

from advisor.dependencies import layers
from advisor.entries import STAGES
from advisor.facts import ABSENT, PRESENT, Fact
from advisor.knowledge_base import KnowledgeBase
from advisor.network import Count, Seek, Test, positive
from advisor.rules import Finds, Rule, Signs, Speaks
from advisor.weighing import rests_on_placing

STEP = 20  # salience between layers: room for groups inside groups
FUNCTIONS = """
(deftemplate known (slot kind) (slot id) (slot value))
(deftemplate node (slot of) (slot number))
(deftemplate outside (slot of) (slot number))
(deftemplate sign (slot thing) (slot rule) (slot value) (slot key) (slot placing))
(deftemplate fired (slot rule))
(deffacts begin (start))
(deffunction count-nodes (?of) (length$ (find-all-facts ((?n node)) (eq ?n:of ?of))))
(deffunction count-outside (?of) (length$ (find-all-facts ((?n outside)) (eq ?n:of ?of))))
(deffunction count-signs (?thing ?value)
  (length$ (find-all-facts ((?s sign)) (and (eq ?s:thing ?thing) (eq ?s:value ?value)))))
(deffunction share-need (?share ?m)
  (max 1 (if (eq ?share half) then (div (+ ?m 1) 2) else (+ (div ?m 2) 1))))
"""


class ClipsEngine:
    """Runs the rules of a knowledge base in CLIPS."""

    def __init__(self, knowledge: KnowledgeBase, environment: clips.Environment | None = None) -> None:
        self._environment = environment or clips.Environment()
        self._environment.clear()
        # CLIPS prints a complaint of its own when an environment is given up: none ever is.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._environment))
        for construct in constructs(knowledge):
            self._environment.build(construct)

    def infer(self, facts: list[Fact]) -> tuple[set[str], set[Fact]]:
        """Return the rules that fired and what was concluded."""
        environment = self._environment
        environment.reset()
        for fact in facts:
            environment.assert_string(_fact(fact))
        environment.run()
        fired: set[str] = set()
        known: set[Fact] = set()
        for each in environment.facts():
            name = each.template.name
            if name == "fired":
                fired.add(str(each["rule"]))
            elif name == "known":
                known.add(Fact(str(each["kind"]), str(each["id"]), str(each["value"])))
        environment.reset()
        return fired, {fact for fact in known if fact.kind in ("finding", "stage", "pattern")}


def constructs(knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield every construct, in the order in which CLIPS can read them."""
    yield from re.findall(r"^\(def.*?(?=^\(def|\Z)", FUNCTIONS, flags=re.M | re.S)
    layer_of = layers(knowledge.rules)
    concluding: dict[tuple[str, str], list[Rule]] = {}
    for rule in knowledge.rules:
        salience = -STEP * layer_of["rule", rule.id]
        yield from _condition(rule.id, positive(rule.when, knowledge), salience, _actions(rule))
        if isinstance(rule.then, Finds):
            concluding.setdefault(("finding", rule.then.finding), []).append(rule)
        elif isinstance(rule.then, Speaks) and rule.then.speaks == "for":
            concluding.setdefault(("pattern", rule.then.pattern), []).append(rule)
    for (kind, id_), rules in concluding.items():
        tests = [positive(rule.when, knowledge, negated=True) for rule in rules]
        fact = f"(assert {_fact(Fact(kind, id_, ABSENT))})"
        name = f"absent:{kind}:{id_}"
        yield from _condition(name, Count(len(tests), list(tests)), -STEP * layer_of[kind, id_], fact)
    yield from _weighings(knowledge, layer_of)


def _condition(rule: str, test: Test, salience: int, actions: str) -> Iterator[str]:
    """Yield the rules of a condition; its root does `actions`."""
    yield from _node(rule, test, f"{rule}/r", "0", salience + STEP - 1)
    yield f"(defrule {rule}/fire" + _when(salience, f"(node (of {_s(rule + '/r')}))") + f" {actions})"


def _node(rule: str, test: Test, of: str, number: str, salience: int) -> Iterator[str]:
    """Yield the rules that assert `(node (of OF) (number NUMBER))` when the test holds."""
    holds = f"(assert (node (of {_s(of)}) (number {number})))"
    name = f"{of}/{number}"
    if isinstance(test, Seek):
        for place, fact in enumerate(test.facts):
            yield f"(defrule {name}-{place}" + _when(salience, _fact(fact)) + f" {holds})"
        return
    own = f"{of}/{number}"
    for place, member in enumerate(test.members):
        inside = (
            Seek(tuple(f for f in member.facts if f != member.outside), None)
            if (isinstance(member, Seek) and test.share)
            else member
        )
        yield from _node(rule, inside, own, str(place), salience)
        if isinstance(member, Seek) and test.share and member.outside:
            out = f"(assert (outside (of {_s(own)}) (number {place})))"
            yield f"(defrule {own}/{place}-outside" + _when(salience, _fact(member.outside)) + f" {out})"
    need = str(test.need)
    if test.share:
        size = f"(- {len(test.members)} (count-outside {_s(own)}))"
        need = f"(share-need {test.share} {size})"
        if test.negated:
            need = f"(+ 1 (- {size} {need}))"
    depth = _depth(test)
    check = f"(if (>= (count-nodes {_s(own)}) {need}) then {holds})"
    yield f"(defrule {name}-count" + _when(salience - depth, "(start)") + f" {check})"


def _depth(test: Test) -> int:
    return 0 if isinstance(test, Seek) else 1 + max((_depth(member) for member in test.members), default=0)


def _actions(rule: Rule) -> str:
    fired = f"(assert (fired (rule {_s(rule.id)})))"
    match rule.then:
        case Finds():
            return f"{fired} (assert {_fact(Fact('finding', rule.then.finding, PRESENT))})"
        case Signs():
            placing = "yes" if rests_on_placing(rule) else "no"
            return f"{fired} {_sign('stage', rule.then.sign, rule.id, rule.then.stage, 'no', placing)}"
        case Speaks():
            key = "yes" if rule.then.key else "no"
            return f"{fired} {_sign('pattern', rule.then.pattern, rule.id, rule.then.speaks, key, 'no')}"
    return fired


def _sign(kind: str, id_: str, rule: str, value: str, key: str, placing: str) -> str:
    slots = f"(thing {_s(f'{kind}:{id_}')}) (rule {_s(rule)}) (value {value}) (key {key}) (placing {placing})"
    return f"(assert (sign {slots}))"


def _weighings(knowledge: KnowledgeBase, layer_of: dict[tuple[str, str], int]) -> Iterator[str]:
    keyed = {rule.then.pattern for rule in knowledge.rules if isinstance(rule.then, Speaks) and rule.then.key}
    for factor in knowledge.ids_of("factor"):
        thing = _s(f"stage:{factor}")
        low, middling, high = (f"(count-signs {thing} {stage})" for stage in STAGES)
        says = [f"(assert {_fact(Fact('stage', factor, stage))})" for stage in STAGES]
        beside = f"(any-factp ((?s sign)) (and (eq ?s:thing {thing}) (eq ?s:placing no)))"
        body = (
            f"(bind ?e {low}) (bind ?d {middling}) (bind ?c {high}) (bind ?n (+ ?e ?d ?c))"
            f" (if (and (>= ?n 2) {beside}) then (bind ?m (div (- ?n 1) 2))"
            f" (if (> ?e ?m) then {says[0]} else"
            f" (if (or (> (+ ?e ?d) ?m) (> ?e 0)) then {says[1]} else {says[2]})))"
        )
        salience = -STEP * layer_of.get(("stage", factor), 0)
        yield f"(defrule weigh-{factor}" + _when(salience, "(start)") + f" {body})"
    for pattern in knowledge.ids_of("pattern"):
        thing = _s(f"pattern:{pattern}")
        likely, possible = (
            f"(assert {_fact(Fact('pattern', pattern, fit))})" for fit in ("likely", "possible")
        )
        key = (
            f"(any-factp ((?s sign)) (and (eq ?s:thing {thing}) (eq ?s:key yes)))"
            if pattern in keyed
            else "TRUE"
        )
        body = (
            f"(bind ?f (count-signs {thing} for)) (bind ?a (count-signs {thing} against))"
            f" (if (and (>= (- ?f ?a) 2) {key}) then {likely} else"
            f" (if (and (> ?f 0) (or (> ?f ?a) (and (= ?f ?a) (>= ?f 2)))) then {possible}))"
        )
        salience = -STEP * layer_of.get(("pattern", pattern), 0)
        yield f"(defrule weigh-{pattern}" + _when(salience, "(start)") + f" {body})"


def _when(salience: int, pattern: str) -> str:
    return f" (declare (salience {salience})) {pattern} =>"


def _fact(fact: Fact) -> str:
    return f"(known (kind {_s(fact.kind)}) (id {_s(fact.id)}) (value {_s(fact.value)}))"


def _s(text: str) -> str:
    return f'"{text}"'
