"""The kinds of question. A new one is a module beside this one, a line here, and its name in `question`."""

from __future__ import annotations

from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.actions import Actions
from advisor.knowledge.question_kinds.base import QuestionKind
from advisor.knowledge.question_kinds.checklist import Checklist
from advisor.knowledge.question_kinds.choice import Choice
from advisor.knowledge.question_kinds.placing import Placing

QUESTION_KINDS: dict[str, QuestionKind] = {
    kind.name: kind for kind in (Choice(), Checklist(), Placing(), Actions())
}


def kind_of(question: Question) -> QuestionKind:
    """Return the kind of a question."""
    return QUESTION_KINDS[question.kind]


def kind_giving(fact_kind: str) -> QuestionKind:
    """Return the first kind whose answers give facts of this kind; `StopIteration` if there is none."""
    return next(kind for kind in QUESTION_KINDS.values() if kind.fact_kind == fact_kind)
