"""A case into the text of its file: only what is otherwise changes, and what comes out reads as the case."""

from __future__ import annotations

from typing import Any

from advisor.cases.case import Action, Case
from advisor.cases.check import checked_case
from advisor.cases.file import told
from advisor.files.positioned_yaml import Node, parse_tree
from advisor.files.yaml_edit import edited
from advisor.knowledge.base import KnowledgeBase

BOM = "\ufeff"


def rewritten(text: str, case: Case, knowledge: KnowledgeBase) -> str | None:
    """Return the text of a case file changed so that it reads as `case`; None where that cannot be.

    Actions stay in the order of the file, so they may come in another than that of `case`.
    """
    before = _case_in(text, knowledge)
    return None if before is None else _checked(text, told(before), told(case), case, knowledge)


def without(text: str, tree: Node, fits: Node, case: Case, knowledge: KnowledgeBase) -> str | None:
    """Return the text of a file, which reads as `tree`, without what is not in `fits`; `case` is in that.

    None where that cannot be.
    """
    return _checked(text, tree.plain(), fits.plain(), case, knowledge)


def _checked(
    text: str, before: dict[str, Any], after: dict[str, Any], case: Case, knowledge: KnowledgeBase
) -> str | None:
    bom = BOM if text.startswith(BOM) else ""
    new = edited(text.removeprefix(BOM), before, after)
    found = None if new is None else _case_in(new, knowledge)
    return bom + str(new) if found is not None and _alike(found) == _alike(case) else None


def _case_in(text: str, knowledge: KnowledgeBase) -> Case | None:
    tree, faults = parse_tree(text.removeprefix(BOM), "")
    return None if tree is None or faults else checked_case(tree, "", knowledge)[0]


def _alike(case: Case) -> dict[str, Any]:
    """Return what is in a case; of actions only the order of those on one thing says something."""

    def thing(action: Action) -> tuple[str, str]:
        return action.kind, action.id

    return {**case.as_dict(), "actions": [each.as_dict() for each in sorted(case.actions, key=thing)]}
