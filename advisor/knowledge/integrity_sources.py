"""Checks of where thoughts come from: works are listed, terms and grounds stand where they mean something.

Each check is a small generator of (entry's id, the word that is wrong, what, what to try).
"""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.kinds import WORK
from advisor.knowledge.titles import meant


def sources_are_listed(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Every work that an entry or a rule rests on is in the list of works."""
    for kind, entry in knowledge.all_entries():
        if kind != "question":
            yield from _listed(entry.id, entry.source.work, knowledge)


def _listed(id_: str, work: str, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    if work not in knowledge.works:
        yield id_, work, _("there is no work '{work}'").format(work=work), meant(work, (WORK,), knowledge)


def terms_are_of_a_published_work(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What the source calls an entry stands in a published work."""
    for _kind, entry in knowledge.all_entries():
        if getattr(entry, "source_term", None) is None:
            continue
        work = knowledge.works.get(entry.source.work)
        if work is not None and work.unpublished:
            what = _("'{id}' has a term of a source, and rests on no published work").format(id=entry.id)
            yield entry.id, "source-term", what, _("name the work that uses it, or leave the term out")


def grounds_are_published(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A ground names a listed, published work, and says what that work claims."""
    for rule in knowledge.rules:
        for ground in rule.ground:
            yield from _listed(rule.id, ground.work, knowledge)
            work = knowledge.works.get(ground.work)
            if work is not None and work.unpublished:
                what = _("'{work}' is our own judgement, and no ground for it").format(work=ground.work)
                yield rule.id, ground.work, what, _("name a published work, or leave it out")
            if not ground.claim:
                yield rule.id, "claim", _("'claim' is empty"), _("say in a sentence what the work claims")


def grounds_stand_beside_judgements(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Only a judgement has other grounds; and a work that nobody looked up makes no link itself."""
    for rule in knowledge.rules:
        work = knowledge.works.get(rule.source.work)
        if rule.basis == "source" and rule.ground:
            what = _("the link of '{id}' is the source's own, and needs no other ground").format(id=rule.id)
            yield rule.id, "ground", what, _("leave it out, or write 'basis: judgement'")
        elif rule.basis == "source" and work is not None and work.recalled:
            what = _("'{work}' was not looked up, so it cannot make the link").format(work=rule.source.work)
            yield rule.id, "basis", what, _("write 'basis: judgement'")
