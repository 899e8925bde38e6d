"""The portfolio to read: what comes before all, where to start and why, what several share, and the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._command import hint
from advisor._language import _, ngettext
from advisor.portfolio.model import Cause, FirstStep, Portfolio, Start
from advisor.reports.outline import HANGING, PLAIN, Block, Outline, Paragraph, Point, Title, numbered
from advisor.reports.portfolio_standing import standing, totals
from advisor.reports.portfolio_words import LONGEST_NAME, also_helped, named
from advisor.reports.wording import cut, ended

MOST_CAUSES = 5
MOST_BEHIND = 8  # partnerships that are named with a cause
MOST_TO_ANSWER = 3
MOST_TOLD = 20  # rows of tables with faults


def portfolio_outline(portfolio: Portfolio, where: str = "FOLDER") -> Outline:
    """Return the portfolio to read; `where` is how the user named the folder or table."""
    outline = Outline()
    for part in (
        _head(portfolio),
        _alerts(portfolio),
        _start(portfolio),
        _well(portfolio),
        _causes(portfolio),
        _own_part(portfolio),
        _to_answer(portfolio),
        standing(portfolio),
        totals(portfolio),
        _unread(portfolio),
        _near(portfolio),
        _rules(portfolio),
        _more(portfolio, where),
    ):
        outline.put(part)
    return outline


def _head(portfolio: Portfolio) -> Iterator[Block]:
    rows = len(portfolio.rows)
    yield Title(ngettext("{n} PARTNERSHIP", "{n} PARTNERSHIPS", rows).format(n=rows))
    said = [
        _("{n} from answered questions.").format(n=portfolio.total.assessed)
        if portfolio.total.assessed
        else _("No questions have been answered yet."),
        _("{n} only as you placed them; these are not counted as assessed.").format(
            n=portfolio.total.own_views
        )
        if portfolio.total.own_views
        else "",
    ]
    yield Paragraph(" ".join(filter(None, said)), close=True)


def _alerts(portfolio: Portfolio) -> Iterator[Block]:
    for alert in portfolio.alerts:
        yield Paragraph(f"{ended(alert.title)} {alert.turn_to}")
        where = named(alert.partnerships, len(alert.partnerships))
        yield Paragraph(
            _("It was raised in: {names}. {text}").format(names=where, text=alert.text), close=True
        )


def _start(portfolio: Portfolio) -> Iterator[Block]:
    if not portfolio.start:
        return
    yield Title(_("WHERE TO START"))
    for number, start in enumerate(portfolio.start, 1):
        yield Point(f"{ended(cut(start.partnership.name, LONGEST_NAME))} {start.why}", mark=numbered(number))
        yield from _step(start)


def _step(start: Start) -> Iterator[Block]:
    step = start.step
    if step is not None:
        yield Point(_("First step: {text}").format(text=ended(step.text)), 2, PLAIN)
        yield from _led_by(step)


def _led_by(step: FirstStep) -> Iterator[Block]:
    if step.led_by:
        yield Point(_("Who leads it: {who}").format(who=ended(step.led_by)), 2, PLAIN)


def _well(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.well:
        yield Title(_("WHAT GOES WELL"))
        said = ngettext("This goes well: {names}.", "These go well: {names}.", len(portfolio.well))
        yield Paragraph(said.format(names=named(portfolio.well, 12)), close=True)


def _causes(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.causes:
        yield Title(_("WHAT SEVERAL HAVE IN COMMON"))
        yield from _listed(portfolio.causes)


def _own_part(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.own_part:
        yield Title(_("FOR YOU ALONE"))
        kindly = _(
            "This comes up in several of your partnerships. It is no fault; it is what you can change first."
        )
        yield Paragraph(kindly, close=True)
        yield from _listed(portfolio.own_part)


def _listed(causes: Iterable[Cause]) -> Iterator[Block]:
    several = [*causes]
    for cause in several[:MOST_CAUSES]:
        said = _("{cause} In {n} of {of}: {names}.")
        number = len(cause.partnerships)
        where = named(cause.partnerships, MOST_BEHIND)
        yield Point(said.format(cause=ended(cause.title), n=number, of=cause.of, names=where))
        if cause.remedy is not None:
            text = ended(cause.remedy.text)
            do = (
                _("What to do about it, once for all of them: {title}. {text}")
                if cause.once
                else _("What to do about it, in each of them, one at a time: {title}. {text}")
            )
            if cause.own_part:
                do = _("What to do about it: {title}. {text}")
            yield Point(do.format(title=cause.remedy.title.rstrip("."), text=text), 2, PLAIN)
            if cause.remedy.led_by:
                yield Point(_("Who leads it: {who}").format(who=ended(cause.remedy.led_by)), 2, PLAIN)
        if cause.also:
            also = _("The same helps with: {causes}.").format(causes="; ".join(also_helped(cause)))
            yield Point(also, 2, PLAIN)
    more = len(several) - MOST_CAUSES
    if more > 0:
        yield Point(ngettext("and {n} more", "and {n} more", more).format(n=more), mark=PLAIN)


def _to_answer(portfolio: Portfolio) -> Iterator[Block]:
    if not portfolio.to_answer:
        return
    yield Title(_("ANSWER THE QUESTIONS FOR THESE, IN THIS ORDER"))
    for rule in portfolio.start_rules:
        if rule.by == "to-answer":
            yield Paragraph(rule.text, close=True)
    for number, each in enumerate(portfolio.to_answer[:MOST_TO_ANSWER], 1):
        yield Point(f"{ended(cut(each.partnership.name, LONGEST_NAME))} {each.why}", mark=numbered(number))
    more = len(portfolio.to_answer) - MOST_TO_ANSWER
    if more > 0:
        yield Point(ngettext("and {n} more", "and {n} more", more).format(n=more), mark=PLAIN)


def _unread(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.unread or portfolio.faults:
        yield Title(_("WHAT COULD NOT BE READ"))
    for unread in portfolio.unread:
        yield from (Point(line, mark=HANGING) for line in unread.said[:MOST_TOLD])
    for fault in portfolio.faults[:MOST_TOLD]:
        said = _("{file}, row {row}: {said}")
        yield Point(said.format(file=fault.file, row=fault.row, said=fault.said), mark=HANGING)
    more = len(portfolio.faults) - MOST_TOLD
    if more > 0:
        yield Point(ngettext("and {n} more", "and {n} more", more).format(n=more), mark=PLAIN)


def _near(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.near:
        yield Title(_("NAMES THAT MAY MEAN THE SAME"))
        said = _("If two of these are one, give them the same name; they are shown apart until then.")
        yield Paragraph(said, close=True)
        for one, other in portfolio.near[:MOST_TOLD]:
            names = cut(one, LONGEST_NAME), cut(other, LONGEST_NAME)
            yield Point(_("'{one}' and '{other}'").format(one=names[0], other=names[1]))


def _rules(portfolio: Portfolio) -> Iterator[Block]:
    if portfolio.start and portfolio.start_rules:
        yield Title(_("HOW THIS ORDER CAME ABOUT"))
        starting = [rule for rule in portfolio.start_rules if rule.by != "to-answer"]
        for number, rule in enumerate(starting, 1):
            said = f"{ended(rule.title)} {ended(rule.source[:1].upper() + rule.source[1:])}"
            yield Point(said, mark=numbered(number))


def _more(portfolio: Portfolio, where: str) -> Iterator[Block]:
    command = hint("portfolio", where, "--format", "html", "-o", "map.html")
    yield Paragraph(_("As a page with the map: {command}").format(command=command))
    if portfolio.own_part or any(start.own_part for start in portfolio.start):
        said = _("What is for you alone stays out with --to-show: use it before you show this to others.")
        yield Paragraph(said, close=True)
