"""Whether others in the partnership may see who said what: asked at the very end, and never twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from advisor._language import N_, _

from .keeping import keep_file
from .prompts import wrapped
from .replies import cleaned
from .typed import is_at_terminal, read_line

if TYPE_CHECKING:
    from advisor.cases.case import Seat, YesNo
    from advisor.cases.store import CaseStore
    from advisor.interview.interview import Interview

MAY_SHOW = N_(
    "If others in this partnership answer too: may all of you see who said what? Type y or n. Enter leaves "
    "it open, and then nobody is shown it."
)
WHOSE_SEAT = N_(
    "Whose side did you answer for? Type 1 for the centre, 2 for a partner, 3 for somebody above both. Enter "
    "leaves it open."
)
SHARES: dict[str, YesNo] = {"y": "yes", "yes": "yes", "n": "no", "no": "no"}
SEATS: dict[str, Seat] = {"1": "centre", "2": "partner", "3": "above"}


def ask_to_share(store: CaseStore, interview: Interview) -> None:
    """Ask a leader at a terminal who has not said it yet; whatever else she types leaves it open.

    Of a script nothing is asked. `AdvisorError` if it cannot be kept.
    """
    if not is_at_terminal() or interview.case.share is not None:
        return
    share = SHARES.get(_typed(_(MAY_SHOW)))
    if share is None:
        return
    interview.case = replace(interview.case, share=share)
    if share == "yes" and interview.case.seen_from is None:
        interview.case = replace(interview.case, seen_from=SEATS.get(_typed(_(WHOSE_SEAT))))
    store.save(interview.case)
    keep_file(store)


def _typed(question: str) -> str:
    """Return what is typed, in small letters; nothing where somebody leaves."""
    click.echo("\n" + wrapped(question))
    return cleaned(read_line() or "").lower().rstrip(".")
