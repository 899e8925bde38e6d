"""Why not: what keeps something from being concluded, and the smallest change that would bring it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._suggest import did_you_mean
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit
from advisor.errors import OtherwiseError, UnknownIdError
from advisor.explanation._why import Reason, held_back
from advisor.explanation.changes import smallest_changes
from advisor.explanation.misses import Miss, nearest_misses
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What keeps something from being concluded.

    `misses` are the rules that could bring it, nearest first. `blocked_by` are reasons to hold it back.
    `changes` are the smallest sets of changed or added answers, of at most three, that would bring it.
    """

    id: str
    kind: str
    title: str
    misses: tuple[Miss, ...]
    blocked_by: tuple[Reason, ...]
    changes: tuple[tuple[Edit, ...], ...]


def why_not(reasoner: Reasoner, case: Case, id_: str) -> WhyNot:
    """Return why something is not concluded for a case: a recommendation, a finding, a pattern, or a rule.

    `UnknownIdError` if there is no such id, if nothing could conclude it, or if it is concluded.
    """
    knowledge, consulted = reasoner.knowledge, reasoner.consult(case)
    if not knowledge.has(id_, knowledge.kinds.asked_why_not):
        raise _unknown(id_, knowledge)
    if _is_there(id_, consulted.advice):
        raise OtherwiseError(f"'{id_}' is concluded in this case", "why", id_)
    return WhyNot(
        id=id_,
        kind=knowledge.kind(id_),
        title=title_of(id_, knowledge),
        misses=nearest_misses(id_, consulted.facts, knowledge),
        blocked_by=held_back(consulted.advice, id_, knowledge),
        changes=smallest_changes(id_, consulted, knowledge),
    )


def _unknown(id_: str, knowledge: KnowledgeBase) -> UnknownIdError:
    ids = knowledge.ids(knowledge.kinds.asked_why_not)
    if id_ in knowledge.positions:
        return UnknownIdError(
            f"'{id_}' is a {knowledge.kind(id_)}: it is not advised or found, so nothing keeps it"
        )
    return UnknownIdError(f"there is no '{id_}' in this knowledge base; {did_you_mean(id_, ids)}")


def _is_there(id_: str, advice: Advice) -> bool:
    named = {
        *(item.id for item in advice.recommendations()),
        *(finding.id for finding in advice.findings),
        *(pattern.id for pattern in advice.patterns if pattern.fit == "likely"),
    }
    return id_ in named or id_ in advice.firings.by_id
