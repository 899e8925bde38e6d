"""The condition of a rule in plain words, as points inside points."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _, ngettext
from advisor.knowledge.base import KnowledgeBase
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
)
from advisor.knowledge.phrases import OUTCOMES, STAGE_WORDS, asked_of, own_words, title_of, value_of


def condition_lines(
    condition: Condition, knowledge: KnowledgeBase, depth: int = 1
) -> Iterator[tuple[int, str]]:
    """Yield the lines of a condition, each with its depth."""
    if not isinstance(condition, Group):
        yield depth, _leaf(condition, knowledge)
        return
    yield depth, _heading(condition)
    for member in condition.members:
        yield from condition_lines(member, knowledge, depth + 1)


def _heading(condition: Condition) -> str:
    match condition:
        case AllOf():
            return _("all of these:")
        case AnyOf():
            return _("one or more of these:")
        case NoneOf():
            return _("none of these, and that is known:")
        case AtLeast(at_least=int() as least):
            return ngettext("at least {n} of these:", "at least {n} of these:", least).format(n=least)
        case AtLeast(at_least="half"):
            return _("half or more of these that apply:")
        case AtLeast():
            return _("more than half of these that apply:")
    raise AssertionError(condition)


def _leaf(leaf: Leaf, knowledge: KnowledgeBase) -> str:
    match leaf:
        case AnswerIs():
            values = [value_of(*fact, knowledge) for fact in leaf.reads(knowledge).yes]
            return f"{asked_of('answer', leaf.answer, knowledge)} {_or(values)}"
        case ItemIs():
            question = knowledge.questions[leaf.item.partition(".")[0]]
            return f"{question.prompt} {asked_of('item', leaf.item, knowledge)} {leaf.is_}"
        case FindingHolds():
            return _("found: {title}").format(title=title_of(leaf.finding, knowledge))
        case StageIs():
            factor, stages = title_of(leaf.stage, knowledge), _stages(leaf.is_, leaf.in_)
            if leaf.sure:
                said = _("{factor} is {stages}, and that is {sure}")
                return said.format(factor=factor, stages=stages, sure=leaf.sure)
            return _("{factor} is {stages}").format(factor=factor, stages=stages)
        case PlacedAt():
            said = _("your own view of {factor} is {stages}")
            factor = title_of(leaf.placed, knowledge)
            return said.format(factor=factor, stages=_stages(leaf.is_, leaf.in_))
        case PatternFits():
            said = _("the pattern {title} is {fit}")
            return said.format(title=title_of(leaf.pattern, knowledge), fit=_fit(leaf.fit))
        case WasTried():
            outcomes = [leaf.outcome] if leaf.outcome else list(leaf.in_ or ())
            said = _("{title} was tried: {outcomes}")
            tried = title_of(leaf.tried, knowledge)
            return said.format(title=tried, outcomes=_or([OUTCOMES[each] for each in outcomes]))
        case _:  # what is told of a case and not asked
            return _or([own_words(*fact, knowledge) for fact in leaf.reads(knowledge).yes])


def _fit(fit: str) -> str:
    return _("likely") if fit == "likely" else _("likely or possible")


def _stages(is_: str | None, in_: tuple[str, ...] | None) -> str:
    stages = [is_] if is_ else list(in_ or ())
    return _or([f"{stage} ({_(STAGE_WORDS[stage])})" for stage in stages])


def _or(words: list[str]) -> str:
    return _(" or ").join(words)
