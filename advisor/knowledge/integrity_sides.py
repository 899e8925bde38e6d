"""Checks of how questions read from the other seat: what is turned round there, and back again."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.question import Question

TURNED = ("choice", "checklist")


def sides_have_counterparts(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What `mirror` and `one-sided` name is there; two that are turned into each other are so both ways."""
    for question in knowledge.questions.values():
        yield from _names_what_is_there(question)
        yield from _turns_back(question)


def _names_what_is_there(question: Question) -> Iterator[Complaint]:
    named = [*question.mirror, *question.mirror.values(), *question.one_sided]
    if named and (question.kind not in TURNED or question.about is not None):
        what = _("'mirror' and 'one-sided' are for a choice or a checklist that is about both sides")
        yield question.id, question.id, what, _("leave them out")
        return
    known = [each.id for each in question.options or question.items]
    for word in dict.fromkeys(named):
        if word not in known:
            what = _("'{question}' has no '{word}'").format(question=question.id, word=word)
            yield question.id, word, what, did_you_mean(word, known)


def _turns_back(question: Question) -> Iterator[Complaint]:
    for one, other in question.mirror.items():
        if question.mirror.get(other) != one or one == other:
            what = _("'{one}' is turned into '{other}', and '{other}' is not turned back")
            remedy = _("write both: {pair}").format(pair=f"{{{one}: {other}, {other}: {one}}}")
            yield question.id, one, what.format(one=one, other=other), remedy
        if one in question.one_sided:
            what = _("'{one}' has a counterpart and is said to have none").format(one=one)
            yield question.id, one, what, _("leave it out of 'mirror' or of 'one-sided'")
