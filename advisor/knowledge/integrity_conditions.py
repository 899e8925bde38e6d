"""Checks of conditions: what they name is there, what they compare and count can be."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._suggest import did_you_mean
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint, missing
from advisor.knowledge.conditions import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    Condition,
    FindingHolds,
    Group,
    ItemIs,
    Leaf,
    NoneOf,
    PatternFits,
    PlacedAt,
    StageIs,
    WasTried,
    leaves,
)
from advisor.knowledge.questions import asked_things
from advisor.knowledge.rules import Rule


def conditions_name_what_is_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Questions, options, items, findings, factors and patterns in conditions exist."""
    for rule in knowledge.rules:
        for leaf in leaves(rule.when):
            yield from _leaf_complaints(rule, leaf, knowledge)


def _leaf_complaints(rule: Rule, leaf: Leaf, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    match leaf:
        case AnswerIs():
            yield from _answer_complaints(rule, leaf, knowledge)
        case ItemIs():
            known = _asked("item", knowledge)
            if leaf.item not in known:
                yield rule.id, leaf.item, f"there is no item '{leaf.item}'", did_you_mean(leaf.item, known)
        case FindingHolds():
            yield from missing(rule.id, leaf.finding, knowledge.kinds.concluded, knowledge)
        case StageIs():
            yield from missing(rule.id, leaf.stage, ("factor",), knowledge)
            yield from _one_comparison(rule, leaf.stage, leaf.is_, leaf.in_)
        case PlacedAt():
            yield from missing(rule.id, leaf.placed, ("factor",), knowledge)
            yield from _one_comparison(rule, leaf.placed, leaf.is_, leaf.in_)
        case PatternFits():
            yield from missing(rule.id, leaf.pattern, ("pattern",), knowledge)
        case WasTried():
            yield from missing(rule.id, leaf.tried, ("intervention",), knowledge)
            yield from _one_comparison(rule, leaf.tried, leaf.outcome, leaf.in_)


def _answer_complaints(rule: Rule, leaf: AnswerIs, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    known = _asked("answer", knowledge)
    if leaf.answer not in known:
        what = f"there is no question '{leaf.answer}' with options"
        yield rule.id, leaf.answer, what, did_you_mean(leaf.answer, known)
        return
    scaled = [value for value in (leaf.at_least, leaf.at_most) if value is not None]
    yield from _one_comparison(rule, leaf.answer, leaf.is_, leaf.in_, scaled or None)
    if scaled and not knowledge.questions[leaf.answer].scale:
        what = f"the options of '{leaf.answer}' are not a scale"
        yield rule.id, leaf.answer, what, "use 'is' or 'in'"
    options = knowledge.options_of(leaf.answer)
    named = [*([] if leaf.is_ is None else [leaf.is_]), *(leaf.in_ or ()), *scaled]
    unknown = [value for value in named if value not in options]
    for value in unknown:
        yield rule.id, value, f"'{leaf.answer}' has no option '{value}'", did_you_mean(value, options)
    if scaled and not unknown and not leaf.wanted(options):
        what = f"no option of '{leaf.answer}' stands between '{leaf.at_least}' and '{leaf.at_most}'"
        yield rule.id, "at-least", what, "turn them round"


def _asked(fact_kind: str, knowledge: KnowledgeBase) -> list[str]:
    """Return what questions ask that gives facts of a kind."""
    return [id_ for kind, id_ in asked_things(knowledge) if kind == fact_kind]


def _one_comparison(rule: Rule, word: str, *given: object) -> Iterator[Complaint]:
    if sum(value is not None for value in given) != 1:
        yield rule.id, word, f"'{word}' needs one comparison", "use 'is' or 'in'"


def counts_can_be_reached(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`at-least` does not want more members than there are."""
    for rule in knowledge.rules:
        for group in _groups(rule.when):
            if not isinstance(group, AtLeast) or not isinstance(group.at_least, int) or not group.of:
                continue  # one that is empty is told of elsewhere
            if not 1 <= group.at_least <= len(group.of):
                what = f"at least {group.at_least} of {len(group.of)} says nothing"
                yield rule.id, "at-least", what, f"write a number from 1 to {len(group.of)}"


def _groups(condition: Leaf | Group) -> Iterator[Group]:
    if isinstance(condition, (AllOf, AnyOf, NoneOf, AtLeast)):
        yield condition
        for member in condition.members:
            yield from _groups(member)


def groups_have_members(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A group counts something."""
    for rule in knowledge.rules:
        for group in _groups(rule.when):
            if not group.members:
                yield (
                    rule.id,
                    "when",
                    "a group of conditions is empty",
                    "write '- {answer: ..., is: ...}' in it",
                )


def comparisons_name_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`in` names at least one value."""
    for rule in knowledge.rules:
        if any(getattr(leaf, "in_", None) == () for leaf in leaves(rule.when)):
            yield rule.id, "in", "'in' names nothing", "write '[one, another]'"


def _looks_at_something(condition: Condition) -> bool:
    if isinstance(condition, NoneOf):
        return False
    inner = condition.members
    return not inner or any(_looks_at_something(member) for member in inner)


def rules_look_at_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A rule rests on something that is there, not only on what is not."""
    for rule in knowledge.rules:
        if rule.when.members and not _looks_at_something(rule.when):
            yield rule.id, "none", "the rule rests only on what is not there", "add a positive condition"
