"""From what was named on the command line to a case, with names and free text or without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from advisor._language import _

from .unread import tell_cut

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.cases.case import Case
    from advisor.errors import Fault

UNNAMED = "CASE"  # what hints call a case whose file may not be named


def case_or_only(case: str | None, command: str, *options: str) -> str:
    """Return the case that was named, or else the only one that lies here.

    `AdvisorError` if there is not one: it says what to type, `command` and a case with `options` behind it.
    """
    if case is not None:
        return case
    from advisor.cases.here import only_case_in

    return str(only_case_in(Path(), command, *options))


def read_named(advisor: Advisor, case: str, other: tuple[str, ...], anonymise: bool) -> tuple[Case, str]:
    """Return a case, and the name that hints call it by; without names where it is to `anonymise`."""
    if not anonymise:
        read = advisor.read_case(case, other)
        tell_cut([Path(case)])
        return read, case
    from advisor.cases.anonymous import anonymised
    from advisor.errors import AdvisorError, InputError

    try:
        return anonymised(advisor.read_case(case, other)), UNNAMED
    except InputError as error:
        raise AdvisorError("\n".join(dict.fromkeys(map(_without_words, error.faults)))) from None


def _without_words(fault: Fault) -> str:
    """Return where a fault is and no more: its path and its words may name somebody."""
    if fault.line:
        return _(
            "{case}, line {line}, column {column}: this cannot be used; see it without --anonymise"
        ).format(case=UNNAMED, line=fault.line, column=fault.column)
    if fault.column:
        return _("{case}, column {column}: this cannot be used; see it without --anonymise").format(
            case=UNNAMED, column=fault.column
        )
    return _("{case}: it cannot be used; see why without --anonymise").format(case=UNNAMED)
