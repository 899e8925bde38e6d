"""The condition of a rule in plain words, as points inside points."""

from __future__ import annotations

from collections.abc import Iterator

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
    SectorIs,
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
            return "all of these:"
        case AnyOf():
            return "one or more of these:"
        case NoneOf():
            return "none of these, and that is known:"
        case AtLeast(at_least=int() as least):
            return f"at least {least} of these:"
        case AtLeast(at_least="half"):
            return "half or more of these that apply:"
        case AtLeast():
            return "more than half of these that apply:"
    raise AssertionError(condition)


def _leaf(leaf: Leaf, knowledge: KnowledgeBase) -> str:
    match leaf:
        case AnswerIs():
            said = [value_of(*fact, knowledge) for fact in leaf.reads(knowledge).yes]
            return f"{asked_of('answer', leaf.answer, knowledge)} {' or '.join(said)}"
        case ItemIs():
            question = knowledge.questions[leaf.item.partition(".")[0]]
            return f"{question.prompt} {asked_of('item', leaf.item, knowledge)} {leaf.is_}"
        case FindingHolds():
            return f"found: {title_of(leaf.finding, knowledge)}"
        case StageIs():
            sure = f", and that is {leaf.sure}" if leaf.sure else ""
            return f"{title_of(leaf.stage, knowledge)} is {_stages(leaf.is_, leaf.in_)}{sure}"
        case PlacedAt():
            return f"your own view of {title_of(leaf.placed, knowledge)} is {_stages(leaf.is_, leaf.in_)}"
        case PatternFits():
            return f"the pattern {title_of(leaf.pattern, knowledge)} is {_fit(leaf.fit)}"
        case WasTried():
            outcomes = [leaf.outcome] if leaf.outcome else list(leaf.in_ or ())
            said = [OUTCOMES[each] for each in outcomes]
            return f"{title_of(leaf.tried, knowledge)} was tried: {' or '.join(said)}"
        case SectorIs():
            return own_words("sector", leaf.sector, "yes", knowledge)


def _fit(fit: str) -> str:
    return fit if fit == "likely" else "likely or possible"


def _stages(is_: str | None, in_: tuple[str, ...] | None) -> str:
    stages = [is_] if is_ else list(in_ or ())
    return " or ".join(f"{stage} ({STAGE_WORDS[stage]})" for stage in stages)
