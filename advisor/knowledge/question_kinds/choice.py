"""A choice: one of several options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from advisor._language import N_, _
from advisor.knowledge.question import Option, Question
from advisor.knowledge.question_kinds.base import QuestionKind
from advisor.knowledge.question_kinds.replies import ReplyError


class Choice(QuestionKind):
    """One of several options."""

    name = "choice"
    fact_kind = "answer"
    how: ClassVar[str] = N_("Type a number.")
    on_paper: ClassVar[str] = N_("Tick one.")
    none: ClassVar[str] = N_("None of these. Say it in your own words: 0 : what it is like")
    none_wants_words = True

    def understood(self, reply: str, question: Question, lines: Sequence[Option]) -> str:
        """Return the option whose number is typed."""
        found = re.fullmatch(r"(\d{1,3})[.)]?(.*)", reply, re.ASCII | re.S)
        if found and found[2].strip():
            number = found[1] if 1 <= int(found[1]) <= len(lines) else 1
            raise ReplyError(
                _("Type the number alone, or with a note behind a colon: {number} : because ...").format(
                    number=number
                )
            )
        if found and 1 <= int(found[1]) <= len(lines):
            return lines[int(found[1]) - 1].id
        if found and int(found[1]) == 0:
            raise ReplyError(_("Type 0 with your own words behind a colon, where no number fits: 0 : ..."))
        raise ReplyError(_("Type one number from 1 to {number}, or h for help.").format(number=len(lines)))
