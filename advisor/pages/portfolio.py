"""What is on the page of a portfolio, part by part, from above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from advisor._language import _, language_tag, ngettext
from advisor.pages.model import Alert, Part, Saying
from advisor.pages.portfolio_map import LONGEST_NAME, keys_of, legend_of, picture_of, spots_of
from advisor.pages.portfolio_model import Begin, Common, PortfolioPage
from advisor.pages.portfolio_table import sectors_of, totals_of
from advisor.pages.portfolio_words import words
from advisor.pages.rests import rests_on
from advisor.portfolio.model import Cause, Named, Portfolio, RaisedAlert, Start, ToAnswer
from advisor.reports._advice_outline import CAVEAT
from advisor.reports.portfolio_words import also_helped
from advisor.reports.wording import cut, ended, joined

MOST_NAMED = 12  # partnerships in a sentence
MOST_TO_ANSWER, MOST_CAUSES = 3, 5  # that are not folded
FEW = 4  # partnerships that are named beside a cause; of more there are the numbers


def portfolio_page(portfolio: Portfolio) -> PortfolioPage:
    """Return what is on the page of a portfolio, in the language of the moment."""
    spots = spots_of(portfolio)
    said = words()
    common = tuple(_in_common(portfolio.causes))
    made = PortfolioPage(
        language=language_tag(),
        name=_("Your partnerships"),
        words=said,
        counts=tuple(_counts(portfolio)),
        caveat=_(CAVEAT),
        alerts=tuple(_alert(each) for each in portfolio.alerts),
        parts={},
        picture=picture_of(portfolio, spots),
        legend=tuple(legend_of(portfolio, spots)),
        keys=tuple(keys_of(spots)),
        begins=tuple(_begin(each) for each in portfolio.start),
        well=ended(_names(portfolio.well)) if portfolio.well else "",
        why_answer=" ".join(rule.text for rule in portfolio.start_rules if rule.by == "to-answer"),
        to_answer=tuple(
            Saying(_name(each.partnership), each.why) for each in portfolio.to_answer[:MOST_TO_ANSWER]
        ),
        more_to_answer=tuple(_more_to_answer(portfolio.to_answer[MOST_TO_ANSWER:])),
        common=common[:MOST_CAUSES],
        more_common=common[MOST_CAUSES:],
        own_part=tuple(_in_common(portfolio.own_part)),
        columns=(said.whole, *(factor.plain for factor in portfolio.factors)),
        sectors=tuple(sectors_of(portfolio)),
        totals=tuple(totals_of(portfolio.total)),
        unread=tuple(_unread(portfolio)),
        near=tuple(_near(portfolio)),
        rules=tuple(
            Saying(rule.title, f"{ended(rule.text)} {f'({rule.source})' if rule.source else ''}".rstrip())
            for rule in portfolio.start_rules
            if rule.by != "to-answer"
        ),
        how_to_read=tuple(_how_to_read()),
        rests_on=rests_on(portfolio.knowledge),
    )
    made.parts.update({part.id: part for part in _parts(made)})
    return made


def _parts(made: PortfolioPage) -> Iterator[Part]:
    """Yield the headings of the parts in which there is something."""
    yield Part("map", _("The map"))
    if made.begins or made.to_answer or made.well:
        yield Part("start", _("What to start with, and why"))
    if made.common or made.own_part:
        yield Part("common", _("What several have in common"))
    yield Part("table", _("All in a table"))
    if made.unread or made.near:
        yield Part("unread", _("What could not be read, and what is not clear"))
    yield Part("how", _("How to read this"))


def _counts(portfolio: Portfolio) -> Iterator[str]:
    """Yield how many there are; that something was not read is said here already."""
    total = portfolio.total
    all_ = len(portfolio.rows)
    said = ngettext("{n} partnership.", "{n} partnerships.", all_).format(n=all_)
    if total.own_views:
        said += " " + _("{assessed} assessed, {own} only by your own view at a glance.").format(
            assessed=total.assessed, own=total.own_views
        )
    yield said
    if portfolio.unread:
        count = len(portfolio.unread)
        said = ngettext("{n} file could not be read:", "{n} files could not be read:", count).format(n=count)
        names = joined(cut(each.name, LONGEST_NAME) for each in portfolio.unread[:MOST_NAMED])
        yield f"{said} {ended(names)}"


def _alert(alert: RaisedAlert) -> Alert:
    where = _("Raised in: {names}").format(names=ended(_names(alert.partnerships)))
    return Alert(f"{ended(alert.title)} {alert.turn_to}", f"{alert.text} {where}")


def _name(named: Named) -> str:
    return f"{cut(named.name, LONGEST_NAME)} ({named.number})"


def _names(found: Iterable[Named]) -> str:
    """Return partnerships in a row, with their numbers; of very many how many more there are."""
    several = [*found]
    named = joined(_name(each) for each in several[:MOST_NAMED])
    more = len(several) - MOST_NAMED
    return _("{names}; and {n} more").format(names=named, n=more) if more > 0 else named


def _more_to_answer(several: Iterable[ToAnswer]) -> Iterator[Saying]:
    """Yield what else is to be answered, in its order; what is said of several in a row is said once."""
    for why, some in groupby(several, key=lambda each: each.why):
        yield Saying(joined(_name(each.partnership) for each in some), why)


def _begin(start: Start) -> Begin:
    step = start.step
    return Begin(
        name=_name(start.partnership),
        why=ended(start.why),
        step=ended(step.short or step.title) if step else "",
        how=step.text if step else "",
        leads=_leads(step.led_by if step else ""),
        alone=_("This is for you alone.") if start.own_part else "",
    )


def _leads(who: str) -> str:
    return _("Who leads: {who}").format(who=ended(who)) if who else ""


def _in_common(causes: Iterable[Cause]) -> Iterator[Common]:
    """Yield what several have in common, and what to do about it."""
    for cause in causes:
        remedy = cause.remedy
        yield Common(
            title=cause.title,
            text=cause.text,
            where=_where(cause),
            do=ended(remedy.title) if remedy else "",
            how=remedy.text if remedy else "",
            leads=_leads(remedy.led_by if remedy else ""),
            lead=_lead(cause),
            also=_("The same helps with: {causes}.").format(causes="; ".join(also_helped(cause)))
            if cause.also
            else "",
        )


def _lead(cause: Cause) -> str:
    """Return what is said before what to do about a cause."""
    if cause.own_part:
        return _("What to do about it:")
    if cause.once:
        return _("What to do about it once, for all of them:")
    return _("What to do about it, in each of them, one at a time:")


def _where(cause: Cause) -> str:
    """Return in how many and in which partnerships a cause is."""
    count = len(cause.partnerships)
    if count <= FEW:
        said = _("In {n} of {all} assessed: {names}")
        return said.format(n=count, all=cause.of, names=ended(_names(cause.partnerships)))
    numbers = ", ".join(str(each.number) for each in cause.partnerships)
    said = _("In {n} of {all} assessed. Their numbers: {numbers}.")
    return said.format(n=count, all=cause.of, numbers=numbers)


def _unread(portfolio: Portfolio) -> Iterator[str]:
    for file in portfolio.unread:
        yield from file.said
    for fault in portfolio.faults:
        yield _("{file}, row {row}: {said}").format(file=fault.file, row=fault.row, said=fault.said)


def _near(portfolio: Portfolio) -> Iterator[str]:
    for one, other in portfolio.near:
        yield _("{one} / {other}").format(one=cut(one, LONGEST_NAME), other=cut(other, LONGEST_NAME))


def _how_to_read() -> Iterator[str]:
    yield _(
        "The map shows how close each partnership is, and nothing else. Tight is not always best for all, "
        "and loose is nobody's fault."
    )
    yield _(
        "Nothing is averaged. Where voices see a partnership differently, that is shown as it is. It is "
        "worth a talk before any plan."
    )
    yield _(
        "Your own view at a glance is a start. It is shown hatched and counted apart. It is replaced as soon "
        "as the questions have been answered for a partnership."
    )
    yield _("A question mark behind a word means: it rests on little, and is not firm yet.")
