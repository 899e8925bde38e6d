"""An interview as plain data, for a service that keeps it between two answers, as JSON or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from advisor._command import interview_that_was_kept
from advisor._language import _
from advisor.cases.given import case_of
from advisor.errors import AdvisorError
from advisor.interview.trail import Trail
from advisor.interview.way import State
from advisor.knowledge.base import KnowledgeBase

KEPT_FORMAT = 1


def kept(state: State, scope: str) -> dict[str, Any]:
    """Return all of an interview that changes, as plain data that JSON can hold."""
    return {
        "format": KEPT_FORMAT,
        "scope": scope,
        "case": state.case.as_dict(),
        "asked": [*state.trail.asked],
        "place": state.trail.place,
        "seen": sorted(state.trail.seen),
    }


def taken_up(data: Mapping[str, Any], knowledge: KnowledgeBase, scopes: Any) -> tuple[Any, State]:
    """Return the scope and the state that plain data holds.

    `AdvisorError` if it is not what `kept` gave, `CaseError` if its case has answers that no question knows.
    """
    if not isinstance(data, Mapping) or data.get("format") != KEPT_FORMAT:
        raise _not_kept()
    scope, place = data.get("scope"), data.get("place")
    asked, seen, case = _words(data.get("asked")), _words(data.get("seen")), data.get("case")
    if (
        scope not in get_args(scopes)
        or asked is None
        or seen is None
        or type(place) is not int
        or case is None
    ):
        raise _not_kept()
    return scope, State(case_of(case, knowledge), Trail(asked, place, frozenset(seen)))


def _words(said: object) -> tuple[str, ...] | None:
    """Return a list of words as such; None if it is none."""
    if not isinstance(said, (list, tuple)) or not all(isinstance(word, str) for word in said):
        return None
    return tuple(said)


def _not_kept() -> AdvisorError:
    what = _("this is no interview that was kept")
    return AdvisorError(_("{what}; give {kept}").format(what=what, kept=interview_that_was_kept()))
