"""Which questions a case was answered on: a name for people, and a mark by which programs tell them apart.

It looks like `integrated-working 0.1.0 (64 questions) 5f0c2a1b`: name and version of the knowledge base, how
many questions it has, and the beginning of a digest of all that can be said to them. The wording is not in
it: what an answer means hangs on its ids.
"""

from __future__ import annotations

import hashlib
import re

from advisor._given import an_object, takes
from advisor._text import on_one_line
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.questions import parts_of

DIGITS = 8
_MARK = re.compile(rf" \(\d+ questions?\) [0-9a-f]{{{DIGITS}}}\Z", re.ASCII)


@takes(knowledge=an_object(KnowledgeBase))
def questionnaire_of(knowledge: KnowledgeBase) -> str:
    """Return what a case that is answered on the questions of a knowledge base says of them."""
    return knowledge.once(_named)


def answered_elsewhere(case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether a case says that it was answered on other questions than those of a knowledge base."""
    return are_others(case.questionnaire, knowledge)


def are_others(questionnaire: str, knowledge: KnowledgeBase) -> bool:
    """Return whether what a case says of its questions means others than those of a knowledge base.

    The same questions are the same, whatever knowledge base they stand in. A case that says nothing, or
    something without the number and mark that are written here, is taken to be of these.
    """
    said = _MARK.search(" ".join(questionnaire.split()))
    own = _MARK.search(questionnaire_of(knowledge))
    return said is not None and own is not None and said[0] != own[0]


def are_unlike(questionnaire: str, other: str) -> bool:
    """Return whether what two cases say of their questions means others; one that says nothing may be any."""
    one, two = (_MARK.search(" ".join(each.split())) for each in (questionnaire, other))
    return one is not None and two is not None and one[0] != two[0]


def _named(knowledge: KnowledgeBase) -> str:
    number = len(knowledge.questions)
    name = " ".join(on_one_line(f"{knowledge.name} {knowledge.version}").split())
    return f"{name} ({number} question{'' if number == 1 else 's'}) {_digest(knowledge)}"


def _digest(knowledge: KnowledgeBase) -> str:
    """Return the beginning of the SHA-256 over what can be said, in no order of theirs."""
    lines = sorted(
        " ".join([question, part.key, *sorted(part.words)])
        for question in knowledge.questions
        for part in knowledge.memo(parts_of)[question]
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:DIGITS]
