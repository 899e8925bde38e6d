"""Checks of conditions on what is told of a case and not asked: sectors, and what is given beside it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint, missing
from advisor.knowledge.conditions import AnswerIs, HasMoved, IsObserved, SectorIs, Told, VoicesApart
from advisor.knowledge.folder import SHIPPED
from advisor.knowledge.observations import OBSERVATIONS
from advisor.knowledge.sectors import SECTORS
from advisor.knowledge.titles import titles_of


def told_complaints(owner: str, leaf: Told, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Yield what is wrong with what a condition looks for."""
    match leaf:
        case SectorIs():
            known = [sector.id for sector in SECTORS]
            if leaf.sector not in known:
                what = _("there is no sector '{sector}'").format(sector=leaf.sector)
                yield owner, leaf.sector, what, did_you_mean(leaf.sector, known)
        case VoicesApart() | HasMoved():
            yield from missing(owner, leaf.subject, ("factor",), knowledge)
            if isinstance(leaf, HasMoved):
                yield from one_comparison(owner, leaf.moved, leaf.is_, leaf.in_)
        case IsObserved():
            known = [each.id for each in OBSERVATIONS]
            if leaf.observed not in known:
                what = _("there is no observation '{observed}'").format(observed=leaf.observed)
                yield owner, leaf.observed, what, did_you_mean(leaf.observed, known)


def one_comparison(owner: str, word: str, *given: object) -> Iterator[Complaint]:
    """Yield that a leaf compares in no way, or in two."""
    if sum(value is not None for value in given) != 1:
        yield owner, word, _("'{word}' needs one comparison").format(word=word), _("use 'is' or 'in'")


def asked_otherwise(leaf: AnswerIs, known: list[str], knowledge: KnowledgeBase) -> str:
    """Return what to try where the question that is looked at is a checklist, or is not there."""
    question = knowledge.questions.get(leaf.answer)
    if question is not None and question.items:
        said = _("it is a checklist: write {{item: {item}}}, or another of its items")
        return said.format(item=f"{question.id}.{leaf.is_ or question.items[0].id}")
    if not known:
        return _("no question is known here; does base.yaml say 'extends: {shipped}'?").format(
            shipped=SHIPPED
        )
    return did_you_mean(leaf.answer, known, titles_of(("question",), knowledge))
