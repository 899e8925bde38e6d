"""The rules that could have brought something, and the nearest way in which each is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.explanation.ways import Need as Need, Ways
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Raises, Recommends, Rule


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule that could have brought it: what holds already, and the nearest way in which it is missed.

    `is_enough` says whether the rule fires once all that it names is so; else it is a step towards it.
    `is_in_reach`: all that it lacks could be found out or wished for.
    """

    rule: str
    title: str
    because: str
    holds: tuple[str, ...]
    fails: tuple[Need, ...]
    unknown: tuple[Need, ...]
    is_enough: bool
    is_in_reach: bool = True


def nearest_misses(id_: str, facts: Sequence[Fact], knowledge: KnowledgeBase) -> tuple[Miss, ...]:
    """Return the rules that could bring it, first what could be found out or wished for, nearest first."""
    return _missed([rule for rule in knowledge.rules if _brings(rule, id_)], facts, knowledge)


def missed_signs(
    factor: str, stage: str, facts: Sequence[Fact], knowledge: KnowledgeBase
) -> tuple[Miss, ...]:
    """Return the rules that could add a sign that a factor stands at a stage, nearest first."""
    sign = Fact("sign", factor, stage)
    return _missed([rule for rule in knowledge.rules if rule.then.effect == sign], facts, knowledge)


def _missed(rules: Sequence[Rule], facts: Sequence[Fact], knowledge: KnowledgeBase) -> tuple[Miss, ...]:
    ways = Ways(facts, knowledge)
    found = [(rule, list(dict.fromkeys(way))) for rule in rules if (way := ways.lacking(rule.when))]
    enough = ways.are_enough(found)
    misses = [
        _miss(rule, lacking, ways, is_enough)
        for (rule, lacking), is_enough in zip(found, enough, strict=True)
    ]
    misses.sort(
        key=lambda miss: (not miss.is_in_reach, not miss.is_enough, len(miss.fails) + len(miss.unknown))
    )
    return tuple(misses)


def _brings(rule: Rule, id_: str) -> bool:
    """Return whether a rule could bring something; a rule is brought by itself alone."""
    then = rule.then
    brings = isinstance(then, (Recommends, Raises)) or (then.weighs or ("stage",))[0] != "stage"
    return rule.id == id_ or (then.subject == id_ and brings and not then.is_against)


def _miss(rule: Rule, lacking: Sequence[Need], ways: Ways, is_enough: bool) -> Miss:
    told = ways.wording.entry(rule.id)
    return Miss(
        rule.id,
        told.title,
        told.because,
        tuple(ways.holding(rule.when)),
        tuple(need for need in lacking if need.said is not None),
        tuple(need for need in lacking if need.said is None),
        is_enough,
        all(map(ways.is_in_reach, lacking)),
    )
