"""What became of last time's first steps, and what has moved, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._command import hint
from advisor._language import N_, _, date_in_words, ngettext
from advisor.advice.last_time import MovedSince, Since, StepBefore
from advisor.knowledge.phrases import OUTCOMES
from advisor.knowledge.terms import ASKED_STAGES
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import PLAIN, STAR, Block, Paragraph, Point, Title
from advisor.reports.wording import cut, ended, inside, joined

MOVED = {"on": N_("Moved on: {factors}"), "back": N_("Slid back: {factors}")}
LETTERS_OF_A_NOTE = 60  # on one screen


def since_last_time(page: AdvicePage, *, cuts: bool = False) -> Iterator[Block]:
    """Yield each first step of last time with what is noted of it, and what has moved, on a line each."""
    since = page.advice.since
    if since is None or not (since.steps or since.moved):
        return
    yield Title(heading(since).upper())
    for step in since.steps:
        yield Point(step_said(step, page, cuts=cuts), mark=STAR)
    yield from (Point(said, mark=PLAIN) for said in moved_said(since, page))
    if cuts:
        yield from (Point(said, mark=PLAIN) for said in _asked(since, page))


def since_in_short(page: AdvicePage) -> Iterator[Block]:
    """Yield the same in a few words, where there is little room."""
    since = page.advice.since
    if since is None or not (since.steps or since.moved):
        return
    parts = [
        _("{title}: {outcome}.").format(title=step.title, outcome=_(OUTCOMES[step.outcome]))
        for step in since.steps
        if step.outcome is not None
    ]
    open_ = _open(since)
    if open_:
        titles = joined(step.title for step in open_)
        parts.append(_("Nothing is noted of: {steps}").format(steps=ended(titles)))
    parts += moved_said(since, page)
    yield Paragraph(f"{ended(heading(since))} {' '.join(parts)}", close=True)
    yield from (Paragraph(said, close=True) for said in _asked(since, page))


def _open(since: Since) -> list[StepBefore]:
    """Return the steps of which nothing is noted."""
    return [step for step in since.steps if step.outcome is None]


def _asked(since: Since, page: AdvicePage) -> Iterator[str]:
    """Yield how to note what came of a step, for the first of which nothing is noted."""
    for step in _open(since)[:1]:
        yield _("What came of it? {command}").format(command=_log(page, step.id))


def since_in_a_line(page: AdvicePage) -> Iterator[Block]:
    """Yield that there is something to look back on, and of how many first steps nothing is noted."""
    since = page.advice.since
    if since is None or not (since.steps or since.moved):
        return
    open_ = len(_open(since))
    said = _("{since}: see it with --more.").format(since=heading(since))
    if open_:
        said = ngettext(
            "{since}: nothing is noted of {n} first step. See it with --more.",
            "{since}: nothing is noted of {n} first steps. See them with --more.",
            open_,
        ).format(since=heading(since), n=open_)
    yield Paragraph(said, close=True)


def heading(since: Since) -> str:
    """Return the heading, with the day."""
    if not since.date:
        return _("Since last time")
    return _("Since last time ({date})").format(date=date_in_words(since.date))


def step_said(step: StepBefore, page: AdvicePage, *, cuts: bool = False) -> str:
    """Return a first step of last time with what is noted of it, or how to note it."""
    title = step.title.rstrip(".")
    if step.outcome is None:
        if cuts:
            return _("{title}: nothing is noted yet.").format(title=title)
        if not page.case_name:
            return _("{title}: nothing is noted yet. What came of it?").format(title=title)
        return _("{title}: nothing is noted yet. What came of it? {command}").format(
            title=title, command=_log(page, step.id)
        )
    said = _("{title}: {outcome}.").format(title=title, outcome=_(OUTCOMES[step.outcome]))
    note = cut(step.note, LETTERS_OF_A_NOTE) if cuts else step.note
    if any(each.id == step.id and each.when != "later" for each in page.advice.plan):
        return said  # the note stands beside the step
    if not note.strip():
        return said
    page.told_of(step.id)
    return _("{said} You wrote: {note}").format(said=said, note=note)


def moved_said(since: Since, page: AdvicePage) -> list[str]:
    """Return what has moved on, and what has slid back; or that nothing has, where it is known."""
    said = [
        ended(
            _(words).format(factors=joined(_moved(each, page) for each in since.moved if each.moved == way))
        )
        for way, words in MOVED.items()
        if any(each.moved == way for each in since.moved)
    ]
    return said or ([_("Where it stands is as it was.")] if since.moved else [])


def _moved(moved: MovedSince, page: AdvicePage) -> str:
    name = inside(page.plain_name(moved.factor) or moved.title)
    before, now = _(ASKED_STAGES[moved.before]), _(ASKED_STAGES[moved.now])
    said = (
        _("{factor} (perhaps: was {before}, now {now})")
        if moved.perhaps
        else _("{factor} (was {before}, now {now})")
    )
    return said.format(factor=name, before=before, now=now)


def _log(page: AdvicePage, id_: str) -> str:
    """Return how to note what came of a step, to be typed as it stands: what came of it is asked then.

    It takes no option of the advice but whose knowledge it is.
    """
    own: Sequence[str] = ()
    if "--knowledge" in page.asked_with:
        own = page.asked_with[page.asked_with.index("--knowledge") :][:2]
    return hint("log", page.case_name, id_, *own)
