"""Where each factor stands, in plain words with the study's names behind, and the steps that move it on."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _
from advisor.advice.model import Advice, FactorAdvice
from advisor.knowledge.terms import ASKED_STAGES, STAGES, TERMED_STAGES
from advisor.pages.model import Standing
from advisor.pages.unfolding import Unfolder
from advisor.reports.advice_factors import how_sure
from advisor.reports.advice_page import AdvicePage
from advisor.reports.wording import ended

MOST_MOVES = 2  # that are named for one factor


def standings(page: AdvicePage, unfolder: Unfolder) -> tuple[Standing, ...]:
    """Return where each factor stands, in the order of the advice."""
    return tuple(_standing(each, page, unfolder) for each in page.advice.factors)


def _standing(factor: FactorAdvice, page: AdvicePage, unfolder: Unfolder) -> Standing:
    is_known = factor.stage in STAGES
    name = page.plain_name(factor.id) or factor.title
    seen = getattr(page.knowledge.entry(factor.id).stages, factor.stage) if is_known else ""
    return Standing(
        name=name,
        term="" if name == factor.title else factor.title,
        stands=_(TERMED_STAGES[factor.stage]),
        sure=_(how_sure(factor, page)[1]),
        own_view=_own_view(factor),
        moves=" ".join(_moves(factor, page.advice)),
        or_else=_or_else(factor),
        seen=_("Often seen there: {what}").format(what=seen) if seen else "",
        reasons=unfolder.of(factor.id) if factor.firings else (),
    )


def _own_view(factor: FactorAdvice) -> str:
    """Return where she placed it herself, if that is somewhere else."""
    if factor.own_view or factor.placed not in STAGES or factor.placed == factor.stage:
        return ""
    return _("You placed it at: {stage}").format(stage=_(ASKED_STAGES[factor.placed]))


def _or_else(factor: FactorAdvice) -> str:
    """Return what is said of a factor that nothing moves on."""
    if _can_move(factor):
        return _("Nothing in this plan yet.")
    return _("Nothing is needed.") if factor.stage in STAGES else _("First it must be known where it stands.")


def _can_move(factor: FactorAdvice) -> bool:
    return factor.stage in STAGES[:-1]


def _moves(factor: FactorAdvice, advice: Advice) -> Iterator[str]:
    """Yield the steps of the plan that move a factor on, by number; nothing if it has no way to go."""
    if not _can_move(factor):
        return
    fitting = {item.id for item in advice.recommendations() if item.factor == factor.id}
    steps = {step.id: (n, step) for n, step in reversed([*enumerate(advice.plan, 1)]) if step.id in fitting}
    for number, step in sorted(steps.values(), key=lambda each: each[0])[:MOST_MOVES]:
        yield _("Step {n}: {what}").format(n=number, what=ended(step.short))
