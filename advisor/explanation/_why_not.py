"""Why not: what keeps something from being concluded, and the smallest change that would bring it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.advice.model import Advice
from advisor.advice.naming import factor_names
from advisor.advice.reasoner import Consultation, Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit
from advisor.errors import OtherwiseError, UnknownIdError
from advisor.explanation._reasons import Reason
from advisor.explanation._why import as_reasons, held_back
from advisor.explanation.changes import changes_to_stage, smallest_changes
from advisor.explanation.explained import Explained
from advisor.explanation.misses import Miss, missed_signs, nearest_misses
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import STAGE_WORDS, title_of
from advisor.knowledge.questions import asked_things
from advisor.knowledge.terms import STAGES


@dataclass(frozen=True, slots=True, repr=False)
class WhyNot(Explained):
    """What keeps something from being concluded.

    `misses` are the rules that could bring it, nearest first. `blocked_by` are reasons to hold it back.
    `changes` are the smallest sets of answers, of at most three, that would bring it: what is open could be
    found out, and what was said could become better; no change makes anything worse. `to_find_out` are the
    names in them that nothing is said of yet.
    `switched_off` is the reason why a knowledge base does without it, where it does.
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
    to_find_out: tuple[str, ...] = ()
    switched_off: str = ""


def why_not(reasoner: Reasoner, case: Case | Consultation, id_: str) -> WhyNot:
    """Return why something is not so in a case: a recommendation, a finding, a pattern, an alert, or a rule.

    Of a factor it is why it does not stand a stage further, or at another stage: `FACTOR=STAGE`.
    `case` may be what `Reasoner.consult` gave already.
    `UnknownIdError` if there is no such id, if nothing could conclude it, or if it is concluded.
    """
    knowledge = reasoner.knowledge
    consulted = case if isinstance(case, Consultation) else reasoner.consult(case)
    factor, _equals, wanted = id_.partition("=")
    if knowledge.has(factor, ("factor",)):
        return _why_not_at(factor, wanted, consulted, knowledge)
    if not knowledge.has(id_, knowledge.kinds.asked_why_not):
        raise _unknown(id_, knowledge)
    if _is_there(id_, consulted.advice):
        raise OtherwiseError(
            _("'{title}' is advised or found in this case").format(title=title_of(id_, knowledge)), "why", id_
        )
    changes = smallest_changes(id_, consulted, knowledge)
    return WhyNot(
        id=id_,
        kind=knowledge.kind(id_),
        title=title_of(id_, knowledge),
        misses=nearest_misses(id_, consulted.facts, knowledge),
        blocked_by=held_back(consulted.advice, id_, knowledge),
        changes=changes,
        to_find_out=_open(changes, consulted, knowledge),
        switched_off=off.reason if (off := knowledge.switched_off(id_)) else "",
    )


def _why_not_at(factor: str, wanted: str, consulted: Consultation, knowledge: KnowledgeBase) -> WhyNot:
    """Return why a factor does not stand at a stage; at the next one if none is named."""
    stands: str = next(each.stage for each in consulted.advice.factors if each.id == factor)
    wanted = _stage(wanted)
    place = STAGES.index(stands) if stands in STAGES else -1
    if wanted == stands or (not wanted and place == len(STAGES) - 1):
        what = _("'{title}' stands at '{stage}' in this case")
        told = what.format(title=factor_names(knowledge)[factor], stage=_(STAGE_WORDS.get(stands, stands)))
        raise OtherwiseError(told, "why", factor)
    wanted = wanted or STAGES[place + 1]
    changes = changes_to_stage(factor, wanted, consulted, knowledge)
    return WhyNot(
        id=factor,
        kind="factor",
        title=title_of(factor, knowledge),
        misses=missed_signs(factor, wanted, consulted.facts, knowledge),
        blocked_by=as_reasons(_holding(consulted.advice, factor, place, wanted), consulted.advice, knowledge),
        changes=changes,
        stage=stands,
        wanted=wanted,
        to_find_out=_open(changes, consulted, knowledge),
    )


def _open(
    changes: Iterable[tuple[Edit, ...]], consulted: Consultation, knowledge: KnowledgeBase
) -> tuple[str, ...]:
    """Return the names in some changes of which the case says nothing."""
    asked = asked_things(knowledge)
    said = {Edit.of(fact).name for fact in consulted.facts if fact[:2] in asked}
    return tuple(dict.fromkeys(edit.name for edits in changes for edit in edits if edit.name not in said))


def _stage(said: str) -> str:
    """Return the stage that is meant, also by the word that the interview has for it; '' for none."""
    word = " ".join(said.casefold().replace("-", " ").split())
    found = next((stage for stage, plain in STAGE_WORDS.items() if word in (stage, plain)), "")
    if word and not found:
        known = [*STAGES, *STAGE_WORDS.values()]
        what = _("there is no stage '{stage}'; {remedy}")
        raise UnknownIdError(what.format(stage=shown(said), remedy=did_you_mean(said, known)))
    return found


def _holding(advice: Advice, factor: str, place: int, wanted: str) -> list[Firing]:
    """Return the signs that say less than the stage that is wanted, or more if it lies below."""
    goal = STAGES.index(wanted)
    holding = STAGES[:goal] if place < goal else STAGES[goal + 1 :]
    signs = [firing for firing in advice.firings if firing.concludes[:2] == ("sign", factor)]
    return [sign for sign in signs if sign.concludes.value in holding]


def _unknown(id_: str, knowledge: KnowledgeBase) -> UnknownIdError:
    ids = knowledge.ids(knowledge.kinds.asked_why_not)
    if id_ in knowledge.positions:
        what = _("'{title}' is a {kind}: it is not advised or found, so nothing keeps it")
        return UnknownIdError(what.format(title=shown(title_of(id_, knowledge)), kind=knowledge.kind(id_)))
    what = _("there is no '{name}' in this knowledge base; {remedy}")
    return UnknownIdError(what.format(name=id_, remedy=did_you_mean(id_, ids)))


def _is_there(id_: str, advice: Advice) -> bool:
    named = {
        *(item.id for item in advice.recommendations()),
        *(finding.id for finding in advice.findings),
        *(alert.id for alert in advice.alerts),
        *(pattern.id for pattern in advice.patterns if pattern.fit == "likely"),
    }
    return id_ in named or id_ in advice.firings.by_id
