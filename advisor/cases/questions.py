"""Which questions of the questionnaire a case leaves open, and which parts of them."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import UNKNOWN
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of


def parts_not_asked(question_id: str, case: Case, knowledge: KnowledgeBase) -> tuple[Part, ...]:
    """Return the parts of a question without any answer, not even that the leader does not know.

    One word for the whole question answers every part. Of what was tried, it answers all that stand not
    among the actions.
    """
    parts = knowledge.memo(parts_of)[question_id]
    answer = case.answers.get(question_id)
    if answer is not None and not isinstance(answer, Mapping):
        return ()
    if kind_of(knowledge.questions[question_id]).in_actions:
        tried = {action.id for action in case.actions}
        return tuple(part for part in parts if part.key not in tried)
    return tuple([part for part in parts if part.key not in answer]) if answer else parts


def was_not_asked(question_id: str, case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether a part of a question has no answer yet, not even that the leader does not know."""
    return bool(parts_not_asked(question_id, case, knowledge))


def is_begun(question_id: str, case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether a question has an answer, be it to a part of it only."""
    left = parts_not_asked(question_id, case, knowledge)
    return len(left) < len(knowledge.memo(parts_of)[question_id])


def has_note(question_id: str, case: Case) -> bool:
    """Return whether there are words of the leader's own on a question; blank ones say nothing."""
    return bool(case.notes.get(question_id, "").strip())


def may_be_in_own_words(question_id: str, case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether a note may stand in place of an option.

    A choice for which none fitted is kept as one of which she does not know and beside which she noted
    something, so nobody can tell the two apart.
    """
    wants_words = kind_of(knowledge.questions[question_id]).none_wants_words
    return wants_words and case.answers.get(question_id) == UNKNOWN and has_note(question_id, case)


def is_open(question_id: str, case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether a part of a question was not asked, or nothing is known of any part."""
    if was_not_asked(question_id, case, knowledge):
        return True
    if kind_of(knowledge.questions[question_id]).in_actions:
        return False
    answer = case.answers.get(question_id, UNKNOWN)
    said = answer.values() if isinstance(answer, Mapping) else [answer]
    return all(value == UNKNOWN for value in said)
