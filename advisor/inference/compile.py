"""What inference needs of the rules, worked out once for a knowledge base."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.inference.network import Count, Network, absence_id, positive
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, Thing, is_absence
from advisor.knowledge.rules import Rule
from advisor.knowledge.strata import layers


@dataclass(slots=True)
class Compiled:
    """The network of all conditions, the salience of each rule, and what concludes what.

    `salience` is minus the rule's layer, so that everything a rule rests on fires before it; its
    order is the declared order. `concluding` maps 'finding:ID', 'stage:FACTOR' and 'pattern:ID' to
    the rules that conclude it or, for the last two, add a sign. `keyed` holds the patterns that
    have key signs.
    """

    network: Network
    salience: dict[str, int]
    concluding: dict[str, list[str]]
    keyed: frozenset[str]


def compiled(knowledge: KnowledgeBase) -> Compiled:
    """Return what inference needs of the rules of `knowledge`; worked out when first asked for."""
    return knowledge.once(compile_rules)


def compile_rules(knowledge: KnowledgeBase) -> Compiled:
    """Work out what inference needs of the rules of `knowledge`."""
    layer_of = layers(knowledge.rules)
    salience = {rule.id: -layer_of["rule", rule.id] for rule in knowledge.rules}
    for kind, entries in (("stage", "factor"), ("pattern", "pattern")):
        for id_ in knowledge.ids_of(entries):
            salience[f"{kind}:{id_}"] = -layer_of.get((kind, id_), 0)
    concluding: dict[Thing, list[Rule]] = {}
    network = Network()
    for rule in knowledge.rules:
        network.add(rule.id, positive(rule.when, knowledge))
        thing = rule.then.weighs
        if thing is not None:
            concluding.setdefault(thing, []).append(rule)
    for fact in _add_absences(network, concluding, knowledge):
        salience[absence_id(fact)] = -layer_of[fact.kind, fact.id]
    by_name = {":".join(thing): [rule.id for rule in rules] for thing, rules in concluding.items()}
    return Compiled(network, salience, by_name, frozenset(filter(None, map(_keyed, knowledge.rules))))


def _keyed(rule: Rule) -> str | None:
    return rule.then.subject if rule.then.is_key else None


def _add_absences(
    network: Network, concluding: dict[Thing, list[Rule]], knowledge: KnowledgeBase
) -> list[Fact]:
    """Add the derived rules that conclude the absences which some conditions look at."""
    done: dict[Fact, None] = {}
    while wanted := [fact for fact in network.waiting if is_absence(fact) and fact not in done]:
        for fact in wanted:
            done[fact] = None
            rules = [rule for rule in concluding.get((fact.kind, fact.id), []) if not rule.then.is_against]
            tests = [positive(rule.when, knowledge, negated=True) for rule in rules]
            network.add(absence_id(fact), Count(len(tests), tests))
    return list(done)
