"""Checks of conditions: what they name is there, what they compare and count can be."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor._suggest import by_title, did_you_mean
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
from advisor.knowledge.integrity_told import asked_otherwise, one_comparison, told_complaints
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.model import hyphened
from advisor.knowledge.negation import meant_by
from advisor.knowledge.question import Question, option_titles
from advisor.knowledge.questions import asked_things
from advisor.knowledge.rules import OWN_TEXTS, Rule

ABSENT_KINDS = (
    "finding",
    "pattern",
)  # what is known to be absent only where a rule asks


def conditions_name_what_is_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Questions, options, items, findings, factors and patterns in conditions exist."""
    for owner, condition in conditions_of(knowledge):
        for leaf in leaves(condition):
            yield from _leaf_complaints(owner, leaf, knowledge)


def questions_hang_on_answers(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Whether a question is asked hangs on the answers to others alone."""
    for question in knowledge.questions.values():
        for leaf in leaves(question.asked_unless) if question.asked_unless is not None else ():
            remedy = _("name the answer to another question")
            if not isinstance(leaf, AnswerIs | ItemIs):
                yield question.id, leaf.subject, _("'asked-unless' looks at answers and items alone"), remedy
            elif leaf.subject.partition(".")[0] == question.id:
                yield question.id, leaf.subject, _("'asked-unless' looks at the question itself"), remedy


def conditions_of(knowledge: KnowledgeBase) -> Iterator[tuple[str, Condition]]:
    """Yield every condition with the id of its owner: a rule, what is said otherwise, or a question."""
    for _kind, entry in knowledge.all_entries():
        if isinstance(entry, Rule):
            yield entry.id, entry.when
        elif isinstance(entry, Question) and entry.asked_unless is not None:
            yield entry.id, entry.asked_unless
        if getattr(entry, "no_meeting_unless", None) is not None:
            yield entry.id, entry.no_meeting_unless
        for each in getattr(entry, "said_otherwise", ()):
            yield entry.id, each.when


def texts_said_otherwise_are_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What is said otherwise is a text that the entry has; a name stays the same, only rules have none."""
    for kind, entry in knowledge.all_entries():
        for each in getattr(entry, "said_otherwise", ()):
            for key in each.misplaced(entry, title_is_a_name=kind != "rule"):
                what = _("'{key}' of a {kind} is never said otherwise").format(key=key, kind=kind)
                yield entry.id, key, what, _("leave it out")
            if not each.texts():
                yield (
                    entry.id,
                    "said-otherwise",
                    _("nothing is said otherwise here"),
                    _("write a text beside 'when'"),
                )
            for key, text in each.texts().items():
                if not text.strip():
                    yield entry.id, key, _("'{key}' is empty").format(key=key), _("write a plain sentence")


def only_what_recommends_says_what_to_do(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A rule says how to begin only with what it recommends."""
    for rule in knowledge.rules:
        for name in OWN_TEXTS:
            if getattr(rule, name) is not None and name not in rule.own_texts:
                key = hyphened(name)
                yield (
                    rule.id,
                    key,
                    _("'{key}' of a rule that recommends nothing").format(key=key),
                    _("leave it out"),
                )


def texts_rest_on_what_is_known(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Texts look at answers inside a `none`: whether a finding is absent is worked out for rules alone."""
    for _kind, entry in knowledge.all_entries():
        for each in getattr(entry, "said_otherwise", ()):
            for group in _groups(each.when):
                if isinstance(group, NoneOf) and any(leaf.kind in ABSENT_KINDS for leaf in leaves(group)):
                    what = _("'none' of a text looks at what rules conclude")
                    yield (
                        entry.id,
                        "none",
                        what,
                        _("look at answers there, or put the texts in another order"),
                    )


def _leaf_complaints(owner: str, leaf: Leaf, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    match leaf:
        case AnswerIs():
            yield from _answer_complaints(owner, leaf, knowledge)
        case ItemIs():
            known = knowledge.memo(_asked)["item"]
            if leaf.item not in known:
                yield (
                    owner,
                    leaf.item,
                    _("there is no item '{item}'").format(item=leaf.item),
                    did_you_mean(leaf.item, known, knowledge.once(_items)),
                )
        case FindingHolds():
            yield from missing(owner, leaf.finding, knowledge.kinds.concluded, knowledge)
        case StageIs() | PlacedAt():
            yield from missing(owner, leaf.subject, ("factor",), knowledge)
            yield from one_comparison(owner, leaf.subject, leaf.is_, leaf.in_)
        case PatternFits():
            yield from missing(owner, leaf.pattern, ("pattern",), knowledge)
        case WasTried():
            yield from missing(owner, leaf.tried, TRIED_KINDS, knowledge)
            yield from one_comparison(owner, leaf.tried, leaf.outcome, leaf.in_)
        case _:
            yield from told_complaints(owner, leaf, knowledge)


def _answer_complaints(owner: str, leaf: AnswerIs, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    known = knowledge.memo(_asked)["answer"]
    if leaf.answer not in known:
        what = _("there is no question '{answer}' with options").format(answer=leaf.answer)
        yield owner, leaf.answer, what, asked_otherwise(leaf, known, knowledge)
        return
    scaled = [value for value in (leaf.at_least, leaf.at_most) if value is not None]
    yield from one_comparison(owner, leaf.answer, leaf.is_, leaf.in_, scaled or None)
    if scaled and not knowledge.questions[leaf.answer].scale:
        what = _("the options of '{answer}' are not a scale").format(answer=leaf.answer)
        yield owner, leaf.answer, what, _("use 'is' or 'in'")
    options = knowledge.options_of(leaf.answer)
    named = [*([] if leaf.is_ is None else [leaf.is_]), *(leaf.in_ or ()), *scaled]
    unknown = [value for value in named if value not in options]
    for value in unknown:
        yield (
            owner,
            value,
            _("'{answer}' has no option '{value}'").format(answer=leaf.answer, value=value),
            meant_by(value, options, option_titles(knowledge.questions[leaf.answer])),
        )
    if scaled and not unknown and not leaf.wanted(options):
        what = _("no option of '{answer}' stands between '{at_least}' and '{at_most}'").format(
            answer=leaf.answer, at_least=leaf.at_least, at_most=leaf.at_most
        )
        yield owner, "at-least", what, _("turn them round")


def _asked(knowledge: KnowledgeBase, fact_kind: str) -> list[str]:
    """Return what questions ask that gives facts of a kind."""
    return [id_ for kind, id_ in asked_things(knowledge) if kind == fact_kind]


def _items(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the items of all checklists, as conditions name them, by their texts."""
    questions = knowledge.questions.values()
    return by_title((item.text, f"{each.id}.{item.id}") for each in questions for item in each.items)


def counts_can_be_reached(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`at-least` does not want more members than there are."""
    for owner, condition in conditions_of(knowledge):
        for group in _groups(condition):
            if not isinstance(group, AtLeast) or not isinstance(group.at_least, int) or not group.of:
                continue  # one that is empty is told of elsewhere
            if not 1 <= group.at_least <= len(group.of):
                what = _("at least {at_least} of {number} says nothing").format(
                    at_least=group.at_least, number=len(group.of)
                )
                yield (
                    owner,
                    "at-least",
                    what,
                    _("write a number from 1 to {number}").format(number=len(group.of)),
                )


def _groups(condition: Leaf | Group) -> Iterator[Group]:
    if isinstance(condition, (AllOf, AnyOf, NoneOf, AtLeast)):
        yield condition
        for member in condition.members:
            yield from _groups(member)


def groups_have_members(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A group counts something."""
    for owner, condition in conditions_of(knowledge):
        for group in _groups(condition):
            if not group.members:
                yield (
                    owner,
                    "when",
                    _("a group of conditions is empty"),
                    _("write '- {answer: ..., is: ...}' in it"),
                )


def comparisons_name_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`in` names at least one value."""
    for owner, condition in conditions_of(knowledge):
        if any(getattr(leaf, "in_", None) == () for leaf in leaves(condition)):
            yield owner, "in", _("'in' names nothing"), _("write '[one, another]'")


def _looks_at_something(condition: Condition) -> bool:
    if isinstance(condition, NoneOf):
        return False
    inner = condition.members
    return not inner or any(_looks_at_something(member) for member in inner)


def rules_look_at_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A rule rests on something that is there, not only on what is not."""
    for rule in knowledge.rules:
        if rule.when.members and not _looks_at_something(rule.when):
            yield (
                rule.id,
                "none",
                _("the rule rests only on what is not there"),
                _("add a positive condition"),
            )
