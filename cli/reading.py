"""From what was named on the command line to a case, with names and free text or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.cases.case import Case

UNNAMED = "CASE"  # what hints call a case whose file may not be named


def read_named(advisor: Advisor, case: str, other: tuple[str, ...], anonymise: bool) -> tuple[Case, str]:
    """Return a case, and the name that hints call it by; without names where it is to `anonymise`."""
    read = advisor.read_case(case, other)
    if not anonymise:
        return read, case
    from advisor.cases.anonymous import anonymised

    return anonymised(read), UNNAMED
