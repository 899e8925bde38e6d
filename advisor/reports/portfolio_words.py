"""The words for a portfolio, whatever the form: stages, whose view it is, and names of bearable length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.knowledge.terms import ASKED_STAGES
from advisor.portfolio.model import Cause, Cell, Named, Row
from advisor.reports.wording import cut

LONGEST_NAME = 60
DIFFERS = N_("seen differently")
SHORT_STAGES = {
    "confident": N_("tight"),
    "developing": N_("between"),
    "emerging": N_("loose"),
    "differs": N_("differ"),
    "unknown": N_("-"),
}  # for a narrow column
MOST_NAMED = 4


def stage_said(stage: str) -> str:
    """Return a stage in the words in which it is asked."""
    return _(DIFFERS) if stage == "differs" else _(ASKED_STAGES[stage])


def seen_said(seen: Sequence[str]) -> str:
    """Return the stages that voices see, the loosest first; nothing if they do not differ."""
    return _(" and ").join(_(ASKED_STAGES[stage]) for stage in seen)


def full_said(cell: Cell | Row) -> str:
    """Return where something stands in a cell that has room."""
    stage = cell.stage if isinstance(cell, Cell) else cell.whole
    if cell.seen:
        return _("{said} ({stages})").format(said=_(DIFFERS), stages=seen_said(cell.seen))
    return stage_said(stage)


def short_said(stage: str, sure: str | None = None) -> str:
    """Return a stage for a narrow column; one that is tentative is asked."""
    said = _(SHORT_STAGES[stage])
    return f"{said}?" if sure == "tentative" else said


def named(partnerships: Sequence[Named], most: int = MOST_NAMED) -> str:
    """Return the names of partnerships in a row, of many the first and how many more."""
    said = "; ".join(cut(each.name, LONGEST_NAME) for each in partnerships[:most])
    more = len(partnerships) - most
    if more <= 0:
        return said
    return ngettext("{names}; and {more} more", "{names}; and {more} more", more).format(
        names=said, more=more
    )


def also_helped(cause: Cause) -> Iterator[str]:
    """Yield each further cause that the same helps with, and in how many it is."""
    for also in cause.also:
        count = len(also.partnerships)
        yield _("{cause} ({n} of {of})").format(cause=also.title.rstrip("."), n=count, of=cause.of)
