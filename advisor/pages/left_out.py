"""When a question of a form is left out, said with the numbers that the form gives to questions and boxes."""

from __future__ import annotations

from collections.abc import Mapping

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnswerIs, AnyOf, Condition, ItemIs
from advisor.knowledge.question_kinds.table import kind_of
from advisor.reports.condition import condition_lines
from advisor.reports.wording import joined

Numbers = Mapping[str, int]


def left_out_if(condition: Condition, numbers: Numbers, knowledge: KnowledgeBase) -> str:
    """Return when a question is left out: by boxes that were ticked above it, or else in words."""
    said = _by_boxes(condition, numbers, knowledge)
    if not said:
        said = joined(text for _depth, text in condition_lines(condition, knowledge))
    return _("Leave this out if {what}.").format(what=said)


def _by_boxes(condition: Condition, numbers: Numbers, knowledge: KnowledgeBase) -> str:
    """Return which boxes make a condition true; nothing where boxes alone cannot say it."""
    match condition:
        case AllOf() | AnyOf():
            parts = [_box(member, numbers, knowledge) for member in condition.members]
            word = _(" and ") if isinstance(condition, AllOf) else _(" or ")
            return word.join(parts) if all(parts) else ""
    return _box(condition, numbers, knowledge)


def _box(condition: Condition, numbers: Numbers, knowledge: KnowledgeBase) -> str:
    match condition:
        case AnswerIs() if condition.answer in numbers:
            ids = [fact.value for fact in condition.reads(knowledge).yes]
            return _ticked(condition.answer, ids, numbers, knowledge)
        case ItemIs(is_="yes"):
            question, _dot, item = condition.item.partition(".")
            return _ticked(question, [item], numbers, knowledge) if question in numbers else ""
    return ""


def _ticked(id_: str, lines: list[str], numbers: Numbers, knowledge: KnowledgeBase) -> str:
    question = knowledge.questions[id_]
    kind = kind_of(question)
    marks = {line.id: mark for mark, line in zip(kind.marks(), kind.lines(question, ()), strict=False)}
    if not lines or not marks.keys() >= set(lines):
        return ""
    ticked = _(" or ").join(marks[line] for line in lines)
    return _("you ticked {marks} at question {number}").format(marks=ticked, number=numbers[id_])
