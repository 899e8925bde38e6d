"""Where a partnership stands in each factor, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _
from advisor.advice.model import FactorAdvice
from advisor.knowledge.terms import ASKED_STAGES, STAGES, TERMED_STAGES
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_standing import quotes, sign_said
from advisor.reports.outline import FOR, HANGING, PLAIN, Block, Point, Table, Title
from advisor.reports.wording import inside, joined

ONE, DIFFER = (
    (N_("one answer"), N_("as far as one answer tells")),
    (N_("they differ"), N_("your answers point different ways")),
)
MEANS = {
    "one answer": N_("one answer, it is so as far as that one tells"),
    "they differ": N_("they differ, your answers point different ways, so this is the careful reading"),
    "your view": N_("your view, nothing else says so yet"),
}


def where_it_stands(page: AdvicePage) -> Iterator[Block]:
    """Yield each factor's stage beside the leader's own view, how sure it is, and how many signs say what."""
    factors = page.advice.factors
    yield Title(_("WHERE IT STANDS"))
    sure = [how_sure(each, page) for each in factors]
    rows = [
        (_name(each, page), _(ASKED_STAGES[each.stage]), _placed(each), _signs(each, page), _(short))
        for each, (short, long) in zip(factors, sure, strict=True)
    ]
    headers = (_("factor"), _("stage"), _("your view"), _("signs"), _("how sure"))
    yield Table(headers, tuple(rows), tuple(_in_a_line(*each) for each in zip(rows, sure, strict=True)))
    yield Point(_("signs: how many say loose / in between / tight"), mark=PLAIN)
    if page.full and any(page.plain_name(factor.id) for factor in factors):
        yield Point(_in_the_study(page), mark=PLAIN)
    if any(factor.sure == "tentative" for factor in factors):
        means = dict.fromkeys(_(MEANS[short]) for short, long in sure if short in MEANS)
        yield Point(_("how sure: {means}").format(means=joined(means)), mark=PLAIN)
    for factor in factors if page.full else ():
        yield from seen_and_said(factor, page)


def _in_the_study(page: AdvicePage) -> str:
    """Return what the study calls the factors, in the order of the table, and the stages."""
    names = joined(inside(factor.title) for factor in page.advice.factors)
    stages = "; ".join(_(TERMED_STAGES[stage]) for stage in STAGES)
    return _("In the study they are called: {names}. Its stages: {stages}.").format(
        names=names, stages=stages
    )


def _in_a_line(row: tuple[str, str, str, str, str], sure: tuple[str, str]) -> Point:
    said = _("{factor}: {stage}, signs {signs}").format(factor=row[0], stage=row[1], signs=row[3])
    return Point(f"{said}, {_(sure[1])}" if sure[1] else said, mark=HANGING)


def seen_and_said(factor: FactorAdvice, page: AdvicePage) -> Iterator[Block]:
    """Yield what is often seen at the stage of a factor, and the signs that made it so."""
    if factor.stage == "unknown":
        return
    seen = getattr(page.knowledge.entry(factor.id).stages, factor.stage)
    said = _("{factor}, often seen when {stage}: {seen} You said:")
    stage = _(ASKED_STAGES[factor.stage])
    yield Point(said.format(factor=_name(factor, page), stage=stage, seen=seen), mark=PLAIN)
    signs = [fact.id for fact in page.firing(factor.firings[0]).support]
    quoted = quotes(signs, page, set())
    for id_ in signs:
        yield Point(sign_said(id_, quoted[id_], page), 2, FOR)


def _placed(factor: FactorAdvice) -> str:
    return _(ASKED_STAGES[factor.placed]) if factor.placed in ASKED_STAGES else "-"


def _signs(factor: FactorAdvice, page: AdvicePage) -> str:
    if not factor.firings:
        return "-"
    said = [fact.value for fact in page.firing(factor.firings[0]).support]
    return " / ".join(str(said.count(stage)) for stage in STAGES)


def how_sure(factor: FactorAdvice, page: AdvicePage) -> tuple[str, str]:
    """Return how sure a stage is, in a word or two and in plain words; both are still to be translated."""
    if factor.sure is None:
        return "", ""
    if factor.sure == "firm":
        return N_("firm"), N_("firm")
    if factor.own_view:
        return N_("your view"), N_("your own view alone")
    said = {fact.value for fact in page.firing(factor.firings[0]).support}
    return ONE if len(said) == 1 else DIFFER


def stands_by_stage(page: AdvicePage) -> str:
    """Return for each stage which factors stand there, without their names in the study."""
    found: dict[str, list[str]] = {}
    for factor in page.advice.factors:
        found.setdefault(_stage(factor), []).append(inside(_name(factor, page)))
    said = (f"{stage}: {'; '.join(factors)}." for stage, factors in found.items())
    return " ".join(each[:1].upper() + each[1:] for each in said)


def how_it_stands(factor: FactorAdvice, page: AdvicePage) -> str:
    """Return where a factor stands in her words, with its name in the study behind."""
    name = _name(factor, page)
    said = f"{name}: {_stage(factor)}"
    return said if name == factor.title else f"{said} ({inside(factor.title)})"


def _name(factor: FactorAdvice, page: AdvicePage) -> str:
    return page.plain_name(factor.id) or factor.title


def _stage(factor: FactorAdvice) -> str:
    return _(ASKED_STAGES[factor.stage]) + "?" * (factor.sure == "tentative")
