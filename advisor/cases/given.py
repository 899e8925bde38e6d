"""A case that a program hands over as plain data: with the keys and values of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from advisor._language import _
from advisor.cases.case import CASE_FORMAT, Case
from advisor.cases.check import check_tree, tree_of, unread
from advisor.cases.plain import in_code, plain_mapping
from advisor.errors import CaseError
from advisor.knowledge.base import KnowledgeBase


def case_of(data: Mapping[str, object], knowledge: KnowledgeBase) -> Case:
    """Return the case that plain data holds, checked against the questions; `CaseError` with all its faults.

    The keys are those of a case file; `format` may be left out. What is no mapping is a fault too.
    """
    return check_tree(tree_of(_with_format(data)), knowledge)


def unchecked_case_of(data: Mapping[str, object]) -> Case:
    """Return the case that plain data holds, its answers not yet held against any question.

    `CaseError` with all that is wrong with the keys and values of a case file.
    """
    plain = _with_format(data)
    case, faults = unread(tree_of(plain))
    if case is None or faults:
        raise CaseError(faults)
    answers, notes = (plain.get(key) or {} for key in ("answers", "notes"))
    return replace(case, answers=answers, notes=notes)


def _with_format(data: Mapping[str, object]) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        what = _("this is no mapping of the keys of a case")
        raise CaseError([in_code(what, _("give a dict such as {'answers': {'contact': 'none'}}"))])
    return {"format": CASE_FORMAT, **plain_mapping(data)}
