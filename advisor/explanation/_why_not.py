"""Why not: what keeps something from being concluded, and the smallest change that would bring it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.advice.model import Advice
from advisor.advice.reasoner import Consultation, Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit
from advisor.errors import OtherwiseError, UnknownIdError
from advisor.explanation._reasons import Reason
from advisor.explanation._why import as_reasons, held_back
from advisor.explanation.changes import changes_to_stage, smallest_changes
from advisor.explanation.misses import Miss, missed_signs, nearest_misses
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.knowledge.terms import STAGES


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What keeps something from being concluded.

    `misses` are the rules that could bring it, nearest first. `blocked_by` are reasons to hold it back.
    `changes` are the smallest sets of changed or added answers, of at most three, that would bring it.
    Of a factor `stage` says where it stands, and `wanted` where not; `blocked_by` are the signs that hold it.
    """

    id: str
    kind: str
    title: str
    misses: tuple[Miss, ...]
    blocked_by: tuple[Reason, ...]
    changes: tuple[tuple[Edit, ...], ...]
    stage: str = ""
    wanted: str = ""


def why_not(reasoner: Reasoner, case: Case, id_: str) -> WhyNot:
    """Return why something is not so in a case: a recommendation, a finding, a pattern, an alert, or a rule.

    Of a factor it is why it does not stand a stage further, or at another stage: `FACTOR=STAGE`.
    `UnknownIdError` if there is no such id, if nothing could conclude it, or if it is concluded.
    """
    knowledge, consulted = reasoner.knowledge, reasoner.consult(case)
    factor, _, wanted = id_.partition("=")
    if knowledge.has(factor, ("factor",)):
        return _why_not_at(factor, wanted, consulted, knowledge)
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


def _why_not_at(factor: str, wanted: str, consulted: Consultation, knowledge: KnowledgeBase) -> WhyNot:
    """Return why a factor does not stand at a stage; at the next one if none is named."""
    stands: str = next(each.stage for each in consulted.advice.factors if each.id == factor)
    if wanted and wanted not in STAGES:
        raise UnknownIdError(f"there is no stage '{shown(wanted)}'; {did_you_mean(wanted, STAGES)}")
    place = STAGES.index(stands) if stands in STAGES else -1
    if wanted == stands or (not wanted and place == len(STAGES) - 1):
        raise OtherwiseError(f"'{factor}' stands at {stands} in this case", "why", factor)
    wanted = wanted or STAGES[place + 1]
    return WhyNot(
        id=factor,
        kind="factor",
        title=title_of(factor, knowledge),
        misses=missed_signs(factor, wanted, consulted.facts, knowledge),
        blocked_by=as_reasons(_holding(consulted.advice, factor, place, wanted), consulted.advice, knowledge),
        changes=changes_to_stage(factor, wanted, consulted, knowledge),
        stage=stands,
        wanted=wanted,
    )


def _holding(advice: Advice, factor: str, place: int, wanted: str) -> list[Firing]:
    """Return the signs that say less than the stage that is wanted, or more if it lies below."""
    goal = STAGES.index(wanted)
    holding = STAGES[:goal] if place < goal else STAGES[goal + 1 :]
    signs = [firing for firing in advice.firings if firing.concludes[:2] == ("sign", factor)]
    return [sign for sign in signs if sign.concludes.value in holding]


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
        *(alert.id for alert in advice.alerts),
        *(pattern.id for pattern in advice.patterns if pattern.fit == "likely"),
    }
    return id_ in named or id_ in advice.firings.by_id
