"""Kinds of question: a class each, with a module of its own, and one table of them by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.knowledge.question_kinds.base import Part as Part, QuestionKind as QuestionKind
    from advisor.knowledge.question_kinds.replies import ReplyError as ReplyError
    from advisor.knowledge.question_kinds.table import kind_of as kind_of
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "base": "Part QuestionKind",
            "replies": "ReplyError",
            "table": "kind_of",
        },
    )
