"""Where each factor stands, in plain words with the study's names behind, and what moves it on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor._language import N_, _
from advisor.advice.model import Advice, FactorAdvice
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import STAGE_WORDS
from advisor.knowledge.terms import STAGES
from advisor.pages.model import Standing
from advisor.pages.unfolding import Unfolder
from advisor.reports.wording import ended

MOST_MOVES = 2  # that are named for one factor
HOW_SURE = {
    "firm": N_("firm"),
    "own view": N_("your own view alone"),
    "one answer": N_("as far as one answer tells"),
    "differ": N_("your answers differ, so this is the careful reading"),
}


def standings(advice: Advice, knowledge: KnowledgeBase, unfolder: Unfolder) -> tuple[Standing, ...]:
    """Return where each factor stands, in the order of the advice."""
    names = plain_names(knowledge)
    return tuple(_standing(each, names, advice, knowledge, unfolder) for each in advice.factors)


def plain_names(knowledge: KnowledgeBase) -> Mapping[str, str]:
    """Return how the questions name the factors, where they ask for them."""
    asked = (each for each in knowledge.questions.values() if each.kind == "placing")
    return {row.id: row.text for question in asked for row in question.rows}


def _standing(
    factor: FactorAdvice,
    names: Mapping[str, str],
    advice: Advice,
    knowledge: KnowledgeBase,
    unfolder: Unfolder,
) -> Standing:
    is_known = factor.stage in STAGE_WORDS
    plain = _(STAGE_WORDS[factor.stage]) if is_known else ""
    stands = (
        _("{plain} ({stage})").format(plain=plain, stage=factor.stage) if is_known else _("not known yet")
    )
    name = names.get(factor.id, factor.title)
    seen = getattr(knowledge.entry(factor.id).stages, factor.stage) if is_known else ""
    return Standing(
        name=name,
        term="" if name == factor.title else factor.title,
        stands=stands,
        sure=_(HOW_SURE[_sure(factor, advice)]) if factor.sure else "",
        own_view=_own_view(factor),
        moves=" ".join(_moves(factor, advice)),
        or_else=_or_else(factor),
        seen=_("Often seen there: {what}").format(what=seen) if seen else "",
        reasons=unfolder.of(factor.id) if factor.firings else (),
    )


def _sure(factor: FactorAdvice, advice: Advice) -> str:
    if factor.sure == "firm":
        return "firm"
    if factor.own_view:
        return "own view"
    said = {fact.value for fact in advice.firing(factor.firings[0]).support}
    return "one answer" if len(said) == 1 else "differ"


def _own_view(factor: FactorAdvice) -> str:
    """Return where she placed it herself, if that is somewhere else."""
    if factor.own_view or factor.placed not in STAGE_WORDS or factor.placed == factor.stage:
        return ""
    return _("You placed it at: {stage}").format(stage=_(STAGE_WORDS[factor.placed]))


def _or_else(factor: FactorAdvice) -> str:
    """Return what is said of a factor that nothing moves on."""
    if _can_move(factor):
        return _("Nothing now: what comes first is on the sheet above.")
    return _("Nothing is needed.") if factor.stage in STAGES else _("First it must be known where it stands.")


def _can_move(factor: FactorAdvice) -> bool:
    return factor.stage in STAGES[:-1]


def _moves(factor: FactorAdvice, advice: Advice) -> Iterator[str]:
    """Yield what moves a factor on, what is in the plan first; nothing if it has no way to go."""
    if not _can_move(factor):
        return
    planned = {step.id: place for place, step in enumerate(advice.plan)}
    fitting = [item for item in advice.recommendations() if item.factor == factor.id]
    fitting.sort(key=lambda item: planned.get(item.id, len(planned)))
    for item in fitting[:MOST_MOVES]:
        yield ended(item.short or item.title)
