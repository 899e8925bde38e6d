"""What an interview says at its end about the next meeting: never more than the first steps of the plan."""

from __future__ import annotations

from advisor._command import hint
from advisor._language import _
from advisor.advice.meeting import NotNow, meeting_for
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.table import kind_of

from .prompts import wrapped

_MOST_TO_ASK = 2


def to_bring(
    advice: Advice, knowledge: KnowledgeBase, case_name: str = "CASE", again: tuple[str, ...] = ()
) -> list[str]:
    """Return lines with what to bring to the next meeting; where there should be none yet, why.

    A hint names the case so, and repeats the options `again`.
    """
    found = meeting_for(advice, knowledge)
    if isinstance(found, NotNow) and found.speaks_against:
        return [wrapped(_("Your next meeting: {why}").format(why=found.why)), ""]
    lines = []
    if not isinstance(found, NotNow):
        page = _("A page for the table: {command}").format(command=hint("pack", case_name, *again))
        lines += [found.meeting.text, page]
    for question in _to_ask_there(advice, knowledge)[:_MOST_TO_ASK]:
        lines.append(_("To find out together: {question}").format(question=question.prompt))
    if not lines:
        return []
    points = (wrapped(each, "  - ", "    ") for each in lines)
    return [wrapped(_("To bring to the next meeting:")), *points, ""]


def _to_ask_there(advice: Advice, knowledge: KnowledgeBase) -> list[Question]:
    """Return what she was asked and does not know. Nobody else can tell her own view or habits."""
    asked = [each.question for each in advice.to_ask if each.question in advice.case["answers"]]
    questions = [knowledge.questions[id_] for id_ in asked]
    return [each for each in questions if not kind_of(each).is_own_view and each.about != "self"]
