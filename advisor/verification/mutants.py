"""Small changes to rules, one at a time, and all of them in one knowledge base.

Whoever changes one thing in one rule should be told by a scenario. `mutants` makes those changes, and
`with_switches` puts all of them into one knowledge base, each behind a switch, so that thousands are tried
in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.inference.outdone import compared_by
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnyOf, Condition, NoneOf, PlacedAt
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Recommends, Rule, Speaks, Strength
from advisor.verification.parts import parts, with_members, with_part

WEAKER: dict[Strength, Strength] = {"strong": "moderate", "moderate": "slight"}
KINDS_OF_CHANGE = ("removed", "dropped", "flipped", "weakened")
_ON, _OFF = "emerging", "confident"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One rule with one thing changed: `rule` is the rule as it would be, None where it is taken away.

    `kind` is removed, dropped (a condition less), flipped (a condition turned round) or weakened; `part` is
    the condition, and `place` the path to it: the number of the member at each level.
    """

    of: str
    kind: str
    rule: Rule | None
    place: tuple[int, ...] = ()
    part: Condition | None = None

    @property
    def name(self) -> str:
        """Return a name that no other mutant has."""
        where = "." + ".".join(map(str, self.place)) if self.place else ""
        return f"{self.of}:{self.kind}{where}"


def mutants(knowledge: KnowledgeBase) -> list[Mutant]:
    """Return every change to its own rules, in their order."""
    return [mutant for rule in knowledge.rules if knowledge.is_own(rule.id) for mutant in _of_rule(rule)]


def _of_rule(rule: Rule) -> Iterator[Mutant]:
    yield Mutant(rule.id, "removed", None)
    for place, condition in parts(rule.when):
        inner = condition.members
        if not inner:
            flipped = with_part(rule.when, place, NoneOf(none=(condition,)))
            yield Mutant(rule.id, "flipped", replace(rule, when=flipped), place, condition)
        elif len(inner) > 1:
            for number, part in enumerate(inner):
                rest = (*inner[:number], *inner[number + 1 :])
                dropped = with_part(rule.when, place, with_members(condition, rest))
                yield Mutant(rule.id, "dropped", replace(rule, when=dropped), (*place, number), part)
    then = rule.then
    if isinstance(then, Recommends) and then.strength in WEAKER:
        weaker = replace(then, strength=WEAKER[then.strength])
        yield Mutant(rule.id, "weakened", replace(rule, then=weaker))
    if isinstance(then, Speaks) and then.key:
        yield Mutant(rule.id, "weakened", replace(rule, then=replace(then, key=False)))


def with_switches(knowledge: KnowledgeBase, changes: Sequence[Mutant]) -> KnowledgeBase:
    """Return a knowledge base with every change in it, each in force only where its switch is on."""
    by_rule: dict[str, list[Mutant]] = {}
    for mutant in changes:
        by_rule.setdefault(mutant.of, []).append(mutant)
    rules = {
        each.id: each for rule in knowledge.rules for each in _switchable(rule, by_rule.get(rule.id, ()))
    }
    changed = knowledge.with_rules(rules)
    before = {rule.id: rule.when for rule in knowledge.rules}
    before |= {mutant.name: mutant.rule.when for mutant in changes if mutant.rule is not None}
    compared_by({id_: before[id_] for id_ in rules}, changed)
    return changed


def _switchable(rule: Rule, changes: Sequence[Mutant]) -> Iterator[Rule]:
    """Yield a rule that holds as it is where none of its switches is on, and as changed where one is."""
    as_it_is = AllOf(all=(*(_switch(mutant, _OFF) for mutant in changes), rule.when))
    ways: list[Condition] = [as_it_is]
    for mutant in changes:
        if mutant.rule is not None and mutant.rule.then == rule.then:
            ways.append(AllOf(all=(_switch(mutant, _ON), mutant.rule.when)))
        elif mutant.rule is not None:
            when = AllOf(all=(_switch(mutant, _ON), mutant.rule.when))
            yield replace(mutant.rule, id=mutant.name, when=when)
    yield replace(rule, when=AnyOf(any=tuple(ways)))


def _switch(mutant: Mutant, way: str) -> PlacedAt:
    """Return the condition that a switch is on or off.

    It is written as a placing: that needs no question, and a sign that rests on a placing alone still does.
    """
    return PlacedAt(placed=mutant.name, is_=way)  # type: ignore[arg-type]  # _ON or _OFF


def unkeyed(knowledge: KnowledgeBase, changes: Sequence[Mutant]) -> dict[str, list[Fact]]:
    """Return for each pattern the switches that take its only key sign: without one, any signs will do."""
    keys: dict[str, list[str]] = {}
    for rule in knowledge.rules:
        if isinstance(rule.then, Speaks) and rule.then.key:
            keys.setdefault(rule.then.pattern, []).append(rule.id)
    only = {rules[0]: pattern for pattern, rules in keys.items() if len(rules) == 1}
    found: dict[str, list[Fact]] = {}
    for mutant in changes:
        if mutant.of in only and mutant.kind in ("removed", "weakened"):
            found.setdefault(only[mutant.of], []).append(Fact("placed", mutant.name, _ON))
    return found


def switched(changes: Sequence[Mutant]) -> dict[Fact, int]:
    """Return the facts that turn on the switch of each change in a row of its own; the last row has none on.

    Each is a whole number with one bit for each row, the first row lowest.
    """
    everywhere = (1 << len(changes) + 1) - 1
    facts: dict[Fact, int] = {}
    for row, mutant in enumerate(changes):
        facts[Fact("placed", mutant.name, _ON)] = 1 << row
        facts[Fact("placed", mutant.name, _OFF)] = everywhere ^ 1 << row
    return facts
