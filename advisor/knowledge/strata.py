"""Which rule rests on which conclusions: the layers of the rules, and the cycles that must not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from advisor.knowledge.conditions import Condition, NoneOf, leaves
from advisor.knowledge.facts import Fact, Thing
from advisor.knowledge.rules import Rule

CONCLUDED_KINDS = ("finding", "stage", "sure", "pattern")  # of facts that rules rest on and others conclude


def concluded_by(fact: Fact) -> Thing:
    """Return what rules conclude, or add signs to, that makes a fact known: a stage, for how sure it is."""
    return ("stage", fact.id) if fact.kind == "sure" else fact[:2]


def needed(rule: Rule) -> list[Thing]:
    """Return the conclusions that a rule looks at."""
    things = (leaf.thing for leaf in leaves(rule.when) if leaf.kind in CONCLUDED_KINDS)
    return list(dict.fromkeys(things))


def _graph(rules: Iterable[Rule]) -> dict[Thing, list[Thing]]:
    graph: dict[Thing, list[Thing]] = {}
    for rule in rules:
        graph[("rule", rule.id)] = needed(rule)
        thing = rule.then.weighs
        if thing is not None:
            graph.setdefault(thing, []).append(("rule", rule.id))
    return graph


def cycle(rules: Iterable[Rule]) -> list[str] | None:
    """Return the ids along a cycle of rules and conclusions, first and last the same, or None."""
    try:
        TopologicalSorter(_graph(rules)).prepare()
    except CycleError as error:
        return [id_ for _, id_ in error.args[1]]
    return None


def needed_absent(rule: Rule) -> list[Thing]:
    """Return the conclusions that a rule looks at inside a `none`."""
    return [thing for group in _nones(rule.when) for thing in needed(replace(rule, when=group))]


def _nones(condition: Condition) -> Iterator[NoneOf]:
    if isinstance(condition, NoneOf):
        yield condition
        return
    for member in condition.members:
        yield from _nones(member)


def layers(rules: Iterable[Rule]) -> dict[Thing, int]:
    """Return for each rule and conclusion its layer: everything it rests on lies in lower layers."""
    graph = _graph(rules)
    layer: dict[Thing, int] = {}
    for thing in TopologicalSorter(graph).static_order():
        layer[thing] = 1 + max((layer[below] for below in graph.get(thing, ())), default=-1)
    return layer
