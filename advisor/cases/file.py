"""The case file: read it, and write a case as its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from advisor._given import PATH, takes
from advisor._language import N_, _
from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.errors import CaseError
from advisor.files.positioned_yaml import read_tree
from advisor.files.yaml_text import as_yaml
from advisor.knowledge.base import KnowledgeBase

HEAD = N_("One partnership, as one person sees it on one day. You may change this by hand.")


@takes(path=PATH)
def read_case(path: Path | str, knowledge: KnowledgeBase, name: str | None = None) -> Case:
    """Return the case in the file at `path`; `CaseError` with all its faults if it has any."""
    path = Path(path)
    label = name or str(path)
    tree, faults = read_tree(path, label)
    if tree is None:
        raise CaseError(faults)
    case, more = checked_case(tree, label, knowledge)
    if case is None or faults:
        raise CaseError([*faults, *more])
    return case


def told(case: Case) -> dict[str, Any]:
    """Return what is in a case as a file has it: without the notes on actions that say nothing."""
    data = case.as_dict()
    data["actions"] = [
        {key: value for key, value in action.items() if value != ""} for action in data["actions"]
    ]
    return data


def case_text(case: Case) -> str:
    """Return the text of a case file that reads as `case`; what is empty is left out."""
    data = {key: value for key, value in told(case).items() if value not in ("", [], {})}
    comment = "".join(f"# {line}\n" for line in _(HEAD).splitlines())
    return comment + as_yaml(data)
