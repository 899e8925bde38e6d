"""One row of a table as a case, by the rules by which the whole table is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from advisor._language import _
from advisor._text import shown_name
from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.cohort.answer_columns import FLAW, AnswerColumn, answers_of
from advisor.cohort.cells import text_of, wrong_with
from advisor.cohort.headings import check_columns
from advisor.cohort.opening import open_table
from advisor.cohort.table_files import without_panics
from advisor.errors import CaseError, Fault
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question_kinds.table import kind_of

MOST_DIGITS = 15  # of a row's number: no table has more rows


def read_row(path: Path, number: str, knowledge: KnowledgeBase, other: Collection[str] = ()) -> Case:
    """Return the case in a row of a file, named by the digits of its number.

    Raises `TableError` if the table's columns cannot be used, `CaseError` if there is no such row or with
    all that is wrong with it.
    """
    answers = answers_of(knowledge)
    table = open_table(path, answers)
    check_columns(table.names, answers, str(path), other)
    digits = number.lstrip("0")
    with without_panics(str(path)):
        row = table.row(int(digits)) if 0 < len(digits) <= MOST_DIGITS else None
    if row is None:
        shown = digits[:MOST_DIGITS] + "..." if len(digits) > MOST_DIGITS else digits or "0"
        remedy = _("rows are counted from 1, below the headings; one that is blank is no case")
        raise CaseError(
            [Fault(f"{path}#{shown}", 0, 0, _("there is no row {shown}").format(shown=shown), remedy)]
        )
    return _case(row, {FLAW.name: FLAW, **answers}, knowledge, f"{path}#{digits}")


def case_in(row: Mapping[str, Any], knowledge: KnowledgeBase, other: Collection[str] = ()) -> Case:
    """Return the case in a row, given as columns and cells.

    Raises `TableError` if the columns cannot be used, `CaseError` with all that is wrong with the cells.
    """
    answers = answers_of(knowledge)
    row = {str(name): cell for name, cell in row.items()}
    check_columns(row, answers, "row", other)
    return replace(_case(row, answers, knowledge, "row"), partnership="")


def _case(
    row: Mapping[str, Any], answers: Mapping[str, AnswerColumn], knowledge: KnowledgeBase, label: str
) -> Case:
    texts = {name: text_of(row[name]) for name in answers if row.get(name) is not None}
    texts = {name: text for name, text in texts.items() if text}
    numbers = {name: number for number, name in enumerate(row, 1)}
    faults = [
        Fault(label, 0, numbers[name], *wrong, path=() if name == FLAW.name else (name,))
        for name, text in texts.items()
        if (wrong := wrong_with(text, answers[name])) is not None
    ]
    if faults:
        raise CaseError(faults)
    try:
        return checked(_built(texts, knowledge, label), knowledge)
    except CaseError as error:
        raise CaseError(replace(fault, file=label) for fault in error.faults) from None


def _built(texts: Mapping[str, str], knowledge: KnowledgeBase, label: str) -> Case:
    """Return the case of cells that hold something, in the order of the questionnaire."""
    found: dict[str, Any] = {}
    actions: list[Action] = []
    for name, text in texts.items():
        id_, _, item = name.partition(".")
        question = knowledge.questions[id_]
        if kind_of(question).in_actions and item:
            actions.append(Action(id=item, outcome=text))  # type: ignore[arg-type]  # checked by the caller
        elif not item:
            found[id_] = kind_of(question).spread(question, text)
        else:
            found.setdefault(id_, {})[item] = text
    return Case(partnership=shown_name(label), answers=found, actions=tuple(actions))
