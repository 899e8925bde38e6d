"""Note in a case file what was tried and what came of it; whatever else is in the file stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from advisor._language import _
from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.cases.facts import latest_actions
from advisor.cases.file import read_case
from advisor.cases.store import open_case
from advisor.errors import AdvisorError
from advisor.files.read import is_missing, quoted
from advisor.knowledge.base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted. `counts` is what the case now says last of the same thing.

    `is_new` is false where the very same entry stood there already, and nothing was written. `kept_as` is
    where the file was kept as it was, if it could only be written anew.
    """

    action: Action
    counts: Action
    is_new: bool
    kept_as: Path | None


def note_action(path: Path, action: Action, knowledge: KnowledgeBase) -> Noted:
    """Add an action to the case file at `path`, whole or not at all, while no other program writes it.

    `CaseError` if the file cannot be read, or if the action is none that a case may hold; `AdvisorError` if
    there is no such file, it is open elsewhere, or it cannot be written. Then it is as it was.
    """
    if is_missing(path):
        what = _("{path}: there is no such file; name a case file of yours")
        raise AdvisorError(what.format(path=quoted(path)))
    read_case(path, knowledge)  # all that is wrong with it is told, and nothing is left out of it
    store = open_case(path, knowledge)
    try:
        if action in store.case.actions:
            return Noted(action, _counts(store.case, action), is_new=False, kept_as=None)
        case = checked(replace(store.case, actions=(*store.case.actions, action)), knowledge)
        store.save(case)
        return Noted(action, _counts(case, action), is_new=True, kept_as=store.kept_as)
    finally:
        store.close()


def _counts(case: Case, action: Action) -> Action:
    return latest_actions(case)[action.id]
