"""When an advice gives reason to wait and ask more before anything is begun."""

from __future__ import annotations

from advisor._language import _
from advisor.advice.model import Advice


def why_wait(advice: Advice) -> str:
    """Return why it is right to begin nothing yet; nothing if the advice is sure of something to begin with.

    Nothing may press, most may not be known, or only hints may speak for what comes first.
    """
    first = [step for step in advice.plan if step.when == "first"]
    unknown = sum(factor.stage == "unknown" for factor in advice.factors)
    if not first:
        return advice.nothing_first or _("Nothing that was told has to be begun now.")
    if unknown * 2 > len(advice.factors):
        return _("Most of how things stand is not known yet.")
    return _("Only hints speak for what could be begun.") if all(step.small for step in first) else ""
